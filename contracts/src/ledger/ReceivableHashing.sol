// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../interfaces/IReceivables.sol";
import {StructHash} from "./StructHash.sol";

/// @notice The EIP-712 struct hashes of the intents by which parts are passed on.
library ReceivableHashing {
    bytes32 private constant PROPOSE_TRANSFER = keccak256(
        "ProposeTransfer(uint32 holder,bytes32 receivable,bytes32 holding,uint32 recipient,uint64 amount,"
        "bytes32 tradeDocument,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant ANSWER_TRANSFER = keccak256(
        "AnswerTransfer(uint32 recipient,bytes32 receivable,bytes32 holding,bool accepted,string reason,"
        "uint256 nonce,uint64 deadline)"
    );

    function hash(IReceivables.ProposeTransfer calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        return StructHash.hash(StructHash.words(PROPOSE_TRANSFER, head, 8));
    }

    function hash(IReceivables.AnswerTransfer calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(ANSWER_TRANSFER, head, 7);
        words[5] = StructHash.text(intent.reason);
        return StructHash.hash(words);
    }
}
