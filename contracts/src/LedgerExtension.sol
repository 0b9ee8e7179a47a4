// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IParticipants} from "./interfaces/IParticipants.sol";
import {Financing} from "./ledger/Financing.sol";
import {IntentCancellation} from "./ledger/IntentCancellation.sol";
import {Intents} from "./ledger/Intents.sol";
import {Settlement} from "./ledger/Settlement.sol";
import {Steps} from "./ledger/Steps.sol";
import {Thresholds} from "./ledger/Thresholds.sol";

/// @title The second half of the ledger's code, since a contract's size has a limit (EIP-170)
/// @notice The ledger runs this code over its own storage, under its own address. Called by itself it is harmless: it
/// is another signing domain, and its own storage is empty and read by nobody.
contract LedgerExtension is Financing, Settlement, Steps, Thresholds, IntentCancellation {
    /// @param register The register of the ledger that will use it.
    constructor(IParticipants register) Intents(register) {}

    /// @notice The register that this code asks; a ledger uses only an extension that asks the same.
    function participants() external view returns (IParticipants) {
        return _register;
    }

    /// @notice Nothing: nobody signs for this address, and the ledger says what its own domain is.
    function eip712Domain()
        public
        pure
        override
        returns (bytes1, string memory, string memory, uint256, address, bytes32, uint256[] memory)
    {}
}
