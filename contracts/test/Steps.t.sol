// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../src/interfaces/IIntents.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {HoldingRecord, newHolding} from "../src/types/HoldingRecord.sol";
import {Permissions} from "../src/types/Permissions.sol";
import {CorrectionFixture} from "./support/CorrectionFixture.sol";
import {SettlementTypedData} from "./support/SettlementTypedData.sol";

/// @notice A step ends without its answer: whoever began it takes it back, or time decides.
contract StepsTest is CorrectionFixture {
    uint64 private constant PART = 400_000;

    // Taken back

    function test_Whoever_began_a_step_takes_it_back() public {
        bytes32 part = proposed(PART);
        IReceivables.WithdrawStep memory intent =
            stepBack(tier1Brakes, part, IReceivables.Step.TransferProposed);
        bytes32 structHash = SettlementTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit IReceivables.StepWithdrawn(
            root, part, tier1Brakes.id, digestOf(structHash), rest(PART), IReceivables.Step.TransferProposed
        );
        ledger.withdrawStep(intent, sign(tier1Brakes, structHash));

        assertHolding(part, rest(PART), "with its holder, as a part of its own");
    }

    function test_A_request_for_financing_is_taken_back_and_its_offers_lapse() public {
        bytes32 part = requested(PART);
        bytes32 terms = offered(bankEast, part);
        perform(callOf(tier1Brakes, stepBack(tier1Brakes, part, IReceivables.Step.FinancingRequested)));

        assertHolding(part, rest(PART), "free");
        assertReverts(
            callOf(tier1Brakes, acceptance(part, terms)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, part, IReceivables.Step.None)
        );
    }

    function test_A_financier_gives_up_its_accepted_offer_and_nothing_stays_locked() public {
        bytes32 part = lockedFor(bankEast, PART);
        assertExposure(bankEast, PART, "locked");
        perform(callOf(bankEast, stepBack(bankEast, part, IReceivables.Step.OfferAccepted)));

        assertHolding(part, rest(PART), "free");
        assertExposure(bankEast, 0, "released");
    }

    function test_A_financier_takes_a_declared_disbursement_back_before_its_deadline_and_not_after() public {
        bytes32 part = lockedFor(bankEast, PART);
        disburse(bankEast, part, PART);
        uint32 deadline = holdingOf(root, part).deadline;
        vm.warp(deadline + 1);
        assertReverts(
            callOf(bankEast, stepBack(bankEast, part, IReceivables.Step.DisbursementDeclared)),
            abi.encodeWithSelector(IReceivables.StepEnded.selector, part, deadline)
        );

        vm.warp(deadline);
        perform(callOf(bankEast, stepBack(bankEast, part, IReceivables.Step.DisbursementDeclared)));
        assertHolding(part, rest(PART), "free");
        assertExposure(bankEast, 0, "released");
    }

    function test_A_financier_takes_a_contested_disbursement_back_at_any_time() public {
        bytes32 part = contestedDisbursement();
        vm.warp(NOW + 300 days);
        perform(callOf(bankEast, stepBack(bankEast, part, IReceivables.Step.DisbursementContested)));

        assertHolding(part, rest(PART), "free");
        assertExposure(bankEast, 0, "released");
    }

    function test_What_lapses_anyway_can_be_taken_back_even_late() public {
        bytes32 part = proposed(PART);
        vm.warp(holdingOf(root, part).deadline + 1);
        perform(callOf(tier1Brakes, stepBack(tier1Brakes, part, IReceivables.Step.TransferProposed)));
        assertHolding(part, rest(PART), "free");
    }

    function test_Nobody_else_takes_a_step_back() public {
        bytes32 part = proposed(PART);
        assertReverts(
            callOf(tier2Steel, stepBack(tier2Steel, part, IReceivables.Step.TransferProposed)),
            abi.encodeWithSelector(IReceivables.NotTheCounterparty.selector, part, tier2Steel.id)
        );
        pay(coreMotors, root, 1);
        assertReverts(
            callOf(tier1Brakes, stepBack(tier1Brakes, root, IReceivables.Step.PaymentDeclared)),
            abi.encodeWithSelector(IReceivables.NotTheCounterparty.selector, root, tier1Brakes.id)
        );
    }

    function test_Who_takes_a_step_back_names_it() public {
        bytes32 part = proposed(PART);
        IReceivables.WithdrawStep memory intent =
            stepBack(tier1Brakes, part, IReceivables.Step.FinancingRequested);
        bytes memory mismatch =
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, part, IReceivables.Step.TransferProposed);
        assertReverts(callOf(tier1Brakes, intent), mismatch);
        intent.step = 13;
        assertReverts(callOf(tier1Brakes, intent), mismatch);
        intent.step = 255;
        assertReverts(callOf(tier1Brakes, intent), mismatch);

        assertReverts(
            callOf(tier1Brakes, stepBack(tier1Brakes, root, IReceivables.Step.None)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, root, IReceivables.Step.None)
        );
    }

    function test_Taking_a_step_back_needs_the_permission_of_beginning_it() public {
        uint16[13] memory needed;
        needed[1] = needed[2] = Permissions.MOVE;
        needed[3] = needed[4] = needed[5] = Permissions.FUND;
        needed[6] = needed[7] = needed[8] = needed[9] = Permissions.SETTLE;
        needed[10] = needed[12] = Permissions.CLAIM;
        needed[11] = Permissions.OWE;
        for (uint8 step = 1; step <= 12; ++step) {
            Party memory all = withKey(tier1Brakes, Permissions.ALL & ~needed[step]);
            assertReverts(
                callOf(all, stepBack(tier1Brakes, root, IReceivables.Step(step))),
                abi.encodeWithSelector(IIntents.PermissionMissing.selector, vm.addr(all.key), needed[step])
            );
            Party memory one = withKey(tier1Brakes, needed[step]);
            assertReverts(
                callOf(one, stepBack(tier1Brakes, root, IReceivables.Step(step))),
                abi.encodeWithSelector(IReceivables.StepMismatch.selector, root, IReceivables.Step.None)
            );
        }
    }

    // Time decides

    function test_A_transfer_that_nobody_answers_lapses() public {
        bytes32 part = proposed(PART);
        uint32 deadline = holdingOf(root, part).deadline;
        IReceivables.ApplyDeadline memory intent = timePassed(bankWest, part);
        assertReverts(
            callOf(bankWest, intent), abi.encodeWithSelector(IReceivables.NothingDue.selector, part, deadline)
        );

        vm.warp(deadline);
        intent = timePassed(bankWest, part);
        assertReverts(
            callOf(bankWest, intent), abi.encodeWithSelector(IReceivables.NothingDue.selector, part, deadline)
        );
        vm.warp(deadline + 1);
        bytes32 structHash = SettlementTypedData.hash(intent);
        vm.expectEmit(address(ledger));
        emit IReceivables.DeadlineApplied(
            root, part, bankWest.id, digestOf(structHash), rest(PART), IReceivables.Step.TransferProposed
        );
        ledger.applyDeadline(intent, sign(bankWest, structHash));

        assertHolding(part, rest(PART), "free");
    }

    function test_A_request_that_nobody_wins_lapses() public {
        bytes32 part = requested(PART);
        offered(bankEast, part);
        vm.warp(holdingOf(root, part).deadline + 1);
        applyTime(part);
        assertHolding(part, rest(PART), "free");
    }

    function test_An_accepted_offer_without_a_disbursement_lapses_and_nothing_stays_locked() public {
        bytes32 part = lockedFor(bankEast, PART);
        vm.warp(holdingOf(root, part).deadline + 1);
        applyTime(part);
        assertHolding(part, rest(PART), "free");
        assertExposure(bankEast, 0, "released");
    }

    function test_A_disbursement_that_nobody_answers_passes_the_part_on() public {
        bytes32 part = lockedFor(bankEast, PART);
        disburse(bankEast, part, PART);
        vm.warp(holdingOf(root, part).deadline + 1);
        applyTime(part);
        assertHolding(part, bought(bankEast, PART), "the bank's");
        assertExposure(bankEast, PART, "the bank's");
    }

    function test_What_is_contested_has_no_deadline() public {
        bytes32 part = contestedDisbursement();
        vm.warp(END_OF_GRACE + 100 days);
        assertReverts(
            callOf(bankWest, timePassed(bankWest, part)),
            abi.encodeWithSelector(IReceivables.NothingDue.selector, part, 0)
        );
    }

    // Maturity

    function test_A_holding_is_overdue_from_the_second_after_its_due_date() public {
        vm.warp(END_OF_DUE_DATE);
        assertReverts(
            callOf(bankWest, timePassed(bankWest, root)),
            abi.encodeWithSelector(IReceivables.NothingDue.selector, root, END_OF_DUE_DATE)
        );

        vm.warp(END_OF_DUE_DATE + 1);
        IReceivables.ApplyDeadline memory intent = timePassed(bankWest, root);
        bytes32 structHash = SettlementTypedData.hash(intent);
        HoldingRecord overdue = whole().withPhase(IReceivables.Phase.Overdue);
        vm.expectEmit(address(ledger));
        emit IReceivables.DeadlineApplied(
            root, root, bankWest.id, digestOf(structHash), overdue, IReceivables.Step.None
        );
        ledger.applyDeadline(intent, sign(bankWest, structHash));

        assertHolding(root, overdue, "overdue");
        vm.assertTrue(!ledger.isStopped(coreMotors.id), "still in grace");
    }

    function test_An_overdue_holding_is_in_default_after_the_days_of_grace_and_stops_its_obligor() public {
        vm.warp(END_OF_DUE_DATE + 1);
        applyTime(root);
        vm.warp(END_OF_GRACE);
        assertReverts(
            callOf(bankWest, timePassed(bankWest, root)),
            abi.encodeWithSelector(IReceivables.NothingDue.selector, root, END_OF_GRACE)
        );

        vm.warp(END_OF_GRACE + 1);
        IReceivables.ApplyDeadline memory intent = timePassed(bankWest, root);
        bytes32 digest = digestOf(SettlementTypedData.hash(intent));
        vm.expectEmit(address(ledger));
        emit IReceivables.DeadlineApplied(
            root, root, bankWest.id, digest, whole().withPhase(IReceivables.Phase.Defaulted), IReceivables.Step.None
        );
        vm.expectEmit(address(ledger));
        emit ISettlement.ObligorStopped(coreMotors.id, root, root, digest);
        perform(callOf(bankWest, intent));

        assertHolding(root, whole().withPhase(IReceivables.Phase.Defaulted), "in default");
        vm.assertTrue(ledger.isStopped(coreMotors.id), "stopped");
    }

    function test_A_holding_that_nobody_looked_at_in_time_is_in_default_at_once() public {
        letDefault(root);
        assertPhase(root, IReceivables.Phase.Defaulted, "in default");
    }

    function test_A_second_default_of_a_stopped_obligor_says_nothing_of_the_stop() public {
        bytes32 part = transferred(PART);
        letDefault(root);
        vm.recordLogs();
        applyTime(part);
        vm.assertEq(vm.getRecordedLogs().length, 1, "only DeadlineApplied");
    }

    function test_Time_changes_nothing_more_after_default_write_off_and_the_end() public {
        bytes32 part = transferred(PART);
        pay(coreMotors, part, PART);
        perform(callOf(tier2Steel, moneyReceived(tier2Steel, part, PART)));
        letDefault(root);
        vm.warp(END_OF_GRACE + 100 days);
        bytes memory nothing = abi.encodeWithSelector(IReceivables.NothingDue.selector, root, 0);

        assertReverts(callOf(bankWest, timePassed(bankWest, root)), nothing, "defaulted");
        perform(callOf(tier1Brakes, giveUp(tier1Brakes, root)));
        assertReverts(callOf(bankWest, timePassed(bankWest, root)), nothing, "written off");
        assertReverts(
            callOf(bankWest, timePassed(bankWest, part)),
            abi.encodeWithSelector(IReceivables.NothingDue.selector, part, 0),
            "closed"
        );
    }

    function test_A_holding_in_a_step_past_its_due_date_is_first_freed_and_then_overdue() public {
        vm.warp(END_OF_DUE_DATE - 1 hours);
        pay(coreMotors, root, PART);
        vm.warp(END_OF_DUE_DATE + 1);
        assertReverts(
            callOf(bankWest, timePassed(bankWest, root)),
            abi.encodeWithSelector(
                IReceivables.NothingDue.selector, root, END_OF_DUE_DATE - 1 hours + 72 hours
            )
        );

        vm.warp(END_OF_DUE_DATE + 72 hours);
        applyTime(root);
        assertHolding(root, rest(WHOLE - PART), "paid, and held still");
        applyTime(root);
        assertHolding(root, rest(WHOLE - PART).withPhase(IReceivables.Phase.Overdue), "overdue");
    }

    function test_A_payment_on_an_overdue_holding_leaves_it_overdue() public {
        vm.warp(END_OF_DUE_DATE + 1);
        applyTime(root);
        pay(coreMotors, root, 1);
        perform(callOf(tier1Brakes, moneyReceived(tier1Brakes, root, 1)));
        assertHolding(root, rest(WHOLE - 1).withPhase(IReceivables.Phase.Overdue), "still overdue");
    }

    // Who may say so

    function test_Any_active_participant_with_the_permission_to_settle_says_that_time_has_passed() public {
        vm.warp(END_OF_DUE_DATE + 1);
        Party memory clerk = withKey(otherBuyer, Permissions.ALL & ~Permissions.SETTLE);
        assertReverts(
            callOf(clerk, timePassed(otherBuyer, root)),
            abi.encodeWithSelector(IIntents.PermissionMissing.selector, vm.addr(clerk.key), Permissions.SETTLE)
        );
        suspend(otherBuyer);
        assertReverts(
            callOf(otherBuyer, timePassed(otherBuyer, root)),
            abi.encodeWithSelector(IIntents.ParticipantNotActive.selector, otherBuyer.id)
        );
        reinstate(otherBuyer);
        perform(callOf(otherBuyer, timePassed(otherBuyer, root)));
    }

    function test_A_holding_that_does_not_exist_is_not_found() public {
        bytes32 unknown = keccak256("unknown");
        bytes memory notFound = abi.encodeWithSelector(IReceivables.HoldingNotFound.selector, unknown);
        assertReverts(callOf(bankWest, timePassed(bankWest, unknown)), notFound);
        assertReverts(
            callOf(bankWest, stepBack(bankWest, unknown, IReceivables.Step.OfferAccepted)), notFound
        );
    }

    function contestedDisbursement() private returns (bytes32 part) {
        part = lockedFor(bankEast, PART);
        disburse(bankEast, part, PART);
        perform(callOf(tier1Brakes, contest(part, PART)), "contest");
    }

    function whole() private view returns (HoldingRecord) {
        return newHolding(tier1Brakes.id, WHOLE, 1, false);
    }
}
