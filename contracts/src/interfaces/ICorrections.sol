// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {HoldingRecord} from "../types/HoldingRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";

/// @title Corrections: credit notes, disputes, and the cancellation of a whole receivable
interface ICorrections {
    /// @notice A credit note on one holding. On the supplier's own it takes effect at once; on anybody else's,
    /// financed or not, that holder has to agree.
    /// @param number The credit note's number (BT-1): 1 to 64 bytes.
    /// @param amount Minor units by which the holding becomes less: 1 to all of it.
    /// @param documentHash SHA-256 of the document.
    struct IssueCreditNote {
        ParticipantId supplier;
        bytes32 receivable;
        bytes32 holding;
        string number;
        uint64 amount;
        bytes32 documentHash;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param amount The proposed amount that is answered.
    /// @param reason Why not, 1 to 200 bytes; empty where accepted.
    struct AnswerCreditNote {
        ParticipantId holder;
        bytes32 receivable;
        bytes32 holding;
        uint64 amount;
        bool accepted;
        string reason;
        uint256 nonce;
        uint64 deadline;
    }

    /// @notice The obligor disputes a part, which is frozen; the rest moves on. Once per part, and not where it has
    /// waived its defences.
    /// @param amount Minor units in dispute; less than the holding splits it.
    /// @param reason 1 to 200 bytes.
    struct OpenDispute {
        ParticipantId buyer;
        bytes32 receivable;
        bytes32 holding;
        uint64 amount;
        string reason;
        bytes32 evidence;
        uint256 nonce;
        uint64 deadline;
    }

    /// @notice The holder ends the dispute by giving up what it agrees is not owed.
    /// @param credited Minor units given up: 0 to all of the disputed part. What remains stays disputed where it is 0,
    /// with the holder's evidence on the record; otherwise it is free.
    /// @param reason The holder's answer, 1 to 200 bytes.
    struct AnswerDispute {
        ParticipantId holder;
        bytes32 receivable;
        bytes32 holding;
        uint64 credited;
        string reason;
        bytes32 evidence;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param reason 1 to 200 bytes.
    struct RequestCancellation {
        ParticipantId supplier;
        bytes32 invoice;
        string reason;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param reason Why not, 1 to 200 bytes; empty where accepted.
    struct AnswerCancellation {
        ParticipantId buyer;
        bytes32 invoice;
        bool accepted;
        string reason;
        uint256 nonce;
        uint64 deadline;
    }

    /// @dev In effect at once where the record's step is `None`; otherwise proposed.
    event CreditNoteIssued(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed supplier,
        bytes32 intent,
        HoldingRecord record,
        string number,
        uint64 amount,
        bytes32 documentHash
    );
    event CreditNoteAnswered(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed holder,
        bytes32 intent,
        HoldingRecord record,
        uint64 amount,
        bool accepted,
        string reason
    );
    /// @param holding The part that was taken out of `parent`; also the digest of the intent.
    event DisputeOpened(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed buyer,
        bytes32 parent,
        HoldingRecord parentRecord,
        HoldingRecord record,
        string reason,
        bytes32 evidence
    );
    event DisputeAnswered(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed holder,
        bytes32 intent,
        HoldingRecord record,
        uint64 credited,
        string reason,
        bytes32 evidence
    );
    event CancellationRequested(
        bytes32 indexed receivable, ParticipantId indexed supplier, bytes32 intent, HoldingRecord record, string reason
    );
    event CancellationAnswered(
        bytes32 indexed receivable,
        ParticipantId indexed buyer,
        bytes32 intent,
        HoldingRecord record,
        bool accepted,
        string reason
    );

    /// @notice The obligor has waived its defences, or has disputed this part before.
    error DisputeNotAllowed(bytes32 holding, bool waived);
    /// @notice Something of the receivable was passed on, paid or credited already.
    error NotWhole(bytes32 receivable);

    function issueCreditNote(IssueCreditNote calldata intent, bytes calldata signature) external;
    function answerCreditNote(AnswerCreditNote calldata intent, bytes calldata signature) external;
    function openDispute(OpenDispute calldata intent, bytes calldata signature) external;
    function answerDispute(AnswerDispute calldata intent, bytes calldata signature) external;

    /// @notice The supplier asks to cancel a receivable that it holds whole.
    function requestCancellation(RequestCancellation calldata intent, bytes calldata signature) external;

    /// @notice The buyer consents, and nothing is owed any more; or does not.
    function answerCancellation(AnswerCancellation calldata intent, bytes calldata signature) external;
}
