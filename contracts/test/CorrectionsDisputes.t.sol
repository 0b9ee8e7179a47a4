// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../src/interfaces/ICorrections.sol";
import {IDualControl} from "../src/interfaces/IDualControl.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {HoldingRecord, DISPUTED} from "../src/types/HoldingRecord.sol";
import {NOBODY} from "../src/types/ParticipantId.sol";
import {Permissions} from "../src/types/Permissions.sol";
import {Roles} from "../src/types/Roles.sol";
import {CorrectionFixture} from "./support/CorrectionFixture.sol";
import {CorrectionTypedData} from "./support/CorrectionTypedData.sol";
import {TypedData} from "./support/TypedData.sol";

/// @notice What the obligor disputes is frozen; the rest moves on.
contract CorrectionsDisputesTest is CorrectionFixture {
    uint32 private constant LAPSES = uint32(NOW) + 30 days;

    function test_The_disputed_part_is_taken_out_and_frozen() public {
        ICorrections.OpenDispute memory intent = dispute(coreMotors, root, 300_000);
        bytes32 structHash = CorrectionTypedData.hash(intent);
        bytes32 part = digestOf(structHash);

        vm.expectEmit(address(ledger));
        emit ICorrections.DisputeOpened(
            root,
            part,
            coreMotors.id,
            root,
            rest(700_000),
            frozen(rest(300_000)),
            "brake discs cracked",
            keccak256("report")
        );
        ledger.openDispute(intent, sign(coreMotors, structHash));

        assertHolding(root, rest(700_000), "the rest");
        assertHolding(part, frozen(rest(300_000)), "the part");
        assertReverts(
            callOf(tier1Brakes, request(root, part, 1)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, part, IReceivables.Step.DisputeOpened)
        );
        bytes32 moved = transferred(700_000);
        assertHolder(moved, tier2Steel.id, "the rest moves on");
    }

    function test_The_whole_can_be_disputed_and_closes_its_parent() public {
        bytes32 part = disputed(root, WHOLE);
        assertHolding(root, rest(0), "closed");
        assertHolding(part, frozen(rest(WHOLE)), "frozen");
    }

    function test_A_financed_part_stays_in_its_financiers_exposure() public {
        bytes32 parent = financedBy(bankEast, 400_000);
        bytes32 part = disputed(parent, 100_000);

        assertHolding(parent, bought(bankEast, 300_000), "the rest");
        assertHolding(part, frozen(bought(bankEast, 100_000)), "the part");
        assertExposure(bankEast, 400_000, "as before");
    }

    function test_A_part_with_recourse_is_disputed_whole_or_not_and_keeps_its_seller() public {
        bytes32 parent = financedWithRecourse(bankEast, 400_000);
        assertReverts(
            callOf(coreMotors, dispute(coreMotors, parent, 399_999)),
            abi.encodeWithSelector(IReceivables.HeldWithRecourse.selector, parent)
        );

        bytes32 part = disputed(parent, 400_000);
        assertHolding(parent, boughtWithRecourse(bankEast, 400_000).withAmount(0), "closed");
        assertHolding(part, frozen(boughtWithRecourse(bankEast, 400_000)), "frozen");
        vm.warp(LAPSES + 1);
        applyTime(part);
        assertHolding(part, boughtWithRecourse(bankEast, 400_000).with(DISPUTED), "with recourse to its seller");
        assertExposure(bankEast, 400_000, "as before");
    }

    // How it ends

    function test_The_holder_gives_up_what_is_not_owed_and_the_remainder_is_free() public {
        bytes32 parent = financedBy(bankEast, 400_000);
        bytes32 part = disputed(parent, 100_000);
        ICorrections.AnswerDispute memory intent = disputeAnswer(bankEast, part, 40_000);
        bytes32 structHash = CorrectionTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit ICorrections.DisputeAnswered(
            root,
            part,
            bankEast.id,
            digestOf(structHash),
            bought(bankEast, 60_000).with(DISPUTED),
            40_000,
            "as agreed by telephone",
            keccak256("letter")
        );
        ledger.answerDispute(intent, sign(bankEast, structHash));

        assertHolding(part, bought(bankEast, 60_000).with(DISPUTED), "free");
        assertExposure(bankEast, 360_000, "less by the credit");
    }

    function test_A_disputed_part_that_is_given_up_whole_is_closed() public {
        bytes32 part = disputed(root, 300_000);
        perform(callOf(tier1Brakes, disputeAnswer(tier1Brakes, part, 300_000)));
        assertHolding(part, rest(0).with(DISPUTED), "closed");
    }

    function test_A_holder_that_gives_up_nothing_puts_its_evidence_on_the_record() public {
        bytes32 part = disputed(root, 300_000);
        ICorrections.AnswerDispute memory intent = disputeAnswer(tier1Brakes, part, 0);
        bytes32 structHash = CorrectionTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit ICorrections.DisputeAnswered(
            root,
            part,
            tier1Brakes.id,
            digestOf(structHash),
            frozen(rest(300_000)),
            0,
            "as agreed by telephone",
            keccak256("letter")
        );
        ledger.answerDispute(intent, sign(tier1Brakes, structHash));

        assertHolding(part, frozen(rest(300_000)), "still disputed");
    }

    function test_The_obligor_drops_its_dispute() public {
        bytes32 part = disputed(root, 300_000);
        perform(callOf(coreMotors, stepBack(coreMotors, part, IReceivables.Step.DisputeOpened)));
        assertHolding(part, rest(300_000).with(DISPUTED), "free");
    }

    function test_A_dispute_that_nobody_ends_lapses_and_the_debt_stands() public {
        bytes32 part = disputed(root, 300_000);
        vm.warp(LAPSES + 1);
        assertReverts(
            callOf(tier1Brakes, disputeAnswer(tier1Brakes, part, 1)),
            abi.encodeWithSelector(IReceivables.StepEnded.selector, part, LAPSES)
        );
        applyTime(part);
        assertHolding(part, rest(300_000).with(DISPUTED), "free");
    }

    function test_A_part_is_disputed_once_and_so_is_all_that_is_taken_out_of_it() public {
        bytes32 part = disputed(root, 300_000);
        perform(callOf(coreMotors, stepBack(coreMotors, part, IReceivables.Step.DisputeOpened)));
        assertReverts(
            callOf(coreMotors, dispute(coreMotors, part, 1)),
            abi.encodeWithSelector(ICorrections.DisputeNotAllowed.selector, part, false)
        );

        bytes32 child = requested(request(root, part, 100_000));
        vm.warp(block.timestamp + 5 days + 1);
        applyTime(child);
        assertReverts(
            callOf(coreMotors, dispute(coreMotors, child, 1)),
            abi.encodeWithSelector(ICorrections.DisputeNotAllowed.selector, child, false)
        );
        disputed(root, 100_000);
    }

    function testFuzz_A_dispute_and_its_credit_lose_nothing_but_the_credit(uint64 amount, uint64 credited) public {
        bytes32 parent = financedBy(bankEast, 400_000);
        amount = uint64(1 + amount % 400_000);
        credited = uint64(1 + credited % amount);
        bytes32 part = disputed(parent, amount);
        perform(callOf(bankEast, disputeAnswer(bankEast, part, credited)));

        assertAmount(parent, 400_000 - amount, "what was not disputed");
        assertHolding(part, bought(bankEast, amount).with(DISPUTED).withAmount(amount - credited), "what is owed");
        assertExposure(bankEast, 400_000 - credited, "both together");
    }

    // Refused

    function test_An_obligor_that_has_waived_its_defences_cannot_dispute() public {
        bytes32 invoice = submit(submission("INV-2"));
        IInvoices.ConfirmInvoice memory confirming = confirmation(invoice, 1_000);
        confirming.defencesWaived = true;
        ledger.confirmInvoice(confirming, sign(coreMotors, TypedData.hash(confirming)));
        ICorrections.OpenDispute memory intent = dispute(coreMotors, invoice, 1);
        intent.receivable = invoice;

        assertReverts(
            callOf(coreMotors, intent),
            abi.encodeWithSelector(ICorrections.DisputeNotAllowed.selector, invoice, true)
        );
    }

    function test_Only_the_buyer_disputes() public {
        assertReverts(
            callOf(otherBuyer, dispute(otherBuyer, root, 1)),
            abi.encodeWithSelector(IInvoices.NotTheBuyer.selector, root, otherBuyer.id)
        );
        assertReverts(
            callOf(bankEast, dispute(bankEast, root, 1)),
            abi.encodeWithSelector(IIntents.RoleMissing.selector, bankEast.id, Roles.BUYER)
        );
    }

    function test_A_disputed_amount_is_at_least_one_unit_and_at_most_the_holding_with_a_reason() public {
        uint64[2] memory bad = [0, WHOLE + 1];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertReverts(
                callOf(coreMotors, dispute(coreMotors, root, bad[i])),
                abi.encodeWithSelector(IInvoices.AmountOutOfRange.selector, bad[i], WHOLE)
            );
        }
        ICorrections.OpenDispute memory intent = dispute(coreMotors, root, 1);
        intent.reason = "";
        assertReverts(
            callOf(coreMotors, intent), abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 0, 200)
        );
    }

    /// @custom:fault 70 disputed in the wrong state
    function test_What_waits_for_something_else_or_is_in_default_cannot_be_disputed() public {
        bytes32 part = proposed(100_000);
        assertReverts(
            callOf(coreMotors, dispute(coreMotors, part, 1)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, part, IReceivables.Step.TransferProposed)
        );
        letDefault(root);
        assertReverts(
            callOf(coreMotors, dispute(coreMotors, root, 1)),
            abi.encodeWithSelector(IReceivables.PhaseMismatch.selector, root, IReceivables.Phase.Defaulted)
        );
    }

    function test_Only_the_holder_answers_a_dispute_with_at_most_what_is_disputed_and_a_reason() public {
        bytes32 part = disputed(root, 300_000);
        assertReverts(
            callOf(tier2Steel, disputeAnswer(tier2Steel, part, 1)),
            abi.encodeWithSelector(IReceivables.NotTheHolder.selector, part, tier2Steel.id)
        );
        assertReverts(
            callOf(tier1Brakes, disputeAnswer(tier1Brakes, part, 300_001)),
            abi.encodeWithSelector(IInvoices.AmountOutOfRange.selector, 300_001, 300_000)
        );
        assertReverts(
            callOf(tier1Brakes, disputeAnswer(tier1Brakes, root, 1)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, root, IReceivables.Step.None)
        );
        ICorrections.AnswerDispute memory intent = disputeAnswer(tier1Brakes, part, 1);
        intent.reason = "";
        assertReverts(
            callOf(tier1Brakes, intent), abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 0, 200)
        );
    }

    function test_Above_the_holders_threshold_two_of_its_keys_give_up_but_one_gives_evidence() public {
        bytes32 part = disputed(root, 300_000);
        setThreshold(tier1Brakes, 1_000);
        ICorrections.AnswerDispute memory intent = disputeAnswer(tier1Brakes, part, 1_001);
        assertReverts(
            callOf(tier1Brakes, intent),
            abi.encodeWithSelector(IDualControl.SecondSignatureRequired.selector, tier1Brakes.id, 1_000)
        );
        perform(callOf(tier1Brakes, disputeAnswer(tier1Brakes, part, 0)));
        Party memory second = withKey(tier1Brakes, Permissions.MOVE);
        ledger.answerDispute(intent, signByTwo(tier1Brakes, second, CorrectionTypedData.hash(intent)));
        assertAmount(part, 298_999, "less by the credit");
    }

    function frozen(HoldingRecord record) private pure returns (HoldingRecord) {
        return record.with(DISPUTED).inStep(IReceivables.Step.DisputeOpened, NOBODY, 0, LAPSES);
    }
}
