// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ILedger} from "../../src/interfaces/ILedger.sol";
import {Credentials, newCredentials} from "../../src/types/Credentials.sol";
import {ParticipantId} from "../../src/types/ParticipantId.sol";
import {Permissions} from "../../src/types/Permissions.sol";
import {Standing} from "../../src/types/Standing.sol";

/// @notice A register that looks at the ledger while an action asks it, and answers only where it sees the ledger as it
/// was before the action.
contract PeepingRegister {
    error SeenHalfDone();

    Standing private constant EVERYTHING = Standing.wrap(1 << 16 | 31);

    bytes32 private _invoice;
    ParticipantId private _actor;
    uint256 private _nonce;
    bytes32 private _expected;

    /// @dev From now on the ledger must look as it looks now.
    function watch(ILedger ledger, bytes32 invoice, ParticipantId actor, uint256 nonce) external {
        (_invoice, _actor, _nonce) = (invoice, actor, nonce);
        _expected = _seen(ledger);
    }

    function signerAndParties(address, ParticipantId actor, ParticipantId)
        external
        view
        returns (Credentials)
    {
        if (_expected != 0 && _seen(ILedger(msg.sender)) != _expected) revert SeenHalfDone();
        return newCredentials(actor, Permissions.ALL, EVERYTHING, EVERYTHING);
    }

    function _seen(ILedger ledger) private view returns (bytes32) {
        return keccak256(
            abi.encode(
                ledger.invoice(_invoice), ledger.holding(_invoice, _invoice), ledger.isNonceUsed(_actor, _nonce)
            )
        );
    }
}
