// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntentCancellation} from "../interfaces/IIntentCancellation.sol";
import {StructHash} from "./StructHash.sol";

/// @notice The EIP-712 struct hash of the intent that takes back another.
library IntentCancellationHashing {
    bytes32 private constant CANCEL_INTENT =
        keccak256("CancelIntent(uint32 participant,bytes32 cancelled,uint256 nonce,uint64 deadline)");

    function hash(IIntentCancellation.CancelIntent calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        return StructHash.hash(StructHash.words(CANCEL_INTENT, head, 4));
    }
}
