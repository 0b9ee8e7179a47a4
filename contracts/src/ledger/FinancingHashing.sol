// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../interfaces/IFinancing.sol";
import {StructHash} from "./StructHash.sol";

/// @notice The EIP-712 struct hashes of the intents that concern financing.
library FinancingHashing {
    bytes32 private constant REQUEST_FINANCING = keccak256(
        "RequestFinancing(uint32 holder,bytes32 receivable,bytes32 holding,uint64 amount,uint64 lowestAdvance,"
        "uint64 openUntil,bool recourse,bytes offerKey,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant PLACE_OFFER = keccak256(
        "PlaceOffer(uint32 financier,bytes32 receivable,bytes32 holding,uint64 advance,uint32 discount,bool recourse,"
        "uint64 expiry,bytes sealedTerms,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant WITHDRAW_OFFER = keccak256(
        "WithdrawOffer(uint32 financier,bytes32 receivable,bytes32 holding,bytes32 offer,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant ACCEPT_OFFER = keccak256(
        "AcceptOffer(uint32 holder,bytes32 receivable,bytes32 holding,bytes32 offer,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant DECLARE_DISBURSEMENT = keccak256(
        "DeclareDisbursement(uint32 financier,bytes32 receivable,bytes32 holding,uint64 amount,uint32 valueDate,"
        "string bankReference,bytes32 evidence,string registryReference,bytes32 justification,uint256 nonce,"
        "uint64 deadline)"
    );
    bytes32 private constant ANSWER_DISBURSEMENT = keccak256(
        "AnswerDisbursement(uint32 holder,bytes32 receivable,bytes32 holding,uint64 amount,bool received,"
        "string reason,bytes32 evidence,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant SET_EXPOSURE_LIMIT = keccak256(
        "SetExposureLimit(uint32 financier,uint32 obligor,string currency,uint64 limit,uint256 nonce,uint64 deadline)"
    );

    function hash(IFinancing.RequestFinancing calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(REQUEST_FINANCING, head, 10);
        words[8] = StructHash.text(string(intent.offerKey));
        return StructHash.hash(words);
    }

    function hash(IFinancing.PlaceOffer calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(PLACE_OFFER, head, 10);
        words[8] = StructHash.text(string(intent.sealedTerms));
        return StructHash.hash(words);
    }

    function hash(IFinancing.WithdrawOffer calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        return StructHash.hash(StructHash.words(WITHDRAW_OFFER, head, 6));
    }

    function hash(IFinancing.AcceptOffer calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        return StructHash.hash(StructHash.words(ACCEPT_OFFER, head, 6));
    }

    function hash(IFinancing.DeclareDisbursement calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(DECLARE_DISBURSEMENT, head, 11);
        words[6] = StructHash.text(intent.bankReference);
        words[8] = StructHash.text(intent.registryReference);
        return StructHash.hash(words);
    }

    function hash(IFinancing.AnswerDisbursement calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(ANSWER_DISBURSEMENT, head, 9);
        words[6] = StructHash.text(intent.reason);
        return StructHash.hash(words);
    }

    function hash(IFinancing.SetExposureLimit calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(SET_EXPOSURE_LIMIT, head, 6);
        words[3] = StructHash.text(intent.currency);
        return StructHash.hash(words);
    }
}
