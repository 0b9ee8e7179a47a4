// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {HoldingRecord} from "../types/HoldingRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";

/// @title Settlement: paid, overdue, defaulted, taken back by the seller, written off, recovered
interface ISettlement {
    /// @param payer The obligor; or the seller who answers for the part once recourse is claimed.
    /// @param amount Minor units: 1 to what the holding is; all of it where the seller buys it back.
    struct DeclarePayment {
        ParticipantId payer;
        bytes32 receivable;
        bytes32 holding;
        uint64 amount;
        uint32 valueDate;
        string bankReference;
        bytes32 evidence;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param amount The declared amount that is answered.
    /// @param reason Why it is contested, 1 to 200 bytes; empty where it was received.
    struct AnswerPayment {
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

    struct ClaimRecourse {
        ParticipantId holder;
        bytes32 receivable;
        bytes32 holding;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param reason 1 to 200 bytes.
    struct WriteOff {
        ParticipantId holder;
        bytes32 receivable;
        bytes32 holding;
        string reason;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param amount Minor units that came in after all: 1 to what was written off.
    struct RecordRecovery {
        ParticipantId holder;
        bytes32 receivable;
        bytes32 holding;
        uint64 amount;
        uint32 valueDate;
        string bankReference;
        bytes32 evidence;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param operator A participant with the role operator.
    /// @param reason 1 to 200 bytes.
    struct LiftStop {
        ParticipantId operator;
        ParticipantId obligor;
        string reason;
        uint256 nonce;
        uint64 deadline;
    }

    /// @notice Where a participant wants to be paid from now on. Only events keep it: readers take the newest.
    /// @param currency ISO 4217 code.
    /// @param account What the payer's bank needs, such as an IBAN or an alias: 1 to 64 bytes. Public on the chain.
    struct SetAccount {
        ParticipantId participant;
        string currency;
        string account;
        uint256 nonce;
        uint64 deadline;
    }

    event AccountSet(ParticipantId indexed participant, bytes32 intent, string currency, string account);
    /// @dev The declared amount is the record's `pending`.
    event PaymentDeclared(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed payer,
        bytes32 intent,
        HoldingRecord record,
        uint32 valueDate,
        string bankReference,
        bytes32 evidence
    );
    event PaymentAnswered(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed holder,
        bytes32 intent,
        HoldingRecord record,
        uint64 amount,
        bool received,
        string reason,
        bytes32 evidence
    );
    event RecourseClaimed(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed holder,
        bytes32 intent,
        HoldingRecord record
    );
    /// @dev The amount written off is the record's `pending`.
    event WrittenOff(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed holder,
        bytes32 intent,
        HoldingRecord record,
        string reason
    );
    event Recovered(
        bytes32 indexed receivable,
        bytes32 indexed holding,
        ParticipantId indexed holder,
        bytes32 intent,
        HoldingRecord record,
        uint64 amount,
        uint32 valueDate,
        string bankReference,
        bytes32 evidence
    );
    event ObligorStopped(
        ParticipantId indexed obligor, bytes32 indexed receivable, bytes32 indexed holding, bytes32 intent
    );
    event StopLifted(
        ParticipantId indexed obligor, ParticipantId indexed operator, bytes32 intent, string reason
    );

    /// @notice The participant owes nothing on this holding: neither the obligor, nor a seller after recourse.
    error NotThePayer(bytes32 holding, ParticipantId participant);
    /// @notice The holding was bought without recourse, or recourse was claimed already.
    error NoRecourse(bytes32 holding);
    /// @notice The obligor has missed a maturity, and gets no new receivables until the operator lifts the stop.
    error ObligorIsStopped(ParticipantId obligor);
    /// @notice The obligor is not stopped.
    error NotStopped(ParticipantId obligor);

    function declarePayment(DeclarePayment calldata intent, bytes calldata signature) external;

    /// @notice The holder has the money, and the holding is less by it; or it contests, and the holding is frozen
    /// until it acknowledges after all or the payer takes its declaration back.
    function answerPayment(AnswerPayment calldata intent, bytes calldata signature) external;

    /// @notice After default the seller of a part with recourse has to buy it back.
    function claimRecourse(ClaimRecourse calldata intent, bytes calldata signature) external;

    /// @notice After default the holder gives the holding up.
    function writeOff(WriteOff calldata intent, bytes calldata signature) external;

    /// @notice The holder states that money came in for what it had given up.
    function recordRecovery(RecordRecovery calldata intent, bytes calldata signature) external;

    function setAccount(SetAccount calldata intent, bytes calldata signature) external;

    function liftStop(LiftStop calldata intent, bytes calldata signature) external;

    /// @notice Whether an obligor has missed a maturity and is stopped.
    function isStopped(ParticipantId obligor) external view returns (bool);
}
