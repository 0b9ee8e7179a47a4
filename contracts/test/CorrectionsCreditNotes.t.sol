// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../src/interfaces/ICorrections.sol";
import {IDualControl} from "../src/interfaces/IDualControl.sol";
import {IFinancing} from "../src/interfaces/IFinancing.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {HoldingRecord} from "../src/types/HoldingRecord.sol";
import {NOBODY} from "../src/types/ParticipantId.sol";
import {Permissions} from "../src/types/Permissions.sol";
import {Roles} from "../src/types/Roles.sol";
import {CorrectionFixture} from "./support/CorrectionFixture.sol";
import {CorrectionTypedData} from "./support/CorrectionTypedData.sol";

/// @notice The supplier takes back a part of its claim: from itself at once, from anybody else with its consent.
contract CorrectionsCreditNotesTest is CorrectionFixture {
    uint32 private constant ANSWERED_BY = uint32(NOW) + 72 hours;

    function test_A_credit_note_on_the_suppliers_own_part_takes_effect_at_once() public {
        ICorrections.IssueCreditNote memory intent = creditNote(tier1Brakes, root, 150_000);
        bytes32 structHash = CorrectionTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit ICorrections.CreditNoteIssued(
            root, root, tier1Brakes.id, digestOf(structHash), rest(850_000), "CN-1", 150_000, CREDIT_DOCUMENT
        );
        ledger.issueCreditNote(intent, sign(tier1Brakes, structHash));

        assertHolding(root, rest(850_000), "less by the credit");
    }

    function test_A_credit_note_over_all_of_it_closes_the_part() public {
        credit(tier1Brakes, root, WHOLE);
        assertPhase(root, IReceivables.Phase.Closed, "closed");
    }

    function test_A_credit_note_on_a_financed_part_waits_for_its_financier() public {
        bytes32 part = financedBy(bankEast, 400_000);
        ICorrections.IssueCreditNote memory intent = creditNote(tier1Brakes, part, 50_000);
        bytes32 structHash = CorrectionTypedData.hash(intent);
        HoldingRecord waiting = waitingFor(bought(bankEast, 400_000), 50_000);

        vm.expectEmit(address(ledger));
        emit ICorrections.CreditNoteIssued(
            root, part, tier1Brakes.id, digestOf(structHash), waiting, "CN-1", 50_000, CREDIT_DOCUMENT
        );
        ledger.issueCreditNote(intent, sign(tier1Brakes, structHash));

        assertHolding(part, waiting, "waits for 72 hours");
        assertExposure(bankEast, 400_000, "as before");
    }

    function test_The_financier_agrees_and_holds_less() public {
        bytes32 part = financedBy(bankEast, 400_000);
        credit(tier1Brakes, part, 50_000);
        ICorrections.AnswerCreditNote memory intent = creditTaken(bankEast, part, 50_000);
        bytes32 structHash = CorrectionTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit ICorrections.CreditNoteAnswered(
            root, part, bankEast.id, digestOf(structHash), bought(bankEast, 350_000), 50_000, true, ""
        );
        ledger.answerCreditNote(intent, sign(bankEast, structHash));

        assertHolding(part, bought(bankEast, 350_000), "less by the credit");
        assertExposure(bankEast, 350_000, "less by the credit");
    }

    function test_A_part_with_recourse_keeps_its_seller_through_a_credit_note() public {
        bytes32 part = financedWithRecourse(bankEast, 400_000);
        credit(tier1Brakes, part, 50_000);
        assertHolding(part, waitingFor(boughtWithRecourse(bankEast, 400_000), 50_000), "waits");

        perform(callOf(bankEast, creditTaken(bankEast, part, 50_000)));
        assertHolding(part, boughtWithRecourse(bankEast, 350_000), "seller and flag as before");
    }

    function test_Who_was_paid_with_a_part_agrees_or_declines() public {
        bytes32 part = transferred(300_000);
        IReceivables.Holding memory before = holdingOf(root, part);
        credit(tier1Brakes, part, 300_000);
        ICorrections.AnswerCreditNote memory intent = creditDeclined(tier2Steel, part, 300_000);
        bytes32 structHash = CorrectionTypedData.hash(intent);

        HoldingRecord asBefore = rest(300_000).passedTo(tier2Steel.id);
        vm.expectEmit(address(ledger));
        emit ICorrections.CreditNoteAnswered(
            root, part, tier2Steel.id, digestOf(structHash), asBefore, 300_000, false, "the goods were fine"
        );
        ledger.answerCreditNote(intent, sign(tier2Steel, structHash));
        vm.assertEq(abi.encode(holdingOf(root, part)), abi.encode(before), "as before");

        credit(tier1Brakes, part, 300_000);
        perform(callOf(tier2Steel, creditTaken(tier2Steel, part, 300_000)));
        assertPhase(part, IReceivables.Phase.Closed, "credited in full");
    }

    function test_A_credit_note_that_nobody_answers_lapses() public {
        bytes32 part = financedBy(bankEast, 400_000);
        credit(tier1Brakes, part, 50_000);
        vm.warp(ANSWERED_BY + 1);
        assertReverts(
            callOf(bankEast, creditTaken(bankEast, part, 50_000)),
            abi.encodeWithSelector(IReceivables.StepEnded.selector, part, ANSWERED_BY)
        );
        applyTime(part);

        assertHolding(part, bought(bankEast, 400_000), "as before");
        assertExposure(bankEast, 400_000, "as before");
    }

    function test_The_supplier_can_take_its_proposal_back() public {
        bytes32 part = financedBy(bankEast, 400_000);
        credit(tier1Brakes, part, 50_000);

        perform(callOf(tier1Brakes, stepBack(tier1Brakes, part, IReceivables.Step.CreditNoteProposed)));

        assertHolding(part, bought(bankEast, 400_000), "as before");
    }

    function test_What_is_overdue_can_be_credited_and_what_is_in_default_cannot() public {
        vm.warp(END_OF_DUE_DATE + 1);
        applyTime(root);
        credit(tier1Brakes, root, 1);
        assertHolding(root, rest(WHOLE - 1).withPhase(IReceivables.Phase.Overdue), "still overdue");

        letDefault(root);
        assertReverts(
            callOf(tier1Brakes, creditNote(tier1Brakes, root, 1)),
            abi.encodeWithSelector(IReceivables.PhaseMismatch.selector, root, IReceivables.Phase.Defaulted)
        );
    }

    function testFuzz_Any_credit_lowers_a_financed_part_and_its_financiers_exposure_alike(uint64 credited) public {
        bytes32 part = financedWithRecourse(bankEast, 400_000);
        credited = uint64(1 + credited % 400_000);
        credit(tier1Brakes, part, credited);
        perform(callOf(bankEast, creditTaken(bankEast, part, credited)));

        assertHolding(part, boughtWithRecourse(bankEast, 400_000).withAmount(400_000 - credited), "the rest");
        assertExposure(bankEast, 400_000 - credited, "the rest");
    }

    // Refused

    function test_Only_the_supplier_of_the_invoice_issues_credit_notes() public {
        assertReverts(
            callOf(tier2Steel, creditNote(tier2Steel, root, 1)),
            abi.encodeWithSelector(IInvoices.NotTheSupplier.selector, root, tier2Steel.id)
        );
        assertReverts(
            callOf(coreMotors, creditNote(coreMotors, root, 1)),
            abi.encodeWithSelector(IIntents.RoleMissing.selector, coreMotors.id, Roles.SUPPLIER)
        );
    }

    function test_A_credit_is_at_least_one_unit_and_at_most_the_holding() public {
        uint64[2] memory bad = [0, WHOLE + 1];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertReverts(
                callOf(tier1Brakes, creditNote(tier1Brakes, root, bad[i])),
                abi.encodeWithSelector(IInvoices.AmountOutOfRange.selector, bad[i], WHOLE)
            );
        }
    }

    function test_A_credit_note_has_a_number_like_an_invoice() public {
        ICorrections.IssueCreditNote memory intent = creditNote(tier1Brakes, root, 1);
        intent.number = " CN-1";
        assertReverts(callOf(tier1Brakes, intent), abi.encodeWithSelector(IInvoices.MalformedNumber.selector));
    }

    function test_A_part_that_waits_for_something_else_cannot_be_credited() public {
        bytes32 part = proposed(100_000);
        assertReverts(
            callOf(tier1Brakes, creditNote(tier1Brakes, part, 1)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, part, IReceivables.Step.TransferProposed)
        );
    }

    function test_An_answer_names_the_credit_and_comes_from_the_holder_with_a_reason_or_none() public {
        bytes32 part = financedBy(bankEast, 400_000);
        assertReverts(
            callOf(bankEast, creditTaken(bankEast, part, 0)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, part, IReceivables.Step.None)
        );
        credit(tier1Brakes, part, 50_000);
        assertReverts(
            callOf(bankEast, creditTaken(bankEast, part, 49_999)),
            abi.encodeWithSelector(IFinancing.AmountMismatch.selector, part, 50_000)
        );
        assertReverts(
            callOf(bankWest, creditTaken(bankWest, part, 50_000)),
            abi.encodeWithSelector(IReceivables.NotTheHolder.selector, part, bankWest.id)
        );
        ICorrections.AnswerCreditNote memory intent = creditDeclined(bankEast, part, 50_000);
        intent.reason = "";
        assertReverts(
            callOf(bankEast, intent), abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 0, 200)
        );
    }

    function test_Above_a_threshold_two_keys_issue_and_two_agree_but_one_declines() public {
        bytes32 part = financedBy(bankEast, 400_000);
        setThreshold(tier1Brakes, 1_000);
        ICorrections.IssueCreditNote memory intent = creditNote(tier1Brakes, part, 1_001);
        assertReverts(
            callOf(tier1Brakes, intent),
            abi.encodeWithSelector(IDualControl.SecondSignatureRequired.selector, tier1Brakes.id, 1_000)
        );
        Party memory second = withKey(tier1Brakes, Permissions.CLAIM);
        ledger.issueCreditNote(intent, signByTwo(tier1Brakes, second, CorrectionTypedData.hash(intent)));

        setThreshold(bankEast, 1_000);
        assertReverts(
            callOf(bankEast, creditTaken(bankEast, part, 1_001)),
            abi.encodeWithSelector(IDualControl.SecondSignatureRequired.selector, bankEast.id, 1_000)
        );
        perform(callOf(bankEast, creditDeclined(bankEast, part, 1_001)));
    }

    function waitingFor(HoldingRecord record, uint64 amount) private pure returns (HoldingRecord) {
        return record.inStep(IReceivables.Step.CreditNoteProposed, NOBODY, amount, ANSWERED_BY);
    }
}
