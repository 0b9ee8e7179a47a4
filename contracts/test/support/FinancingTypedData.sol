// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../../src/interfaces/IFinancing.sol";

/// @notice The intents of financing after EIP-712, written out plainly: the second opinion on the ledger's own hashing.
library FinancingTypedData {
    string internal constant REQUEST_FINANCING =
        "RequestFinancing(uint32 holder,bytes32 receivable,bytes32 holding,uint64 amount,uint64 lowestAdvance,"
        "uint64 openUntil,bool recourse,bytes offerKey,uint256 nonce,uint64 deadline)";
    string internal constant PLACE_OFFER =
        "PlaceOffer(uint32 financier,bytes32 receivable,bytes32 holding,uint64 advance,uint32 discount,bool recourse,"
        "uint64 expiry,bytes sealedTerms,uint256 nonce,uint64 deadline)";
    string internal constant WITHDRAW_OFFER =
        "WithdrawOffer(uint32 financier,bytes32 receivable,bytes32 holding,bytes32 offer,uint256 nonce,"
        "uint64 deadline)";
    string internal constant ACCEPT_OFFER =
        "AcceptOffer(uint32 holder,bytes32 receivable,bytes32 holding,bytes32 offer,uint256 nonce,uint64 deadline)";
    string internal constant DECLARE_DISBURSEMENT =
        "DeclareDisbursement(uint32 financier,bytes32 receivable,bytes32 holding,uint64 amount,uint32 valueDate,"
        "string bankReference,bytes32 evidence,string registryReference,bytes32 justification,uint256 nonce,"
        "uint64 deadline)";
    string internal constant ANSWER_DISBURSEMENT =
        "AnswerDisbursement(uint32 holder,bytes32 receivable,bytes32 holding,uint64 amount,bool received,"
        "string reason,bytes32 evidence,uint256 nonce,uint64 deadline)";
    string internal constant SET_EXPOSURE_LIMIT =
        "SetExposureLimit(uint32 financier,uint32 obligor,string currency,uint64 limit,uint256 nonce,uint64 deadline)";

    function hash(IFinancing.RequestFinancing memory intent) internal pure returns (bytes32) {
        bytes memory part = abi.encode(intent.holder, intent.receivable, intent.holding, intent.amount);
        bytes memory wishes =
            abi.encode(intent.lowestAdvance, intent.openUntil, intent.recourse, keccak256(intent.offerKey));
        return _hash(REQUEST_FINANCING, bytes.concat(part, wishes), intent.nonce, intent.deadline);
    }

    function hash(IFinancing.PlaceOffer memory intent) internal pure returns (bytes32) {
        bytes memory part = abi.encode(intent.financier, intent.receivable, intent.holding);
        bytes memory terms = abi.encode(
            intent.advance, intent.discount, intent.recourse, intent.expiry, keccak256(intent.sealedTerms)
        );
        return _hash(PLACE_OFFER, bytes.concat(part, terms), intent.nonce, intent.deadline);
    }

    function hash(IFinancing.WithdrawOffer memory intent) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(bytes(WITHDRAW_OFFER)), abi.encode(intent)));
    }

    function hash(IFinancing.AcceptOffer memory intent) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(bytes(ACCEPT_OFFER)), abi.encode(intent)));
    }

    function hash(IFinancing.DeclareDisbursement memory intent) internal pure returns (bytes32) {
        bytes memory part = abi.encode(intent.financier, intent.receivable, intent.holding);
        bytes memory payment =
            abi.encode(intent.amount, intent.valueDate, keccak256(bytes(intent.bankReference)), intent.evidence);
        bytes memory reasons = abi.encode(keccak256(bytes(intent.registryReference)), intent.justification);
        return _hash(DECLARE_DISBURSEMENT, bytes.concat(part, payment, reasons), intent.nonce, intent.deadline);
    }

    function hash(IFinancing.AnswerDisbursement memory intent) internal pure returns (bytes32) {
        bytes memory part = abi.encode(intent.holder, intent.receivable, intent.holding);
        bytes memory answer =
            abi.encode(intent.amount, intent.received, keccak256(bytes(intent.reason)), intent.evidence);
        return _hash(ANSWER_DISBURSEMENT, bytes.concat(part, answer), intent.nonce, intent.deadline);
    }

    function hash(IFinancing.SetExposureLimit memory intent) internal pure returns (bytes32) {
        bytes memory limit =
            abi.encode(intent.financier, intent.obligor, keccak256(bytes(intent.currency)), intent.limit);
        return _hash(SET_EXPOSURE_LIMIT, limit, intent.nonce, intent.deadline);
    }

    function _hash(string memory typeText, bytes memory fields, uint256 nonce, uint64 deadline)
        private
        pure
        returns (bytes32)
    {
        return keccak256(bytes.concat(keccak256(bytes(typeText)), fields, abi.encode(nonce, deadline)));
    }
}
