// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {HoldingRecord} from "../types/HoldingRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";

/// @title Receivables: who holds which part of a confirmed debt, and how parts pass from hand to hand
/// @notice A receivable has the id of its invoice. It is held in holdings: confirmation makes the first, whose id is
/// the receivable's own; whatever takes a part away makes another, whose id is the digest of the intent that did so,
/// and names the one it was taken from. A holding is at rest or in exactly one step, which waits for one answer until
/// its deadline. Every event carries the holding as it is from then on (see `HoldingRecord` for the bits).
interface IReceivables {
    /// @notice How a holding stands.
    /// @dev Held: owed and not due, or due today. Overdue: not paid on the due date. Defaulted: not paid when the days
    /// of grace were over. WrittenOff: given up; `pending` is what may yet be recovered. Closed: nothing left, since
    /// all of it was passed on, paid, credited or cancelled.
    enum Phase {
        None,
        Held,
        Overdue,
        Defaulted,
        WrittenOff,
        Closed
    }

    /// @notice What a holding waits for.
    enum Step {
        None,
        TransferProposed,
        FinancingRequested,
        OfferAccepted,
        DisbursementDeclared,
        DisbursementContested,
        PaymentDeclared,
        PaymentContested,
        RepurchaseDeclared,
        RepurchaseContested,
        CreditNoteProposed,
        DisputeOpened,
        CancellationRequested
    }

    /// @notice A holding, unpacked.
    /// @param counterparty Whom the step waits for or was taken by; with `recourse` the seller who answers for it.
    /// @param pending Minor units that the step is about (the lowest advance, the declared payment, the credit).
    /// @param deadline Unix seconds at which the step ends by itself; 0 where it does not.
    /// @param depth How many hands it has passed through; the supplier's own is 0.
    struct Holding {
        ParticipantId holder;
        ParticipantId counterparty;
        uint64 amount;
        uint64 pending;
        uint32 deadline;
        Phase phase;
        Step step;
        uint8 depth;
        bool financed;
        bool recourse;
        bool recourseClaimed;
        bool defencesWaived;
        bool disputed;
        uint16 ruleVersion;
    }

    /// @param amount What is passed on: at least the smallest part, at most all; what remains is nothing or at least
    /// the smallest part too.
    /// @param tradeDocument SHA-256 of the document of the trade that is paid with it; zero where the rules allow it.
    struct ProposeTransfer {
        ParticipantId holder;
        bytes32 receivable;
        bytes32 holding;
        ParticipantId recipient;
        uint64 amount;
        bytes32 tradeDocument;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param reason Why it is declined, 1 to 200 bytes; empty where it is accepted.
    struct AnswerTransfer {
        ParticipantId recipient;
        bytes32 receivable;
        bytes32 holding;
        bool accepted;
        string reason;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param step The step that the participant itself began and now takes back (a number of `Step`).
    struct WithdrawStep {
        ParticipantId participant;
        bytes32 receivable;
        bytes32 holding;
        uint8 step;
        uint256 nonce;
        uint64 deadline;
    }

    struct ApplyDeadline {
        ParticipantId participant;
        bytes32 receivable;
        bytes32 holding;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param holding The part that was taken out of `parent`; also the digest of the intent.
    event TransferProposed(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed recipient,
        bytes32 parent,
        HoldingRecord parentRecord,
        HoldingRecord record,
        bytes32 tradeDocument
    );
    event TransferAnswered(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed recipient,
        bytes32 intent,
        HoldingRecord record,
        bool accepted,
        string reason
    );
    event StepWithdrawn(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed participant,
        bytes32 intent,
        HoldingRecord record,
        Step step
    );
    /// @param step The step that ended; `None` where the due date or the end of the days of grace had passed.
    event DeadlineApplied(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed participant,
        bytes32 intent,
        HoldingRecord record,
        Step step
    );

    /// @notice The receivable has no such holding.
    error HoldingNotFound(bytes32 holding);
    /// @notice The participant does not hold it.
    error NotTheHolder(bytes32 holding, ParticipantId participant);
    /// @notice The holding is in another phase than the action needs.
    error PhaseMismatch(bytes32 holding, Phase phase);
    /// @notice The holding is in another step than the action needs: `None` where it waits for nobody.
    error StepMismatch(bytes32 holding, Step step);
    /// @notice The participant is not the one that the step concerns.
    error NotTheCounterparty(bytes32 holding, ParticipantId participant);
    /// @notice The step's deadline (Unix seconds) has passed.
    error StepEnded(bytes32 holding, uint32 deadline);
    /// @notice No deadline of the holding has passed; the next one is at `deadline` (Unix seconds), 0 where none is.
    error NothingDue(bytes32 holding, uint64 deadline);
    /// @notice What is taken or what remains is smaller than the rules allow.
    error PartTooSmall(uint64 amount, uint64 smallest);
    /// @notice The holding has passed through as many hands as the rules allow.
    error TooManyHands(bytes32 holding, uint8 max);
    /// @notice The rules need the document of the trade.
    error TradeDocumentRequired(uint16 ruleVersion);
    /// @notice Holder and recipient are the same participant.
    error RecipientIsHolder(ParticipantId participant);
    /// @notice The obligor cannot be handed its own debt.
    error RecipientIsObligor(ParticipantId participant);
    /// @notice It was bought with recourse, so it stays with its holder until it is paid.
    error HeldWithRecourse(bytes32 holding);
    /// @notice It is too late in the receivable's life: the due date (days since 1970-01-01) has come.
    error DueDateReached(bytes32 receivable, uint32 dueDate);

    /// @notice The holder offers a part to somebody, who is paid with it. The part is locked until answered.
    function proposeTransfer(ProposeTransfer calldata intent, bytes calldata signature) external;

    /// @notice The recipient takes the part, or declines; then it stays with the holder as a part of its own.
    function answerTransfer(AnswerTransfer calldata intent, bytes calldata signature) external;

    /// @notice Whoever began a step takes it back: the holder a proposed transfer, a request for financing or
    /// nothing else's; the financier its acceptance or a declared disbursement; the payer a declared payment; the
    /// supplier a proposed credit note or a requested cancellation; the obligor a dispute.
    function withdrawStep(WithdrawStep calldata intent, bytes calldata signature) external;

    /// @notice Carries out what the passing of time has decided; any active participant may say so.
    /// @dev Unanswered: a transfer, a request, an accepted offer, a credit note, a dispute and a cancellation lapse,
    /// and the holding is as before; a declared disbursement passes the part on; a declared payment counts as paid.
    /// At rest: past the due date it is overdue, past the days of grace defaulted, and the obligor is stopped.
    function applyDeadline(ApplyDeadline calldata intent, bytes calldata signature) external;

    /// @notice A holding as it stands; its phase is `None` where there is none.
    function holding(bytes32 receivable, bytes32 id) external view returns (Holding memory);
}
