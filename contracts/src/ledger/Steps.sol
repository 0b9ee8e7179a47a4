// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../interfaces/IReceivables.sol";
import {HoldingRecord} from "../types/HoldingRecord.sol";
import {InvoiceRecord} from "../types/InvoiceRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {Financing} from "./Financing.sol";
import {Settlement} from "./Settlement.sol";
import {StepHashing} from "./StepHashing.sol";

/// @title How a step ends without its answer: taken back, or by its deadline
abstract contract Steps is Financing, Settlement {
    /// @dev `IReceivables.withdrawStep`. A payment or disbursement that was declared stands once its deadline has
    /// passed, since the silence of the other side has decided; a contested one can be taken back at any time.
    function withdrawStep(IReceivables.WithdrawStep calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            0,
            _permissionToBegin(intent.step),
            intent.participant,
            StepHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _holding(intent.receivable, intent.holding);
        IReceivables.Step step = record.step();
        if (step == IReceivables.Step.None || uint8(step) != intent.step) {
            revert IReceivables.StepMismatch(intent.holding, step);
        }
        if (_beginnerOf(step, record, _invoices[intent.receivable]) != intent.participant) {
            revert IReceivables.NotTheCounterparty(intent.holding, intent.participant);
        }
        if (_isDeclared(step)) _requireInTime(intent.holding, record);

        record = _isLocked(step)
            ? _unlock(intent.receivable, intent.holding, record)
            : _saved(intent.receivable, intent.holding, record.atRest());
        emit IReceivables.StepWithdrawn(
            intent.receivable, intent.holding, intent.participant, digest, record, step
        );
    }

    /// @dev `IReceivables.applyDeadline`.
    function applyDeadline(IReceivables.ApplyDeadline calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            0,
            Permissions.SETTLE,
            intent.participant,
            StepHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _holding(intent.receivable, intent.holding);
        InvoiceRecord invoice = _invoices[intent.receivable];
        IReceivables.Step step = record.step();

        record = step == IReceivables.Step.None
            ? _saved(intent.receivable, intent.holding, _matured(intent.holding, record, invoice))
            : _ended(intent.receivable, intent.holding, record);
        emit IReceivables.DeadlineApplied(
            intent.receivable, intent.holding, intent.participant, digest, record, step
        );
        bool defaulted = step == IReceivables.Step.None && record.phase() == IReceivables.Phase.Defaulted;
        if (defaulted) _stop(invoice.buyer(), intent.receivable, intent.holding, digest);
    }

    /// @dev Silence passes a disbursed part on, and acknowledges a payment; all else lapses.
    function _ended(bytes32 receivable, bytes32 id, HoldingRecord record) private returns (HoldingRecord) {
        IReceivables.Step step = record.step();
        _requirePassed(id, record.deadline());
        if (step == IReceivables.Step.OfferAccepted) return _unlock(receivable, id, record);
        if (step == IReceivables.Step.DisbursementDeclared) return _passToFinancier(receivable, id, record);
        return _saved(receivable, id, _isDeclared(step) ? _received(receivable, record) : record.atRest());
    }

    /// @dev What the calendar says of a holding that waits for nobody.
    function _matured(bytes32 id, HoldingRecord record, InvoiceRecord invoice) private view returns (HoldingRecord) {
        IReceivables.Phase phase = record.phase();
        if (phase > IReceivables.Phase.Overdue) revert IReceivables.NothingDue(id, 0);
        uint256 endOfDueDate = _endOfDueDate(invoice);
        uint256 endOfGrace = endOfDueDate + uint256(_rules[record.ruleVersion()].graceDays()) * 1 days;
        if (block.timestamp > endOfGrace) return record.withPhase(IReceivables.Phase.Defaulted);
        _requirePassed(id, phase == IReceivables.Phase.Held ? endOfDueDate : endOfGrace);
        return record.withPhase(IReceivables.Phase.Overdue);
    }

    function _requirePassed(bytes32 id, uint256 deadline) private view {
        if (deadline == 0 || block.timestamp <= deadline) revert IReceivables.NothingDue(id, uint64(deadline));
    }

    function _saved(bytes32 receivable, bytes32 id, HoldingRecord record) private returns (HoldingRecord) {
        return _holdings[receivable][id] = record;
    }

    /// @dev Who may take a step back: whoever began it.
    function _beginnerOf(IReceivables.Step step, HoldingRecord record, InvoiceRecord invoice)
        private
        pure
        returns (ParticipantId)
    {
        if (step <= IReceivables.Step.FinancingRequested) return record.holder();
        if (step <= IReceivables.Step.DisbursementContested) return record.counterparty();
        if (step <= IReceivables.Step.PaymentContested) return invoice.buyer();
        if (step <= IReceivables.Step.RepurchaseContested) return record.counterparty();
        return step == IReceivables.Step.DisputeOpened ? invoice.buyer() : invoice.supplier();
    }

    /// @param step A number of `Step`, as it was signed: it may be none.
    function _permissionToBegin(uint8 step) private pure returns (uint16) {
        if (step <= uint8(IReceivables.Step.FinancingRequested)) return Permissions.MOVE;
        if (step <= uint8(IReceivables.Step.DisbursementContested)) return Permissions.FUND;
        if (step <= uint8(IReceivables.Step.RepurchaseContested)) return Permissions.SETTLE;
        return step == uint8(IReceivables.Step.DisputeOpened) ? Permissions.OWE : Permissions.CLAIM;
    }

    /// @dev Somebody has declared that it paid, and the other side's silence will be its consent.
    function _isDeclared(IReceivables.Step step) private pure returns (bool) {
        return step == IReceivables.Step.DisbursementDeclared || step == IReceivables.Step.PaymentDeclared
            || step == IReceivables.Step.RepurchaseDeclared;
    }

    /// @dev Counted in a financier's exposure, though not its own yet.
    function _isLocked(IReceivables.Step step) private pure returns (bool) {
        return step >= IReceivables.Step.OfferAccepted && step <= IReceivables.Step.DisbursementContested;
    }
}
