// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {HoldingRecord} from "../types/HoldingRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";

/// @title Financing: a part is offered to financiers, one of which buys it
/// @notice Money moves between banks; what is recorded is who declared and who acknowledged it.
interface IFinancing {
    /// @param lowestAdvance The least money that the holder wants for it: 1 to `amount`.
    /// @param openUntil Unix seconds until which an offer can be accepted; before the end of the due date.
    /// @param recourse Whether offers with recourse to the holder are welcome too.
    /// @param offerKey Compressed public key (33 bytes, secp256k1) under which financiers seal their terms, so that
    /// only the holder can read them; empty where offers are made in the open.
    struct RequestFinancing {
        ParticipantId holder;
        bytes32 receivable;
        bytes32 holding;
        uint64 amount;
        uint64 lowestAdvance;
        uint64 openUntil;
        bool recourse;
        bytes offerKey;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param advance Minor units paid out; 0 where the terms are sealed.
    /// @param discount Price of the money in millionths of the amount a year (48,500 is 4.85 %); 0 where sealed.
    /// @param recourse Whether the holder answers for it when the obligor does not pay.
    /// @param expiry Unix seconds until which it can be accepted.
    /// @param sealedTerms Advance and discount, encrypted to the request's key; empty where the terms are open. At
    /// most 256 bytes.
    struct PlaceOffer {
        ParticipantId financier;
        bytes32 receivable;
        bytes32 holding;
        uint64 advance;
        uint32 discount;
        bool recourse;
        uint64 expiry;
        bytes sealedTerms;
        uint256 nonce;
        uint64 deadline;
    }

    struct WithdrawOffer {
        ParticipantId financier;
        bytes32 receivable;
        bytes32 holding;
        bytes32 offer;
        uint256 nonce;
        uint64 deadline;
    }

    struct AcceptOffer {
        ParticipantId holder;
        bytes32 receivable;
        bytes32 holding;
        bytes32 offer;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param amount Minor units paid out; at least the advance of an open offer, at least 1, at most the part.
    /// @param valueDate Day on which the money is there.
    /// @param bankReference What finds the payment at the bank (EndToEndId, UETR): 1 to 64 bytes.
    /// @param evidence SHA-256 of the bank's message.
    /// @param registryReference Number of the registration of the assignment: at most 64 bytes; needed by some rules.
    /// @param justification SHA-256 of the reason for a tenor above the standard; needed there.
    struct DeclareDisbursement {
        ParticipantId financier;
        bytes32 receivable;
        bytes32 holding;
        uint64 amount;
        uint32 valueDate;
        string bankReference;
        bytes32 evidence;
        string registryReference;
        bytes32 justification;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param amount The declared amount that is answered.
    /// @param reason Why it is contested, 1 to 200 bytes; empty where it was received.
    /// @param evidence SHA-256 of what shows it; may be zero.
    struct AnswerDisbursement {
        ParticipantId holder;
        bytes32 receivable;
        bytes32 holding;
        uint64 amount;
        bool received;
        string reason;
        bytes32 evidence;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param currency ISO 4217 code.
    /// @param limit Most minor units of this obligor that the financier wants to hold; 0 ends its offers.
    struct SetExposureLimit {
        ParticipantId financier;
        ParticipantId obligor;
        string currency;
        uint64 limit;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param holding The part that was taken out of `parent`; also the digest of the intent. Its `pending` is the
    /// lowest advance, its `deadline` the last moment for acceptance.
    event FinancingRequested(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed holder,
        bytes32 parent,
        HoldingRecord parentRecord,
        HoldingRecord record,
        bool recourse,
        bytes offerKey
    );
    /// @param offer Also the digest of the intent.
    event OfferPlaced(
        bytes32 indexed holding,
        bytes32 indexed offer,
        ParticipantId indexed financier,
        bytes32 receivable,
        uint64 advance,
        uint32 discount,
        bool recourse,
        uint64 expiry,
        bytes sealedTerms
    );
    event OfferWithdrawn(
        bytes32 indexed holding,
        bytes32 indexed offer,
        ParticipantId indexed financier,
        bytes32 receivable,
        bytes32 intent
    );
    event OfferAccepted(
        bytes32 indexed receivable, bytes32 indexed holding, bytes32 indexed offer, bytes32 intent, HoldingRecord record
    );
    event DisbursementDeclared(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed financier,
        bytes32 intent,
        HoldingRecord record,
        uint32 valueDate,
        string bankReference,
        bytes32 evidence,
        string registryReference,
        bytes32 justification
    );
    event DisbursementAnswered(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed holder,
        bytes32 intent,
        HoldingRecord record,
        bool received,
        string reason,
        bytes32 evidence
    );
    event ExposureLimitSet(
        ParticipantId indexed financier, ParticipantId indexed obligor, bytes32 intent, string currency, uint64 limit
    );

