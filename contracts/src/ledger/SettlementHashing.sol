// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ISettlement} from "../interfaces/ISettlement.sol";
import {StructHash} from "./StructHash.sol";

/// @notice The EIP-712 struct hashes of the intents that concern payment and its absence.
library SettlementHashing {
    bytes32 private constant DECLARE_PAYMENT = keccak256(
        "DeclarePayment(uint32 payer,bytes32 receivable,bytes32 holding,uint64 amount,uint32 valueDate,"
        "string bankReference,bytes32 evidence,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant ANSWER_PAYMENT = keccak256(
        "AnswerPayment(uint32 holder,bytes32 receivable,bytes32 holding,uint64 amount,bool received,"
        "string reason,bytes32 evidence,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant CLAIM_RECOURSE = keccak256(
        "ClaimRecourse(uint32 holder,bytes32 receivable,bytes32 holding,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant WRITE_OFF = keccak256(
        "WriteOff(uint32 holder,bytes32 receivable,bytes32 holding,string reason,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant RECORD_RECOVERY = keccak256(
        "RecordRecovery(uint32 holder,bytes32 receivable,bytes32 holding,uint64 amount,uint32 valueDate,"
        "string bankReference,bytes32 evidence,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant LIFT_STOP =
        keccak256("LiftStop(uint32 operator,uint32 obligor,string reason,uint256 nonce,uint64 deadline)");
    bytes32 private constant SET_ACCOUNT =
        keccak256("SetAccount(uint32 participant,string currency,string account,uint256 nonce,uint64 deadline)");

    function hash(ISettlement.DeclarePayment calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(DECLARE_PAYMENT, head, 9);
        words[6] = StructHash.text(intent.bankReference);
        return StructHash.hash(words);
    }

    function hash(ISettlement.AnswerPayment calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(ANSWER_PAYMENT, head, 9);
        words[6] = StructHash.text(intent.reason);
        return StructHash.hash(words);
    }

    function hash(ISettlement.ClaimRecourse calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        return StructHash.hash(StructHash.words(CLAIM_RECOURSE, head, 5));
    }

    function hash(ISettlement.WriteOff calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(WRITE_OFF, head, 6);
        words[4] = StructHash.text(intent.reason);
        return StructHash.hash(words);
    }

    function hash(ISettlement.RecordRecovery calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(RECORD_RECOVERY, head, 9);
        words[6] = StructHash.text(intent.bankReference);
        return StructHash.hash(words);
    }

    function hash(ISettlement.LiftStop calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(LIFT_STOP, head, 5);
        words[3] = StructHash.text(intent.reason);
        return StructHash.hash(words);
    }

    function hash(ISettlement.SetAccount calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(SET_ACCOUNT, head, 5);
        words[2] = StructHash.text(intent.currency);
        words[3] = StructHash.text(intent.account);
        return StructHash.hash(words);
    }
}
