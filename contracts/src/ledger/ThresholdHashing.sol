// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../interfaces/IDualControl.sol";
import {StructHash} from "./StructHash.sol";

/// @notice The EIP-712 struct hash of the intent that sets a threshold.
library ThresholdHashing {
    bytes32 private constant SET_THRESHOLD = keccak256(
        "SetThreshold(uint32 participant,string currency,uint64 threshold,uint256 nonce,uint64 deadline)"
    );

    function hash(IDualControl.SetThreshold calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(SET_THRESHOLD, head, 5);
        words[2] = StructHash.text(intent.currency);
        return StructHash.hash(words);
    }
}
