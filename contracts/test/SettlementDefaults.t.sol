// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../src/interfaces/IDualControl.sol";
import {IFinancing} from "../src/interfaces/IFinancing.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {HoldingRecord, newHolding, RECOURSE_CLAIMED, TOUCHED} from "../src/types/HoldingRecord.sol";
import {NOBODY} from "../src/types/ParticipantId.sol";
import {Permissions} from "../src/types/Permissions.sol";
import {SettlementFixture} from "./support/SettlementFixture.sol";
import {SettlementTypedData} from "./support/SettlementTypedData.sol";

/// @notice The obligor has not paid: recourse, write-off and recovery.
contract SettlementDefaultsTest is SettlementFixture {
    uint64 private constant PART = 400_000;

    /// @dev A part that bank east holds with recourse to tier 1, and one without; both in default.
    bytes32 private backed;
    bytes32 private unbacked;

    function setUp() public override {
        super.setUp();
        backed = financedWithRecourse(bankEast, PART);
        unbacked = financedBy(bankEast, PART);
        letDefault(backed);
        letDefault(unbacked);
    }

    // Recourse

    function test_After_default_the_holder_calls_upon_the_seller() public {
        ISettlement.ClaimRecourse memory intent = recourseClaim(bankEast, backed);
        bytes32 structHash = SettlementTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit ISettlement.RecourseClaimed(root, backed, bankEast.id, digestOf(structHash), claimed());
        ledger.claimRecourse(intent, sign(bankEast, structHash));

        assertHolding(backed, claimed(), "claimed");
    }

    function test_Recourse_is_claimed_once_and_only_where_it_was_agreed() public {
        assertReverts(
            callOf(bankEast, recourseClaim(bankEast, unbacked)),
            abi.encodeWithSelector(ISettlement.NoRecourse.selector, unbacked)
        );
        claim();
        assertReverts(
            callOf(bankEast, recourseClaim(bankEast, backed)),
            abi.encodeWithSelector(ISettlement.NoRecourse.selector, backed)
        );
    }

    function test_Recourse_waits_for_the_default() public {
        vm.warp(NOW);
        bytes32 held = financedWithRecourse(bankWest, 100_000);
        bytes memory claim_ = callOf(bankWest, recourseClaim(bankWest, held));
        assertReverts(
            claim_, abi.encodeWithSelector(IReceivables.PhaseMismatch.selector, held, IReceivables.Phase.Held)
        );

        vm.warp(END_OF_DUE_DATE + 1);
        applyTime(held);
        assertReverts(
            callOf(bankWest, recourseClaim(bankWest, held)),
            abi.encodeWithSelector(IReceivables.PhaseMismatch.selector, held, IReceivables.Phase.Overdue)
        );
    }

    function test_The_seller_buys_the_whole_part_back_and_holds_a_plain_debt_in_default() public {
        claim();
        ISettlement.DeclarePayment memory intent = payment(tier1Brakes, backed, PART);
        bytes32 structHash = SettlementTypedData.hash(intent);
        HoldingRecord waiting = claimed().inStep(
            IReceivables.Step.RepurchaseDeclared, NOBODY, PART, uint32(block.timestamp) + 72 hours
        );

        vm.expectEmit(address(ledger));
        emit ISettlement.PaymentDeclared(
            root, backed, tier1Brakes.id, digestOf(structHash), waiting, intent.valueDate, "UETR-1", EVIDENCE
        );
        ledger.declarePayment(intent, sign(tier1Brakes, structHash));
        assertExposure(bankEast, 2 * PART, "not paid yet");
        perform(callOf(bankEast, moneyReceived(bankEast, backed, PART)));

        assertHolding(backed, boughtBack(), "the seller's own");
        assertExposure(bankEast, PART, "the other part");
    }

    function test_A_bank_that_buys_back_what_it_had_financed_counts_it_again_whatever_its_limit() public {
        vm.warp(NOW);
        bytes32 sold = resoldWithRecourse(bankEast, bankWest, 100_000);
        assertExposure(bankEast, 2 * PART, "sold on");
        assertExposure(bankWest, 100_000, "bought");
        setLimit(bankEast, 1);
        letDefault(sold);
        perform(callOf(bankWest, recourseClaim(bankWest, sold)));
        pay(bankEast, sold, 100_000);
        perform(callOf(bankWest, moneyReceived(bankWest, sold, 100_000)));

        assertHolder(sold, bankEast.id, "its own again");
        vm.assertTrue(holdingOf(root, sold).financed, "as before it was sold");
        assertExposure(bankWest, 0, "gone");
        assertExposure(bankEast, 2 * PART + 100_000, "back, beyond the limit");
        pay(coreMotors, sold, 40_000);
        perform(callOf(bankEast, moneyReceived(bankEast, sold, 40_000)));
        assertExposure(bankEast, 2 * PART + 60_000, "less by what was paid at last");
    }

    function test_Silence_on_a_repurchase_is_consent() public {
        claim();
        pay(tier1Brakes, backed, PART);
        vm.warp(block.timestamp + 72 hours + 1);
        assertReverts(
            callOf(tier1Brakes, stepBack(tier1Brakes, backed, IReceivables.Step.RepurchaseDeclared)),
            abi.encodeWithSelector(
                IReceivables.StepEnded.selector, backed, uint32(block.timestamp - 1)
            )
        );
        applyTime(backed);

        assertHolding(backed, boughtBack(), "bought back");
        assertExposure(bankEast, PART, "the other part");
    }

    function test_A_contested_repurchase_is_frozen_and_ends_by_either_side() public {
        claim();
        pay(tier1Brakes, backed, PART);
        contestPayment(bankEast, backed, PART);
        HoldingRecord frozen = claimed().inStep(IReceivables.Step.RepurchaseContested, NOBODY, PART, 0);
        assertHolding(backed, frozen, "frozen");
        vm.warp(block.timestamp + 100 days);
        assertReverts(
            callOf(bankWest, timePassed(bankWest, backed)),
            abi.encodeWithSelector(IReceivables.NothingDue.selector, backed, 0)
        );

        perform(callOf(tier1Brakes, stepBack(tier1Brakes, backed, IReceivables.Step.RepurchaseContested)));
        assertHolding(backed, claimed(), "the seller owes it again");

        pay(tier1Brakes, backed, PART);
        contestPayment(bankEast, backed, PART);
        perform(callOf(bankEast, moneyReceived(bankEast, backed, PART)));
        assertHolding(backed, boughtBack(), "acknowledged after all");
    }

    function test_The_seller_buys_back_all_or_nothing() public {
        claim();
        assertReverts(
            callOf(tier1Brakes, payment(tier1Brakes, backed, PART - 1)),
            abi.encodeWithSelector(IFinancing.AmountMismatch.selector, backed, PART)
        );
        assertReverts(
            callOf(tier1Brakes, payment(tier1Brakes, backed, PART + 1)),
            abi.encodeWithSelector(IInvoices.AmountOutOfRange.selector, PART + 1, PART)
        );
    }

    function test_The_seller_owes_nothing_before_recourse_is_claimed_or_where_there_is_none() public {
        bytes32[2] memory parts = [backed, unbacked];
        for (uint256 i = 0; i < parts.length; ++i) {
            assertReverts(
                callOf(tier1Brakes, payment(tier1Brakes, parts[i], PART)),
                abi.encodeWithSelector(ISettlement.NotThePayer.selector, parts[i], tier1Brakes.id)
            );
        }
        claim();
        assertReverts(
            callOf(tier2Steel, payment(tier2Steel, backed, PART)),
            abi.encodeWithSelector(ISettlement.NotThePayer.selector, backed, tier2Steel.id)
        );
    }

    function test_The_obligor_may_still_pay_while_recourse_is_claimed() public {
        claim();
        pay(coreMotors, backed, 150_000);
        perform(callOf(bankEast, moneyReceived(bankEast, backed, 150_000)));
        assertHolding(backed, claimed().withAmount(250_000), "recourse remains for the rest");
        assertExposure(bankEast, PART + 250_000, "less by the payment");

        pay(tier1Brakes, backed, 250_000);
        perform(callOf(bankEast, moneyReceived(bankEast, backed, 250_000)));
        assertHolding(backed, boughtBack().withAmount(250_000), "the seller bought the rest");
    }

    function test_Only_the_holder_claims_recourse_writes_off_and_records_a_recovery() public {
        bytes memory notTheHolder =
            abi.encodeWithSelector(IReceivables.NotTheHolder.selector, backed, bankWest.id);
        assertReverts(callOf(bankWest, recourseClaim(bankWest, backed)), notTheHolder);
        assertReverts(callOf(bankWest, giveUp(bankWest, backed)), notTheHolder);
        assertReverts(callOf(bankWest, recovery(bankWest, backed, 1)), notTheHolder);
    }

    // Given up

    function test_A_written_off_holding_is_nothing_but_what_may_yet_come_in() public {
        ISettlement.WriteOff memory intent = giveUp(bankEast, unbacked);
        bytes32 structHash = SettlementTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit ISettlement.WrittenOff(
            root, unbacked, bankEast.id, digestOf(structHash), writtenOff(PART), "obligor is insolvent"
        );
        ledger.writeOff(intent, sign(bankEast, structHash));

        assertHolding(unbacked, writtenOff(PART), "written off");
        assertExposure(bankEast, PART, "no longer counted");
    }

    function test_What_a_supplier_holds_itself_is_written_off_in_the_same_way() public {
        letDefault(root);
        perform(callOf(tier1Brakes, giveUp(tier1Brakes, root)));

        HoldingRecord expected = rest(0).withPhase(IReceivables.Phase.WrittenOff);
        assertHolding(root, expected.inStep(IReceivables.Step.None, NOBODY, 200_000, 0), "written off");
        assertExposure(bankEast, 2 * PART, "not the bank's");
    }

    function test_Only_what_is_in_default_and_waits_for_nobody_is_written_off() public {
        pay(coreMotors, unbacked, 1);
        assertReverts(
            callOf(bankEast, giveUp(bankEast, unbacked)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, unbacked, IReceivables.Step.PaymentDeclared)
        );
        assertReverts(
            callOf(tier1Brakes, giveUp(tier1Brakes, root)),
            abi.encodeWithSelector(IReceivables.PhaseMismatch.selector, root, IReceivables.Phase.Held)
        );
    }

    function test_A_write_off_says_why() public {
        ISettlement.WriteOff memory intent = giveUp(bankEast, unbacked);
        intent.reason = "";
        assertReverts(
            callOf(bankEast, intent), abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 0, 200)
        );
    }

    function test_Above_the_holders_threshold_two_of_its_keys_write_off() public {
        setThreshold(bankEast, PART - 1);
        ISettlement.WriteOff memory intent = giveUp(bankEast, unbacked);
        assertReverts(
            callOf(bankEast, intent),
            abi.encodeWithSelector(IDualControl.SecondSignatureRequired.selector, bankEast.id, PART - 1)
        );
        Party memory second = withKey(bankEast, Permissions.SETTLE);
        ledger.writeOff(intent, signByTwo(bankEast, second, SettlementTypedData.hash(intent)));
    }

    function test_A_late_recovery_is_recorded_and_changes_nobodys_exposure() public {
        perform(callOf(bankEast, giveUp(bankEast, unbacked)));
        ISettlement.RecordRecovery memory intent = recovery(bankEast, unbacked, 100_000);
        bytes32 structHash = SettlementTypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit ISettlement.Recovered(
            root,
            unbacked,
            bankEast.id,
            digestOf(structHash),
            writtenOff(300_000),
            100_000,
            intent.valueDate,
            "UETR-9",
            EVIDENCE
        );
        ledger.recordRecovery(intent, sign(bankEast, structHash));

        assertHolding(unbacked, writtenOff(300_000), "less to come");
        assertExposure(bankEast, PART, "the other part");
    }

    function test_A_recovery_is_at_most_what_was_written_off() public {
        perform(callOf(bankEast, giveUp(bankEast, unbacked)));
        perform(callOf(bankEast, recovery(bankEast, unbacked, PART)));
        uint64[2] memory bad = [uint64(0), 1];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertReverts(
                callOf(bankEast, recovery(bankEast, unbacked, bad[i])),
                abi.encodeWithSelector(IInvoices.AmountOutOfRange.selector, bad[i], 0)
            );
        }
    }

    function test_Nothing_is_recovered_that_was_not_written_off_and_not_without_a_reference() public {
        assertReverts(
            callOf(bankEast, recovery(bankEast, unbacked, 1)),
            abi.encodeWithSelector(IReceivables.PhaseMismatch.selector, unbacked, IReceivables.Phase.Defaulted)
        );
        perform(callOf(bankEast, giveUp(bankEast, unbacked)));
        ISettlement.RecordRecovery memory intent = recovery(bankEast, unbacked, 1);
        intent.bankReference = "";
        assertReverts(
            callOf(bankEast, intent), abi.encodeWithSelector(IFinancing.ReferenceLengthOutOfRange.selector, 0, 64)
        );
    }

    function testFuzz_What_is_paid_written_off_and_recovered_adds_up(uint64 paid, uint64 recovered) public {
        paid = uint64(1 + paid % (PART - 1));
        pay(coreMotors, unbacked, paid);
        perform(callOf(bankEast, moneyReceived(bankEast, unbacked, paid)));
        assertExposure(bankEast, 2 * PART - paid, "less by the payment");
        perform(callOf(bankEast, giveUp(bankEast, unbacked)));
        uint64 lost = PART - paid;
        recovered = uint64(1 + recovered % lost);
        perform(callOf(bankEast, recovery(bankEast, unbacked, recovered)));

        assertHolding(unbacked, writtenOff(lost - recovered), "what may yet come in");
        assertExposure(bankEast, PART, "the other part");
    }

    function testFuzz_After_partial_payments_the_seller_buys_back_exactly_the_rest(uint64 paid, uint64 wrong) public {
        claim();
        paid = uint64(1 + paid % (PART - 1));
        pay(coreMotors, backed, paid);
        perform(callOf(bankEast, moneyReceived(bankEast, backed, paid)));
        uint64 owed = PART - paid;
        wrong = uint64(1 + wrong % PART);
        if (wrong < owed) {
            assertReverts(
                callOf(tier1Brakes, payment(tier1Brakes, backed, wrong)),
                abi.encodeWithSelector(IFinancing.AmountMismatch.selector, backed, owed)
            );
        }
        pay(tier1Brakes, backed, owed);
        perform(callOf(bankEast, moneyReceived(bankEast, backed, owed)));
        assertHolding(backed, boughtBack().withAmount(owed), "the seller's own");
    }

    function claim() private {
        perform(callOf(bankEast, recourseClaim(bankEast, backed)), "claim recourse");
    }

    function claimed() private view returns (HoldingRecord) {
        HoldingRecord record = boughtWithRecourse(bankEast, PART).with(RECOURSE_CLAIMED);
        return record.withPhase(IReceivables.Phase.Defaulted);
    }

    function boughtBack() private view returns (HoldingRecord) {
        HoldingRecord record = newHolding(bankEast.id, PART, 1, false).passedTo(tier1Brakes.id).with(TOUCHED);
        return record.withPhase(IReceivables.Phase.Defaulted);
    }

    function writtenOff(uint64 lost) private view returns (HoldingRecord) {
        HoldingRecord record = bought(bankEast, 0).withPhase(IReceivables.Phase.WrittenOff);
        return record.inStep(IReceivables.Step.None, NOBODY, lost, 0);
    }
}
