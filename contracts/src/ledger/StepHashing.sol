// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../interfaces/IReceivables.sol";
import {StructHash} from "./StructHash.sol";

/// @notice The EIP-712 struct hashes of the intents that end a step.
library StepHashing {
    bytes32 private constant WITHDRAW_STEP = keccak256(
        "WithdrawStep(uint32 participant,bytes32 receivable,bytes32 holding,uint8 step,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant APPLY_DEADLINE = keccak256(
        "ApplyDeadline(uint32 participant,bytes32 receivable,bytes32 holding,uint256 nonce,uint64 deadline)"
    );

    function hash(IReceivables.WithdrawStep calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        return StructHash.hash(StructHash.words(WITHDRAW_STEP, head, 6));
    }

    function hash(IReceivables.ApplyDeadline calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        return StructHash.hash(StructHash.words(APPLY_DEADLINE, head, 5));
    }
}
