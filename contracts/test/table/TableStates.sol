// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../../src/interfaces/IFinancing.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {CorrectionFixture} from "../support/CorrectionFixture.sol";
import {FinancingTypedData} from "../support/FinancingTypedData.sol";
import {TransferTypedData} from "../support/TransferTypedData.sol";

/// @notice Brings an invoice or a holding into each state that there is.
abstract contract TableStates is CorrectionFixture {
    /// @dev What lies behind a state: an invoice that is no receivable, or a holding of a certain kind.
    enum Kind {
        NoInvoice,
        Submitted,
        Rejected,
        Withdrawn,
        Cancelled,
        Whole,
        Passed,
        Recourse,
        Claimed,
        Unknown
    }

    /// @param late Whether the step's deadline, or the date that the phase waits for, has passed.
    struct State {
        Kind kind;
        IReceivables.Phase phase;
        IReceivables.Step step;
        bool late;
    }

    uint64 internal constant PART = 400_000;

    State[] internal states;

    /// @dev The holding of the state, and its offer where it waits for one.
    bytes32 internal part;
    bytes32 internal terms;

    function listStates() internal {
        for (uint8 kind = 0; kind <= uint8(Kind.Cancelled); ++kind) {
            _add(Kind(kind), IReceivables.Phase.None, IReceivables.Step.None, false);
        }
        _add(Kind.Unknown, IReceivables.Phase.None, IReceivables.Step.None, false);
        _add(Kind.Whole, IReceivables.Phase.Held, IReceivables.Step.None, false);
        for (uint8 step = 0; step <= uint8(IReceivables.Step.DisputeOpened); ++step) {
            bool ofRecourse = step == uint8(IReceivables.Step.RepurchaseDeclared)
                || step == uint8(IReceivables.Step.RepurchaseContested);
            if (!ofRecourse) _addBoth(Kind.Passed, IReceivables.Phase.Held, IReceivables.Step(step));
        }
        _addBoth(Kind.Whole, IReceivables.Phase.Held, IReceivables.Step.CancellationRequested);
        _addBoth(Kind.Recourse, IReceivables.Phase.Held, IReceivables.Step.None);
        _addBoth(Kind.Passed, IReceivables.Phase.Overdue, IReceivables.Step.None);
        _addBoth(Kind.Passed, IReceivables.Phase.Overdue, IReceivables.Step.PaymentDeclared);
        _addBoth(Kind.Passed, IReceivables.Phase.Overdue, IReceivables.Step.PaymentContested);
        _addBoth(Kind.Passed, IReceivables.Phase.Overdue, IReceivables.Step.CreditNoteProposed);
        _addBoth(Kind.Passed, IReceivables.Phase.Overdue, IReceivables.Step.DisputeOpened);
        _add(Kind.Passed, IReceivables.Phase.Defaulted, IReceivables.Step.None, false);
        _addBoth(Kind.Passed, IReceivables.Phase.Defaulted, IReceivables.Step.PaymentDeclared);
        _addBoth(Kind.Passed, IReceivables.Phase.Defaulted, IReceivables.Step.PaymentContested);
        _add(Kind.Recourse, IReceivables.Phase.Defaulted, IReceivables.Step.None, false);
        _add(Kind.Claimed, IReceivables.Phase.Defaulted, IReceivables.Step.None, false);
        _addBoth(Kind.Claimed, IReceivables.Phase.Defaulted, IReceivables.Step.RepurchaseDeclared);
        _addBoth(Kind.Claimed, IReceivables.Phase.Defaulted, IReceivables.Step.RepurchaseContested);
        _add(Kind.Passed, IReceivables.Phase.WrittenOff, IReceivables.Step.None, false);
        _add(Kind.Passed, IReceivables.Phase.Closed, IReceivables.Step.None, false);
    }

    function arrange(State memory state) internal {
        root = state.kind == Kind.NoInvoice ? idOf(submission("T-1")) : submit(submission("T-1"));
        part = root;
        if (state.kind == Kind.Rejected) reject(root);
        if (state.kind == Kind.Withdrawn) withdraw(root);
        if (state.kind <= Kind.Withdrawn) return;
        confirm(root, WHOLE);
        if (state.kind == Kind.Cancelled) {
            perform(callOf(tier1Brakes, cancellation(tier1Brakes)));
            perform(callOf(coreMotors, consent(coreMotors)));
        } else if (state.kind == Kind.Unknown) {
            // Of the receivable itself there is nothing left to cancel, so that all is about the holding.
            transferred(PART);
            part = keccak256("unknown");
        } else {
            _arrangeHolding(state);
        }
    }

    function nameOf(State memory state) internal pure returns (string memory) {
        string[10] memory kinds = [
            "No invoice",
            "Invoice submitted",
            "Invoice rejected",
            "Invoice withdrawn",
            "Invoice cancelled",
            "whole",
            "",
            "with recourse",
            "recourse claimed",
            "No such holding"
        ];
        string memory kind = kinds[uint256(state.kind)];
        if (state.phase == IReceivables.Phase.None) return kind;
        string[6] memory phases = ["", "Held", "Overdue", "Defaulted", "Written off", "Closed"];
        string memory name = string.concat("Holding: ", phases[uint256(state.phase)]);
        if (bytes(kind).length != 0) name = string.concat(name, ", ", kind);
        if (state.step != IReceivables.Step.None) name = string.concat(name, ", ", nameOf(state.step));
        return state.late ? string.concat(name, ", past its time") : name;
    }

    function nameOf(IReceivables.Step step) internal pure returns (string memory) {
        string[13] memory steps = [
            "",
            "transfer proposed",
            "financing requested",
            "offer accepted",
            "disbursement declared",
            "disbursement contested",
            "payment declared",
            "payment contested",
            "repurchase declared",
            "repurchase contested",
            "credit note proposed",
            "dispute opened",
            "cancellation requested"
        ];
        return steps[uint256(step)];
    }

    function _arrangeHolding(State memory state) private {
        if (state.kind == Kind.Passed) part = transferred(PART);
        if (state.kind >= Kind.Recourse) part = _boughtWithRecourse(transferred(PART));
        if (state.phase == IReceivables.Phase.Closed) {
            pay(coreMotors, part, PART);
            perform(callOf(tier2Steel, moneyReceived(tier2Steel, part, PART)));
        } else if (state.phase == IReceivables.Phase.Overdue) {
            vm.warp(END_OF_DUE_DATE + 1);
            applyTime(part);
        } else if (state.phase >= IReceivables.Phase.Defaulted) {
            letDefault(part);
        }
        if (state.phase == IReceivables.Phase.WrittenOff) perform(callOf(tier2Steel, giveUp(tier2Steel, part)));
        if (state.kind == Kind.Claimed) perform(callOf(bankEast, recourseClaim(bankEast, part)));
        _begin(state.step);
        if (state.late) vm.warp(_timeOver());
    }

    function _begin(IReceivables.Step step) private {
        if (step == IReceivables.Step.TransferProposed) part = _proposed();
        if (step >= IReceivables.Step.FinancingRequested && step <= IReceivables.Step.DisbursementContested) {
            _beginFinancing(step);
        }
        if (step == IReceivables.Step.PaymentDeclared || step == IReceivables.Step.PaymentContested) {
            pay(coreMotors, part, PART);
            if (step == IReceivables.Step.PaymentContested) contestPayment(tier2Steel, part, PART);
        }
        if (step == IReceivables.Step.RepurchaseDeclared || step == IReceivables.Step.RepurchaseContested) {
            pay(tier2Steel, part, PART);
            if (step == IReceivables.Step.RepurchaseContested) contestPayment(bankEast, part, PART);
        }
        if (step == IReceivables.Step.CreditNoteProposed) credit(tier1Brakes, part, 1_000);
        if (step == IReceivables.Step.DisputeOpened) part = disputed(part, PART);
        if (step == IReceivables.Step.CancellationRequested) {
            perform(callOf(tier1Brakes, cancellation(tier1Brakes)));
        }
    }

    function _proposed() private returns (bytes32) {
        IReceivables.ProposeTransfer memory intent = transferTo(recipient(), part, PART);
        intent.holder = tier2Steel.id;
        perform(callOf(tier2Steel, intent));
        return digestOf(TransferTypedData.hash(intent));
    }

    function _beginFinancing(IReceivables.Step step) private {
        IFinancing.RequestFinancing memory intent = request(root, part, PART);
        intent.holder = tier2Steel.id;
        perform(callOf(tier2Steel, intent));
        part = digestOf(FinancingTypedData.hash(intent));
        terms = offered(bankEast, part);
        if (step >= IReceivables.Step.OfferAccepted) _acceptTerms();
        if (step >= IReceivables.Step.DisbursementDeclared) disburse(bankEast, part, PART);
        if (step == IReceivables.Step.DisbursementContested) {
            IFinancing.AnswerDisbursement memory answer = contest(part, PART);
            answer.holder = tier2Steel.id;
            perform(callOf(tier2Steel, answer));
        }
    }

    function _boughtWithRecourse(bytes32 holding) private returns (bytes32) {
        IFinancing.RequestFinancing memory intent = request(root, holding, PART);
        intent.holder = tier2Steel.id;
        perform(callOf(tier2Steel, intent));
        part = digestOf(FinancingTypedData.hash(intent));
        IFinancing.PlaceOffer memory withRecourse = offer(bankEast, part);
        withRecourse.recourse = true;
        terms = offered(bankEast, withRecourse);
        _acceptTerms();
        disburse(bankEast, part, PART);
        IFinancing.AnswerDisbursement memory answer = receipt(part, PART);
        answer.holder = tier2Steel.id;
        perform(callOf(tier2Steel, answer));
        return part;
    }

    function _acceptTerms() private {
        IFinancing.AcceptOffer memory intent = acceptance(part, terms);
        intent.holder = tier2Steel.id;
        perform(callOf(tier2Steel, intent));
    }

    function _timeOver() private view returns (uint256) {
        IReceivables.Holding memory now_ = holdingOf(root, part);
        if (now_.step != IReceivables.Step.None) return uint256(now_.deadline) + 1;
        return (now_.phase == IReceivables.Phase.Held ? END_OF_DUE_DATE : END_OF_GRACE) + 1;
    }

    function recipient() internal view virtual returns (Party memory);

    function _add(Kind kind, IReceivables.Phase phase, IReceivables.Step step, bool late) private {
        states.push(State(kind, phase, step, late));
    }

    /// @dev What is contested has no deadline, so that there is nothing that could be over.
    function _addBoth(Kind kind, IReceivables.Phase phase, IReceivables.Step step) private {
        _add(kind, phase, step, false);
        bool ends = step != IReceivables.Step.DisbursementContested && step != IReceivables.Step.PaymentContested
            && step != IReceivables.Step.RepurchaseContested;
        if (ends) _add(kind, phase, step, true);
    }
}
