// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../src/interfaces/IDualControl.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {IRuleBook} from "../src/interfaces/IRuleBook.sol";
import {HoldingRecord} from "../src/types/HoldingRecord.sol";
import {ParticipantId} from "../src/types/ParticipantId.sol";
import {Permissions} from "../src/types/Permissions.sol";
import {Roles} from "../src/types/Roles.sol";
import {SettlementFixture} from "./support/SettlementFixture.sol";
import {TransferTypedData} from "./support/TransferTypedData.sol";
import {TypedData} from "./support/TypedData.sol";

/// @notice A part passes from a supplier to its own supplier, which takes it or declines.
contract TransfersTest is SettlementFixture {
    uint64 private constant PART = 300_000;
    uint32 private constant ANSWERED_BY = uint32(NOW) + 72 hours;

    function test_A_part_is_taken_out_and_waits_for_its_recipient() public {
        IReceivables.ProposeTransfer memory intent = transferTo(tier2Steel, root, PART);
        bytes32 structHash = TransferTypedData.hash(intent);
        bytes32 part = digestOf(structHash);

        vm.expectEmit(address(ledger));
        emit IReceivables.TransferProposed(
            root, part, tier2Steel.id, root, rest(WHOLE - PART), waiting(), keccak256("order")
        );
        ledger.proposeTransfer(intent, sign(tier1Brakes, structHash));

        assertHolding(root, rest(WHOLE - PART), "the rest");
        assertHolding(part, waiting(), "the part");
    }

    function test_The_recipient_takes_the_part_one_hand_further() public {
        bytes32 part = proposed(PART);
        IReceivables.AnswerTransfer memory intent = transferAnswer(tier2Steel, part, true);
        bytes32 structHash = TransferTypedData.hash(intent);
        HoldingRecord taken = rest(PART).passedTo(tier2Steel.id);

        vm.expectEmit(address(ledger));
        emit IReceivables.TransferAnswered(root, part, tier2Steel.id, digestOf(structHash), taken, true, "");
        ledger.answerTransfer(intent, sign(tier2Steel, structHash));

        assertHolding(part, taken, "tier 2's");
        vm.assertEq(holdingOf(root, part).depth, 1, "one hand further");
    }

    function test_A_declined_part_stays_with_its_holder_as_a_part_of_its_own() public {
        bytes32 part = proposed(PART);
        IReceivables.AnswerTransfer memory intent = transferAnswer(tier2Steel, part, false);
        bytes32 structHash = TransferTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit IReceivables.TransferAnswered(
            root, part, tier2Steel.id, digestOf(structHash), rest(PART), false, "not what was agreed"
        );
        ledger.answerTransfer(intent, sign(tier2Steel, structHash));

        assertHolding(part, rest(PART), "free, with tier 1");
    }

    function test_The_whole_moves_and_its_parent_closes() public {
        bytes32 part = transferred(WHOLE);
        assertHolding(root, rest(0), "closed");
        assertHolder(part, tier2Steel.id, "tier 2's");
    }

    /// @custom:fault 69 any two parts and their rest
    function testFuzz_Whatever_is_taken_out_the_sum_stays(uint64 first, uint64 second) public {
        first = uint64(1 + first % (WHOLE - 2));
        second = uint64(1 + second % (WHOLE - first - 1));
        bytes32 a = transferred(first);
        bytes32 b = proposed(second);

        assertAmount(a, first, "first");
        assertAmount(b, second, "second");
        assertAmount(root, WHOLE - first - second, "rest");
    }

    function test_A_financier_that_passes_a_part_on_no_longer_counts_it() public {
        Party memory factor = join("factor", Roles.FINANCIER | Roles.SUPPLIER);
        setLimit(factor, LIMIT);
        bytes32 parent = financedBy(factor, PART);
        IReceivables.ProposeTransfer memory intent = transferTo(tier2Steel, parent, PART);
        intent.holder = factor.id;
        perform(callOf(factor, intent));
        assertExposure(factor, PART, "until it is taken");

        bytes32 part = digestOf(TransferTypedData.hash(intent));
        perform(callOf(tier2Steel, transferAnswer(tier2Steel, part, true)));
        assertExposure(factor, 0, "released");
        assertHolding(part, rest(PART).passedTo(factor.id).passedTo(tier2Steel.id), "no longer financed");
    }

    function test_The_time_to_answer_ends_with_the_due_date() public {
        vm.warp(END_OF_DUE_DATE - 1 hours);
        bytes32 part = proposed(PART);
        vm.assertEq(holdingOf(root, part).deadline, END_OF_DUE_DATE, "not beyond the due date");
    }

    // Refused

    function test_An_answer_comes_in_time_from_the_recipient_and_with_a_reason_or_none() public {
        bytes32 part = proposed(PART);
        Party memory other = join("tier2-bolts", Roles.SUPPLIER);
        assertReverts(
            callOf(other, transferAnswer(other, part, true)),
            abi.encodeWithSelector(IReceivables.NotTheCounterparty.selector, part, other.id)
        );
        assertReverts(
            callOf(bankEast, transferAnswer(bankEast, part, true)),
            abi.encodeWithSelector(IIntents.RoleMissing.selector, bankEast.id, Roles.SUPPLIER)
        );
        IReceivables.AnswerTransfer memory intent = transferAnswer(tier2Steel, part, false);
        intent.reason = "";
        assertReverts(
            callOf(tier2Steel, intent), abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 0, 200)
        );
        assertReverts(
            callOf(tier2Steel, transferAnswer(tier2Steel, root, true)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, root, IReceivables.Step.None)
        );
        vm.warp(ANSWERED_BY + 1);
        assertReverts(
            callOf(tier2Steel, transferAnswer(tier2Steel, part, true)),
            abi.encodeWithSelector(IReceivables.StepEnded.selector, part, ANSWERED_BY)
        );
    }

    function test_Only_the_holder_passes_on_and_only_what_waits_for_nobody() public {
        IReceivables.ProposeTransfer memory intent = transferTo(tier1Brakes, root, PART);
        intent.holder = tier2Steel.id;
        assertReverts(
            callOf(tier2Steel, intent), abi.encodeWithSelector(IReceivables.NotTheHolder.selector, root, tier2Steel.id)
        );
        bytes32 part = proposed(PART);
        assertReverts(
            callOf(tier1Brakes, transferTo(tier2Steel, part, 1)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, part, IReceivables.Step.TransferProposed)
        );
    }

    function test_A_recipient_is_an_active_supplier_and_neither_the_holder_nor_the_obligor() public {
        assertReverts(
            callOf(tier1Brakes, transferTo(bankEast, root, PART)),
            abi.encodeWithSelector(IIntents.RoleMissing.selector, bankEast.id, Roles.SUPPLIER)
        );
        assertReverts(
            callOf(tier1Brakes, transferTo(tier1Brakes, root, PART)),
            abi.encodeWithSelector(IReceivables.RecipientIsHolder.selector, tier1Brakes.id)
        );
        suspend(tier2Steel);
        assertReverts(
            callOf(tier1Brakes, transferTo(tier2Steel, root, PART)),
            abi.encodeWithSelector(IIntents.ParticipantNotActive.selector, tier2Steel.id)
        );
        IReceivables.ProposeTransfer memory intent = transferTo(tier2Steel, root, PART);
        intent.recipient = ParticipantId.wrap(999);
        assertReverts(
            callOf(tier1Brakes, intent), abi.encodeWithSelector(IIntents.ParticipantNotFound.selector, 999)
        );
    }

    function test_An_obligor_cannot_be_handed_its_own_debt() public {
        Party memory conglomerate = join("conglomerate", Roles.BUYER | Roles.SUPPLIER);
        IInvoices.SubmitInvoice memory claim = submission("INV-2");
        claim.buyer = conglomerate.id;
        root = submit(claim);
        IInvoices.ConfirmInvoice memory confirming = confirmation(root, WHOLE);
        confirming.buyer = conglomerate.id;
        ledger.confirmInvoice(confirming, sign(conglomerate, TypedData.hash(confirming)));

        assertReverts(
            callOf(tier1Brakes, transferTo(conglomerate, root, PART)),
            abi.encodeWithSelector(IReceivables.RecipientIsObligor.selector, conglomerate.id)
        );
    }

    function test_A_part_is_at_least_one_unit_and_at_most_the_holding() public {
        uint64[2] memory bad = [uint64(0), WHOLE + 1];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertReverts(
                callOf(tier1Brakes, transferTo(tier2Steel, root, bad[i])),
                abi.encodeWithSelector(IInvoices.AmountOutOfRange.selector, bad[i], WHOLE)
            );
        }
    }

    function test_After_the_due_date_nothing_is_passed_on() public {
        vm.warp(END_OF_DUE_DATE + 1);
        assertReverts(
            callOf(tier1Brakes, transferTo(tier2Steel, root, PART)),
            abi.encodeWithSelector(IReceivables.DueDateReached.selector, root, DUE)
        );
        applyTime(root);
        assertReverts(
            callOf(tier1Brakes, transferTo(tier2Steel, root, PART)),
            abi.encodeWithSelector(IReceivables.PhaseMismatch.selector, root, IReceivables.Phase.Overdue)
        );
    }

    function test_What_was_bought_with_recourse_stays_with_its_holder() public {
        Party memory factor = join("factor", Roles.FINANCIER | Roles.SUPPLIER);
        setLimit(factor, LIMIT);
        bytes32 part = financedWithRecourse(factor, PART);
        IReceivables.ProposeTransfer memory intent = transferTo(tier2Steel, part, PART);
        intent.holder = factor.id;
        assertReverts(callOf(factor, intent), abi.encodeWithSelector(IReceivables.HeldWithRecourse.selector, part));
    }

    function test_Above_the_holders_threshold_two_of_its_keys_pass_on() public {
        setThreshold(tier1Brakes, PART - 1);
        IReceivables.ProposeTransfer memory intent = transferTo(tier2Steel, root, PART);
        assertReverts(
            callOf(tier1Brakes, intent),
            abi.encodeWithSelector(IDualControl.SecondSignatureRequired.selector, tier1Brakes.id, PART - 1)
        );
        Party memory second = withKey(tier1Brakes, Permissions.MOVE);
        ledger.proposeTransfer(intent, signByTwo(tier1Brakes, second, TransferTypedData.hash(intent)));
    }

    // What the rules ask for

    function test_Rules_may_need_the_document_of_the_trade() public {
        IRuleBook.Rules memory rules = openRules();
        rules.tradeDocumentRequired = true;
        under(rules);
        IReceivables.ProposeTransfer memory intent = transferTo(tier2Steel, root, PART);
        intent.tradeDocument = 0;
        assertReverts(
            callOf(tier1Brakes, intent), abi.encodeWithSelector(IReceivables.TradeDocumentRequired.selector, 1)
        );
        proposed(PART);
    }

    function test_Rules_may_set_the_smallest_part_for_what_is_taken_and_for_what_remains() public {
        IRuleBook.Rules memory rules = openRules();
        rules.smallestPart = 1_000;
        under(rules);
        uint64[2] memory bad = [uint64(999), WHOLE - 999];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertReverts(
                callOf(tier1Brakes, transferTo(tier2Steel, root, bad[i])),
                abi.encodeWithSelector(IReceivables.PartTooSmall.selector, 999, 1_000)
            );
        }
        proposed(1_000);
        proposed(WHOLE - 1_000);
    }

    function test_Rules_may_end_the_chain_of_hands() public {
        IRuleBook.Rules memory rules = openRules();
        rules.maxHands = 1;
        under(rules);
        bytes32 part = transferred(PART);
        IReceivables.ProposeTransfer memory intent = transferTo(tier1Brakes, part, PART);
        intent.holder = tier2Steel.id;
        assertReverts(
            callOf(tier2Steel, intent), abi.encodeWithSelector(IReceivables.TooManyHands.selector, part, 1)
        );
    }

    /// @dev The same receivable on a ledger with other rules.
    function under(IRuleBook.Rules memory rules) private {
        ledger = ledgerUnder(rules, participants);
        root = receivable("INV-1", WHOLE);
    }

    function waiting() private view returns (HoldingRecord) {
        return rest(PART).inStep(IReceivables.Step.TransferProposed, tier2Steel.id, 0, ANSWERED_BY);
    }
}
