// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../src/interfaces/IFinancing.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IDualControl} from "../src/interfaces/IDualControl.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {IRuleBook} from "../src/interfaces/IRuleBook.sol";
import {HoldingRecord, wishes} from "../src/types/HoldingRecord.sol";
import {ParticipantId, NOBODY} from "../src/types/ParticipantId.sol";
import {FinancingFixture} from "./support/FinancingFixture.sol";
import {FinancingTypedData} from "./support/FinancingTypedData.sol";

/// @notice A holder asks for money on a part.
contract FinancingRequestsTest is FinancingFixture {
    bytes private constant KEY = hex"02aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    function test_A_request_takes_the_part_out_and_waits_for_offers() public {
        IFinancing.RequestFinancing memory intent = request(400_000);
        intent.lowestAdvance = 380_000;
        intent.recourse = false;
        bytes32 part = digestOf(FinancingTypedData.hash(intent));
        HoldingRecord expected = rest(400_000).inStep(
            IReceivables.Step.FinancingRequested, NOBODY, 380_000, uint32(intent.openUntil)
        );

        bytes memory call = callOf(tier1Brakes, intent);
        vm.expectEmit(address(ledger));
        emit IFinancing.FinancingRequested(root, part, tier1Brakes.id, root, rest(600_000), expected, false, "");
        perform(call);

        assertHolding(root, rest(600_000), "what stays");
        assertHolding(part, expected, "the part");
    }

    function test_A_request_for_sealed_offers_with_recourse_says_so_and_names_no_counterparty() public {
        IFinancing.RequestFinancing memory intent = request(WHOLE);
        intent.offerKey = KEY;
        bytes32 part = digestOf(FinancingTypedData.hash(intent));
        HoldingRecord expected = rest(WHOLE).inStep(
            IReceivables.Step.FinancingRequested, wishes(true, true), 1, uint32(intent.openUntil)
        );

        bytes memory call = callOf(tier1Brakes, intent);
        vm.expectEmit(address(ledger));
        emit IFinancing.FinancingRequested(root, part, tier1Brakes.id, root, rest(0), expected, true, KEY);
        perform(call);

        vm.assertTrue(holdingOf(root, part).counterparty == NOBODY, "nobody yet");
        vm.assertEq(uint256(holdingOf(root, root).phase), uint256(IReceivables.Phase.Closed), "nothing stays");
    }

    function testFuzz_Two_requests_on_parts_of_one_holding_add_up(uint64 first, uint64 second) public {
        first = 1 + first % (WHOLE - 2);
        second = 1 + second % (WHOLE - first);
        bytes32 one = requested(first);
        bytes32 two = requested(second);

        vm.assertEq(holdingOf(root, one).amount, first, "first");
        vm.assertEq(holdingOf(root, two).amount, second, "second");
        vm.assertEq(holdingOf(root, root).amount, WHOLE - first - second, "rest");
    }

    /// @custom:fault 66 one part offered twice
    function test_The_same_part_cannot_be_offered_twice() public {
        requested(WHOLE);

        assertReverts(
            callOf(tier1Brakes, request(1)),
            abi.encodeWithSelector(IReceivables.PhaseMismatch.selector, root, IReceivables.Phase.Closed)
        );
    }

    /// @custom:fault 66 two requests for one holding in one batch
    function test_Of_two_requests_for_the_same_holding_in_one_batch_the_second_is_rejected() public {
        bytes[] memory items = new bytes[](2);
        items[0] = callOf(tier1Brakes, request(600_000));
        items[1] = callOf(tier1Brakes, request(600_000));

        IIntents.Outcome[] memory outcomes = ledger.execute(items);

        assertOutcome(outcomes[0], IIntents.Outcome.Executed, "first");
        assertOutcome(outcomes[1], IIntents.Outcome.Rejected, "second");
        vm.assertEq(holdingOf(root, root).amount, 400_000, "taken out once");
    }

    /// @custom:fault 66 a part that is sold already, in each step of it
    function test_What_is_offered_locked_or_being_paid_cannot_be_offered_again() public {
        bytes32 part = requested(1000);
        assertBusy(part, IReceivables.Step.FinancingRequested);
        accept(part, offered(bankEast, part));
        assertBusy(part, IReceivables.Step.OfferAccepted);
        disburse(bankEast, part, 1000);
        assertBusy(part, IReceivables.Step.DisbursementDeclared);
        perform(callOf(tier1Brakes, contest(part, 1000)));
        assertBusy(part, IReceivables.Step.DisbursementContested);
    }

    function test_Only_the_holder_can_ask() public {
        IFinancing.RequestFinancing memory intent = request(1);
        intent.holder = tier2Steel.id;
        assertReverts(
            callOf(tier2Steel, intent),
            abi.encodeWithSelector(IReceivables.NotTheHolder.selector, root, tier2Steel.id)
        );
    }

    function test_A_holding_that_is_not_there_is_not_found_under_another_receivable_either() public {
        bytes32 other = receivable("INV-2", WHOLE);
        bytes memory notFound = abi.encodeWithSelector(IReceivables.HoldingNotFound.selector, root);
        assertReverts(callOf(tier1Brakes, request(other, root, 1)), notFound);
    }

    function test_The_amount_is_1_to_the_whole() public {
        uint64[3] memory bad = [0, WHOLE + 1, type(uint64).max];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertReverts(
                callOf(tier1Brakes, request(bad[i])),
                abi.encodeWithSelector(IInvoices.AmountOutOfRange.selector, bad[i], WHOLE)
            );
        }
    }

    function test_The_lowest_advance_is_1_to_the_part() public {
        uint64[2] memory bad = [0, uint64(101)];
        for (uint256 i = 0; i < bad.length; ++i) {
            IFinancing.RequestFinancing memory intent = request(100);
            intent.lowestAdvance = bad[i];
            assertReverts(
                callOf(tier1Brakes, intent),
                abi.encodeWithSelector(IFinancing.AdvanceOutOfRange.selector, bad[i], 1, 100)
            );
        }
        IFinancing.RequestFinancing memory most = request(100);
        most.lowestAdvance = 100;
        requested(most);
    }

    function test_A_request_is_open_until_some_time_before_the_end_of_the_due_date() public {
        uint64 end = (uint64(DUE) + 1) * 1 days - 1;
        uint64[3] memory bad = [NOW, end + 1, type(uint64).max];
        for (uint256 i = 0; i < bad.length; ++i) {
            IFinancing.RequestFinancing memory intent = request(100);
            intent.openUntil = bad[i];
            assertReverts(
                callOf(tier1Brakes, intent), abi.encodeWithSelector(IFinancing.TimeOutOfRange.selector, bad[i], end)
            );
        }
        IFinancing.RequestFinancing memory latest = request(100);
        latest.openUntil = end;
        vm.assertEq(holdingOf(root, requested(latest)).deadline, end, "the whole due date");
    }

    function test_No_request_outlives_what_a_deadline_can_say() public {
        IInvoices.SubmitInvoice memory invoice = submission("INV-far");
        invoice.dueDate = uint32(NOW / 1 days) + 60_000;
        bytes32 id = submit(invoice);
        confirm(id, 100);
        IFinancing.RequestFinancing memory intent = request(id, id, 100);
        intent.openUntil = uint64(type(uint32).max) + 1;

        assertReverts(
            callOf(tier1Brakes, intent),
            abi.encodeWithSelector(IFinancing.TimeOutOfRange.selector, intent.openUntil, type(uint32).max)
        );
    }

    function test_After_the_due_date_nothing_is_offered_any_more() public {
        vm.warp((uint256(DUE) + 1) * 1 days);
        assertReverts(
            callOf(tier1Brakes, request(100)), abi.encodeWithSelector(IReceivables.DueDateReached.selector, root, DUE)
        );
    }

    function test_A_key_for_sealed_offers_has_33_bytes() public {
        uint256[3] memory bad = [uint256(1), 32, 34];
        for (uint256 i = 0; i < bad.length; ++i) {
            IFinancing.RequestFinancing memory intent = request(100);
            intent.offerKey = new bytes(bad[i]);
            assertReverts(
                callOf(tier1Brakes, intent),
                abi.encodeWithSelector(IFinancing.SealedLengthOutOfRange.selector, bad[i], 33)
            );
        }
    }

    function test_The_rules_bound_the_smallest_part_and_the_hands() public {
        IRuleBook.Rules memory rules = openRules();
        rules.smallestPart = 1000;
        rules.maxHands = 1;
        ledger = ledgerUnder(rules, participants);
        setLimit(bankEast, LIMIT);
        root = receivable("INV-1", WHOLE);

        bytes memory tooSmall = abi.encodeWithSelector(IReceivables.PartTooSmall.selector, 999, 1000);
        assertReverts(callOf(tier1Brakes, request(999)), tooSmall);
        assertReverts(callOf(tier1Brakes, request(WHOLE - 999)), tooSmall);

        bytes32 part = financedBy(bankEast, 1000);
        IFinancing.RequestFinancing memory again = request(root, part, 1000);
        again.holder = bankEast.id;
        assertReverts(
            callOf(bankEast, again), abi.encodeWithSelector(IReceivables.TooManyHands.selector, part, 1)
        );
    }

    function test_A_part_bought_with_recourse_stays_where_it_is() public {
        bytes32 part = requested(100);
        IFinancing.PlaceOffer memory intent = offer(bankEast, part);
        intent.recourse = true;
        accept(part, offered(bankEast, intent));
        disburse(bankEast, part, 100);
        acknowledge(part, 100);

        IFinancing.RequestFinancing memory again = request(root, part, 100);
        again.holder = bankEast.id;
        assertReverts(callOf(bankEast, again), abi.encodeWithSelector(IReceivables.HeldWithRecourse.selector, part));
    }

    function test_Above_the_holders_threshold_two_keys_must_sign() public {
        setThreshold(tier1Brakes, 1000);
        Party memory second = withKey(tier1Brakes, 63);
        IFinancing.RequestFinancing memory intent = request(1001);

        assertReverts(
            callOf(tier1Brakes, intent),
            abi.encodeWithSelector(IDualControl.SecondSignatureRequired.selector, tier1Brakes.id, 1000)
        );
        bytes memory byTwo = signByTwo(tier1Brakes, second, FinancingTypedData.hash(intent));
        perform(abi.encodeCall(IFinancing.requestFinancing, (intent, byTwo)), "by two");
        requested(1000);
    }

    function test_The_plain_reference_agrees_with_the_second_opinion_of_forge() public {
        IFinancing.RequestFinancing memory intent = request(1);
        intent.offerKey = KEY;
        vm.assertEq(
            FinancingTypedData.hash(intent),
            vm.eip712HashStruct(FinancingTypedData.REQUEST_FINANCING, abi.encode(intent)),
            "request"
        );
    }

    function assertBusy(bytes32 part, IReceivables.Step step) private {
        assertReverts(
            callOf(tier1Brakes, request(root, part, 1)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, part, step)
        );
    }
}
