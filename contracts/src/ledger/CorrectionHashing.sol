// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../interfaces/ICorrections.sol";
import {StructHash} from "./StructHash.sol";

/// @notice The EIP-712 struct hashes of credit notes, disputes and cancellations.
library CorrectionHashing {
    bytes32 private constant ISSUE_CREDIT_NOTE = keccak256(
        "IssueCreditNote(uint32 supplier,bytes32 receivable,bytes32 holding,string number,uint64 amount,"
        "bytes32 documentHash,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant ANSWER_CREDIT_NOTE = keccak256(
        "AnswerCreditNote(uint32 holder,bytes32 receivable,bytes32 holding,uint64 amount,bool accepted,"
        "string reason,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant OPEN_DISPUTE = keccak256(
        "OpenDispute(uint32 buyer,bytes32 receivable,bytes32 holding,uint64 amount,string reason,"
        "bytes32 evidence,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant ANSWER_DISPUTE = keccak256(
        "AnswerDispute(uint32 holder,bytes32 receivable,bytes32 holding,uint64 credited,string reason,"
        "bytes32 evidence,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant REQUEST_CANCELLATION = keccak256(
        "RequestCancellation(uint32 supplier,bytes32 invoice,string reason,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant ANSWER_CANCELLATION = keccak256(
        "AnswerCancellation(uint32 buyer,bytes32 invoice,bool accepted,string reason,uint256 nonce,uint64 deadline)"
    );

    function hash(ICorrections.IssueCreditNote calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(ISSUE_CREDIT_NOTE, head, 8);
        words[4] = StructHash.text(intent.number);
        return StructHash.hash(words);
    }

    function hash(ICorrections.AnswerCreditNote calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(ANSWER_CREDIT_NOTE, head, 8);
        words[6] = StructHash.text(intent.reason);
        return StructHash.hash(words);
    }

    function hash(ICorrections.OpenDispute calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(OPEN_DISPUTE, head, 8);
        words[5] = StructHash.text(intent.reason);
        return StructHash.hash(words);
    }

    function hash(ICorrections.AnswerDispute calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(ANSWER_DISPUTE, head, 8);
        words[5] = StructHash.text(intent.reason);
        return StructHash.hash(words);
    }

    function hash(ICorrections.RequestCancellation calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(REQUEST_CANCELLATION, head, 5);
        words[3] = StructHash.text(intent.reason);
        return StructHash.hash(words);
    }

    function hash(ICorrections.AnswerCancellation calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(ANSWER_CANCELLATION, head, 6);
        words[4] = StructHash.text(intent.reason);
        return StructHash.hash(words);
    }
}