    /// @notice The holding has no such offer, or it was withdrawn or accepted.
    error OfferNotFound(bytes32 offer);
    /// @notice The participant did not make the offer.
    error NotTheFinancier(bytes32 offer, ParticipantId participant);
    /// @notice The offer (Unix seconds) has expired.
    error OfferExpired(bytes32 offer, uint64 expiry);
    /// @notice The advance is below what the holder wants, or above the part.
    error AdvanceOutOfRange(uint64 advance, uint64 lowest, uint64 highest);
    /// @notice The request wants its offers sealed, or has no key to seal them with.
    error OfferFormMismatch(bytes32 holding, bool sealedWanted);
    /// @notice The holder does not want to answer for the obligor.
    error RecourseNotWanted(bytes32 holding);
    /// @notice The time is not in the future, or not before the end of the due date (Unix seconds).
    error TimeOutOfRange(uint64 time, uint64 latest);
    /// @notice The financier would hold more of this obligor than it wants.
    error ExposureLimitExceeded(ParticipantId financier, ParticipantId obligor, uint64 wanted, uint64 free);
    /// @notice The financier holds the part itself.
    error FinancierIsHolder(ParticipantId participant);
    /// @notice The key or the sealed terms have not the right length.
    error SealedLengthOutOfRange(uint256 length, uint256 max);
    /// @notice The reference is not as long as the field allows.
    error ReferenceLengthOutOfRange(uint256 length, uint256 max);
    /// @notice The rules need the assignment to be registered before the money moves.
    error RegistryReferenceRequired(uint16 ruleVersion);
    /// @notice The tenor is above the standard, so that the financier must record why.
    error JustificationRequired(uint32 tenorDays, uint32 standardDays);
    /// @notice The amount is not the one in question: the declared one that is answered, or the whole that a seller
    /// buys back.
    error AmountMismatch(bytes32 holding, uint64 declared);

    function requestFinancing(RequestFinancing calldata intent, bytes calldata signature) external;

    function placeOffer(PlaceOffer calldata intent, bytes calldata signature) external;

    function withdrawOffer(WithdrawOffer calldata intent, bytes calldata signature) external;

    /// @notice Locks the part for the financier; every other offer for it lapses.
    function acceptOffer(AcceptOffer calldata intent, bytes calldata signature) external;

    function declareDisbursement(DeclareDisbursement calldata intent, bytes calldata signature) external;

    /// @notice The seller has the money, and the part is the financier's; or it contests, and the part is frozen until
    /// it acknowledges after all or the financier takes its declaration back.
    function answerDisbursement(AnswerDisbursement calldata intent, bytes calldata signature) external;

    function setExposureLimit(SetExposureLimit calldata intent, bytes calldata signature) external;

    /// @notice How much of an obligor a financier wants to hold, and how much it holds or has locked.
    function exposure(ParticipantId financier, ParticipantId obligor, bytes3 currency)
        external
        view
        returns (uint64 limit, uint64 used);
}
