// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {TableActions} from "./TableActions.sol";

/// @notice What the trade allows, said once more and without the ledger's code: who may do what in which state.
abstract contract TableRules is TableActions {
    function mayDo(Action action, Party memory by, Role role, State memory state) internal view returns (bool) {
        if (action <= Action.WithdrawInvoice) return _mayDoToInvoice(action, by, role, state);
        if (state.phase == IReceivables.Phase.None) return false;
        if (action <= Action.ContestDisbursement) return _mayFinance(action, by, role, state);
        if (action <= Action.RecordRecovery) return _maySettle(action, by, state);
        if (action <= Action.AnswerCancellation) return _mayCorrect(action, by, state);
        if (action == Action.ApplyDeadline) return state.late;
        return by.id == _beginner(state.step).id && !(state.late && _silenceDecides(state.step));
    }

    function _mayDoToInvoice(Action action, Party memory by, Role role, State memory state)
        private
        view
        returns (bool)
    {
        if (action == Action.SubmitInvoice) {
            if (by.id == tier1Brakes.id) return state.kind == Kind.NoInvoice;
            // Under its own number, which is another's business.
            return role == Role.Recipient || role == Role.Stranger || by.id == tier2Steel.id;
        }
        if (state.kind != Kind.Submitted) return false;
        return by.id == (action == Action.WithdrawInvoice ? tier1Brakes.id : coreMotors.id);
    }

    function _mayFinance(Action action, Party memory by, Role role, State memory state) private view returns (bool) {
        bool inTime = !state.late;
        bool isFinancier = role == Role.Financier || by.id == bankEast.id;
        if (action == Action.ProposeTransfer || action == Action.RequestFinancing) {
            bool free = state.phase == IReceivables.Phase.Held && state.step == IReceivables.Step.None && inTime;
            return _holds(by) && free && state.kind != Kind.Recourse;
        }
        if (action == Action.AnswerTransfer) {
            return role == Role.Recipient && state.step == IReceivables.Step.TransferProposed && inTime;
        }
        if (action == Action.PlaceOffer) {
            return
                (isFinancier || role == Role.Stranger) && state.step == IReceivables.Step.FinancingRequested && inTime;
        }
        if (action == Action.WithdrawOffer) return isFinancier && state.step == IReceivables.Step.FinancingRequested;
        if (action == Action.AcceptOffer) {
            return _holds(by) && state.step == IReceivables.Step.FinancingRequested && inTime;
        }
        if (action == Action.DeclareDisbursement) {
            return isFinancier && state.step == IReceivables.Step.OfferAccepted && inTime;
        }
        bool declared = state.step == IReceivables.Step.DisbursementDeclared && inTime;
        if (action == Action.ContestDisbursement) return _holds(by) && declared;
        return _holds(by) && (declared || state.step == IReceivables.Step.DisbursementContested);
    }

    function _maySettle(Action action, Party memory by, State memory state) private view returns (bool) {
        bool atRest = state.step == IReceivables.Step.None;
        if (action == Action.DeclarePayment) {
            bool owes = by.id == coreMotors.id || state.kind == Kind.Claimed && by.id == tier2Steel.id;
            return owes && atRest && state.phase <= IReceivables.Phase.Defaulted;
        }
        if (!_holds(by)) return false;
        bool declared =
            state.step == IReceivables.Step.PaymentDeclared || state.step == IReceivables.Step.RepurchaseDeclared;
        bool contested =
            state.step == IReceivables.Step.PaymentContested || state.step == IReceivables.Step.RepurchaseContested;
        if (action == Action.ContestPayment) return declared && !state.late;
        if (action == Action.AcknowledgePayment) return declared && !state.late || contested;
        if (action == Action.RecordRecovery) return state.phase == IReceivables.Phase.WrittenOff;
        bool hopeless = state.phase == IReceivables.Phase.Defaulted && atRest;
        return hopeless && (action == Action.WriteOff || state.kind == Kind.Recourse);
    }

    function _mayCorrect(Action action, Party memory by, State memory state) private view returns (bool) {
        bool atRest = state.step == IReceivables.Step.None;
        bool owed = state.phase == IReceivables.Phase.Held || state.phase == IReceivables.Phase.Overdue;
        if (action == Action.IssueCreditNote) return by.id == tier1Brakes.id && owed && atRest;
        if (action == Action.OpenDispute) return by.id == coreMotors.id && owed && atRest;
        if (action == Action.RequestCancellation) {
            return by.id == tier1Brakes.id && state.kind == Kind.Whole && atRest;
        }
        if (state.late) return false;
        if (action == Action.AnswerCreditNote) {
            return _holds(by) && state.step == IReceivables.Step.CreditNoteProposed;
        }
        if (action == Action.AnswerDispute) return _holds(by) && state.step == IReceivables.Step.DisputeOpened;
        return by.id == coreMotors.id && state.step == IReceivables.Step.CancellationRequested;
    }

    function _holds(Party memory by) private view returns (bool) {
        return by.id == holdingOf(root, part).holder;
    }

    function _beginner(IReceivables.Step step) private view returns (Party memory nobody) {
        if (step == IReceivables.Step.None) return nobody;
        if (step <= IReceivables.Step.FinancingRequested) return tier2Steel;
        if (step <= IReceivables.Step.DisbursementContested) return bankEast;
        if (step <= IReceivables.Step.PaymentContested || step == IReceivables.Step.DisputeOpened) return coreMotors;
        return step <= IReceivables.Step.RepurchaseContested ? tier2Steel : tier1Brakes;
    }

    function _silenceDecides(IReceivables.Step step) private pure returns (bool) {
        return step == IReceivables.Step.DisbursementDeclared || step == IReceivables.Step.PaymentDeclared
            || step == IReceivables.Step.RepurchaseDeclared;
    }
}
