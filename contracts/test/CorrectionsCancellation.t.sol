// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../src/interfaces/ICorrections.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {HoldingRecord, newHolding} from "../src/types/HoldingRecord.sol";
import {NOBODY} from "../src/types/ParticipantId.sol";
import {CorrectionFixture} from "./support/CorrectionFixture.sol";
import {CorrectionTypedData} from "./support/CorrectionTypedData.sol";

/// @notice Supplier and buyer undo a receivable that nobody else has a part in.
contract CorrectionsCancellationTest is CorrectionFixture {
    uint32 private constant ANSWERED_BY = uint32(NOW) + 72 hours;

    function test_The_supplier_asks_and_its_holding_waits_for_the_buyer() public {
        ICorrections.RequestCancellation memory intent = cancellation(tier1Brakes);
        bytes32 structHash = CorrectionTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit ICorrections.CancellationRequested(
            root, tier1Brakes.id, digestOf(structHash), asked(), "order was withdrawn"
        );
        ledger.requestCancellation(intent, sign(tier1Brakes, structHash));

        assertHolding(root, asked(), "waits for 72 hours");
    }

    function test_The_buyer_consents_and_nothing_is_owed_any_more() public {
        ask();
        ICorrections.AnswerCancellation memory intent = consent(coreMotors);
        bytes32 structHash = CorrectionTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit ICorrections.CancellationAnswered(
            root, coreMotors.id, digestOf(structHash), untouched().withAmount(0), true, ""
        );
        ledger.answerCancellation(intent, sign(coreMotors, structHash));

        assertHolding(root, untouched().withAmount(0), "closed");
        assertState(root, IInvoices.InvoiceState.Cancelled, "cancelled");
    }

    function test_A_cancelled_invoice_stays_so_and_its_number_taken() public {
        ask();
        perform(callOf(coreMotors, consent(coreMotors)));

        assertReverts(
            callOf(coreMotors, confirmation(root, 1)),
            abi.encodeWithSelector(IInvoices.InvoiceNotOpen.selector, root, IInvoices.InvoiceState.Cancelled)
        );
        assertReverts(
            callOf(tier1Brakes, submission("INV-1")),
            abi.encodeWithSelector(IInvoices.InvoiceAlreadyExists.selector, root)
        );
        assertReverts(
            callOf(tier1Brakes, cancellation(tier1Brakes)),
            abi.encodeWithSelector(IReceivables.PhaseMismatch.selector, root, IReceivables.Phase.Closed)
        );
    }

    function test_Without_consent_all_is_as_before() public {
        ask();
        ICorrections.AnswerCancellation memory intent = noConsent(coreMotors);
        bytes32 structHash = CorrectionTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit ICorrections.CancellationAnswered(
            root, coreMotors.id, digestOf(structHash), untouched(), false, "goods have arrived"
        );
        ledger.answerCancellation(intent, sign(coreMotors, structHash));

        assertHolding(root, untouched(), "as before");
        assertState(root, IInvoices.InvoiceState.Confirmed, "still confirmed");
    }

    function test_A_request_that_nobody_answers_lapses() public {
        ask();
        vm.warp(ANSWERED_BY + 1);
        assertReverts(
            callOf(coreMotors, consent(coreMotors)),
            abi.encodeWithSelector(IReceivables.StepEnded.selector, root, ANSWERED_BY)
        );
        applyTime(root);
        assertHolding(root, untouched(), "as before");
    }

    function test_The_supplier_can_take_its_request_back() public {
        ask();
        perform(callOf(tier1Brakes, stepBack(tier1Brakes, root, IReceivables.Step.CancellationRequested)));
        assertHolding(root, untouched(), "as before");
    }

    function test_Nothing_can_be_moved_while_the_buyer_thinks() public {
        ask();
        assertReverts(
            callOf(tier1Brakes, request(1)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, root, IReceivables.Step.CancellationRequested)
        );
    }

    // Refused

    /// @custom:fault 70 cancelled after it was financed
    function test_What_was_passed_on_paid_credited_or_disputed_cannot_be_cancelled() public {
        bytes memory notWhole = abi.encodeWithSelector(ICorrections.NotWhole.selector, root);
        credit(tier1Brakes, root, 1);
        assertReverts(callOf(tier1Brakes, cancellation(tier1Brakes)), notWhole);

        root = receivable("INV-2", WHOLE);
        notWhole = abi.encodeWithSelector(ICorrections.NotWhole.selector, root);
        bytes32 part = proposed(WHOLE);
        assertReverts(callOf(tier1Brakes, cancellation(tier1Brakes)), notWhole);
        perform(callOf(tier1Brakes, stepBack(tier1Brakes, part, IReceivables.Step.TransferProposed)));
        assertReverts(callOf(tier1Brakes, cancellation(tier1Brakes)), notWhole);

        root = receivable("INV-3", WHOLE);
        notWhole = abi.encodeWithSelector(ICorrections.NotWhole.selector, root);
        pay(coreMotors, root, 1);
        perform(callOf(tier1Brakes, moneyReceived(tier1Brakes, root, 1)));
        assertReverts(callOf(tier1Brakes, cancellation(tier1Brakes)), notWhole);

        root = receivable("INV-4", WHOLE);
        notWhole = abi.encodeWithSelector(ICorrections.NotWhole.selector, root);
        disputed(root, 1);
        assertReverts(callOf(tier1Brakes, cancellation(tier1Brakes)), notWhole);
    }

    function test_What_waits_for_something_or_is_overdue_cannot_be_cancelled() public {
        pay(coreMotors, root, 1);
        assertReverts(
            callOf(tier1Brakes, cancellation(tier1Brakes)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, root, IReceivables.Step.PaymentDeclared)
        );
        perform(callOf(coreMotors, stepBack(coreMotors, root, IReceivables.Step.PaymentDeclared)));
        vm.warp(END_OF_DUE_DATE + 1);
        applyTime(root);
        assertReverts(
            callOf(tier1Brakes, cancellation(tier1Brakes)),
            abi.encodeWithSelector(IReceivables.PhaseMismatch.selector, root, IReceivables.Phase.Overdue)
        );
    }

    function test_Only_its_supplier_asks_and_only_its_buyer_answers() public {
        assertReverts(
            callOf(tier2Steel, cancellation(tier2Steel)),
            abi.encodeWithSelector(IInvoices.NotTheSupplier.selector, root, tier2Steel.id)
        );
        ask();
        assertReverts(
            callOf(otherBuyer, consent(otherBuyer)),
            abi.encodeWithSelector(IInvoices.NotTheBuyer.selector, root, otherBuyer.id)
        );
    }

    function test_There_is_no_answer_without_a_request_and_no_request_without_a_receivable() public {
        assertReverts(
            callOf(coreMotors, consent(coreMotors)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, root, IReceivables.Step.None)
        );
        root = submit(submission("INV-2"));
        bytes memory notFound = abi.encodeWithSelector(IReceivables.HoldingNotFound.selector, root);
        assertReverts(callOf(tier1Brakes, cancellation(tier1Brakes)), notFound);
        assertReverts(callOf(coreMotors, consent(coreMotors)), notFound);
    }

    function test_A_request_and_a_refusal_say_why_and_consent_says_nothing() public {
        ICorrections.RequestCancellation memory asking = cancellation(tier1Brakes);
        asking.reason = "";
        bytes memory tooShort = abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 0, 200);
        assertReverts(callOf(tier1Brakes, asking), tooShort);
        ask();
        ICorrections.AnswerCancellation memory answer = noConsent(coreMotors);
        answer.reason = "";
        assertReverts(callOf(coreMotors, answer), tooShort);
        answer.accepted = true;
        answer.reason = "fine";
        assertReverts(
            callOf(coreMotors, answer), abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 4, 0)
        );
    }

    function ask() private {
        perform(callOf(tier1Brakes, cancellation(tier1Brakes)), "ask for cancellation");
    }

    function untouched() private view returns (HoldingRecord) {
        return newHolding(tier1Brakes.id, WHOLE, 1, false);
    }

    function asked() private view returns (HoldingRecord) {
        return untouched().inStep(IReceivables.Step.CancellationRequested, NOBODY, 0, ANSWERED_BY);
    }
}
