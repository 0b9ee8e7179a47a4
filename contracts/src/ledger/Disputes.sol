// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../interfaces/ICorrections.sol";
import {IInvoices} from "../interfaces/IInvoices.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {HoldingRecord, DEFENCES_WAIVED, DISPUTED, RECOURSE, TOUCHED} from "../types/HoldingRecord.sol";
import {NOBODY} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {Roles} from "../types/Roles.sol";
import {RuleRecord} from "../types/RuleRecord.sol";
import {CorrectionHashing} from "./CorrectionHashing.sol";
import {DualControl} from "./DualControl.sol";
import {Exposures} from "./Exposures.sol";
import {Holdings} from "./Holdings.sol";

/// @title Disputes: what the obligor says it does not owe is frozen, and the rest moves on
abstract contract Disputes is ICorrections, Holdings, DualControl, Exposures {
    /// @inheritdoc ICorrections
    function openDispute(OpenDispute calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            Roles.BUYER,
            Permissions.OWE,
            intent.buyer,
            CorrectionHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _holding(intent.receivable, intent.holding);
        if (_invoices[intent.receivable].buyer() != intent.buyer) {
            revert IInvoices.NotTheBuyer(intent.receivable, intent.buyer);
        }
        _requireNotPast(intent.holding, record, IReceivables.Phase.Overdue);
        _requireStep(intent.holding, record, IReceivables.Step.None);
        if (record.has(DEFENCES_WAIVED | DISPUTED)) {
            revert DisputeNotAllowed(intent.holding, record.has(DEFENCES_WAIVED));
        }
        _requireReason(intent.reason);

        HoldingRecord part;
        (record, part) = _disputed(intent.holding, record, intent.amount);
        _holdings[intent.receivable][intent.holding] = record;
        _holdings[intent.receivable][digest] = part;
        emit DisputeOpened(
            intent.receivable, digest, intent.buyer, intent.holding, record, part, intent.reason, intent.evidence
        );
    }

    /// @inheritdoc ICorrections
    function answerDispute(AnswerDispute calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            0,
            Permissions.MOVE,
            intent.holder,
            CorrectionHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _heldBy(intent.holder, intent.receivable, intent.holding);
        _requireStep(intent.holding, record, IReceivables.Step.DisputeOpened);
        _requireInTime(intent.holding, record);
        uint64 owed = record.amount();
        if (intent.credited > owed) revert IInvoices.AmountOutOfRange(intent.credited, owed);
        _requireReason(intent.reason);

        if (intent.credited > 0) {
            _requireTwo(intent.holder, _invoices[intent.receivable].currency(), intent.credited, signature);
            record = _lessened(intent.receivable, record, intent.credited);
            _holdings[intent.receivable][intent.holding] = record;
        }
        emit DisputeAnswered(
            intent.receivable,
            intent.holding,
            intent.holder,
            digest,
            record,
            intent.credited,
            intent.reason,
            intent.evidence
        );
    }

    /// @dev A holding with recourse cannot be split, since its seller answers for it as one; whole, it can be frozen.
    function _disputed(bytes32 id, HoldingRecord whole, uint64 amount)
        private
        view
        returns (HoldingRecord rest, HoldingRecord part)
    {
        RuleRecord rules = _rules[whole.ruleVersion()];
        if (whole.has(RECOURSE) && amount == whole.amount()) {
            part = whole.with(TOUCHED);
            rest = part.withAmount(0);
        } else {
            (rest, part) = _split(id, whole, amount, rules);
        }
        part = part.with(DISPUTED).inStep(
            IReceivables.Step.DisputeOpened, NOBODY, 0, _after(rules.disputeTime())
        );
    }
}
