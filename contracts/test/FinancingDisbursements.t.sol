// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../src/interfaces/IDualControl.sol";
import {IFinancing} from "../src/interfaces/IFinancing.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {IRuleBook} from "../src/interfaces/IRuleBook.sol";
import {HoldingRecord, FINANCED, RECOURSE} from "../src/types/HoldingRecord.sol";
import {NOBODY} from "../src/types/ParticipantId.sol";
import {Roles} from "../src/types/Roles.sol";
import {FinancingFixture} from "./support/FinancingFixture.sol";
import {FinancingTypedData} from "./support/FinancingTypedData.sol";

/// @notice The financier pays, and the part becomes its own; or the seller contests.
contract FinancingDisbursementsTest is FinancingFixture {
    uint64 private constant PART = 400_000;
    uint64 private constant PAID = 385_000;

    /// @dev Bought by bank east for 385,000, which has 48 hours to pay.
    bytes32 private part;

    function setUp() public override {
        super.setUp();
        part = requested(PART);
        IFinancing.PlaceOffer memory terms = offer(bankEast, part);
        terms.advance = PAID;
        accept(part, offered(bankEast, terms));
    }

    // Declared

    function test_A_declared_disbursement_waits_for_the_seller() public {
        IFinancing.DeclareDisbursement memory intent = disbursement(bankEast, part, PAID);
        intent.registryReference = "ZD-2027-1";
        intent.justification = keccak256("why");
        bytes32 digest = digestOf(FinancingTypedData.hash(intent));
        HoldingRecord expected = declared();

        bytes memory call = callOf(bankEast, intent);
        vm.expectEmit(address(ledger));
        emit IFinancing.DisbursementDeclared(
            root,
            part,
            bankEast.id,
            digest,
            expected,
            intent.valueDate,
            intent.bankReference,
            intent.evidence,
            "ZD-2027-1",
            intent.justification
        );
        perform(call);

        assertHolding(part, expected, "declared");
        assertExposure(bankEast, PART, "still booked");
    }

    function test_Only_the_financier_whose_offer_won_declares() public {
        assertReverts(
            callOf(bankWest, disbursement(bankWest, part, PAID)),
            abi.encodeWithSelector(IReceivables.NotTheCounterparty.selector, part, bankWest.id)
        );
        IFinancing.DeclareDisbursement memory intent = disbursement(bankEast, part, PAID);
        intent.financier = tier1Brakes.id;
        assertReverts(
            callOf(tier1Brakes, intent),
            abi.encodeWithSelector(IIntents.RoleMissing.selector, tier1Brakes.id, Roles.FINANCIER)
        );
    }

    function test_The_money_is_at_least_the_offered_advance_and_at_most_the_part() public {
        uint64[4] memory bad = [0, PAID - 1, PART + 1, type(uint64).max];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertReverts(
                callOf(bankEast, disbursement(bankEast, part, bad[i])),
                abi.encodeWithSelector(IFinancing.AdvanceOutOfRange.selector, bad[i], PAID, PART)
            );
        }
        disburse(bankEast, part, PART);
    }

    function test_After_a_sealed_offer_the_money_is_at_least_one_unit() public {
        IFinancing.RequestFinancing memory intent = request(PART);
        intent.offerKey = abi.encodePacked(uint8(3), keccak256("a point"));
        bytes32 closed = requested(intent);
        IFinancing.PlaceOffer memory terms = offer(bankEast, closed);
        terms.advance = 0;
        terms.discount = 0;
        terms.sealedTerms = "sealed";
        accept(closed, offered(bankEast, terms));

        assertReverts(
            callOf(bankEast, disbursement(bankEast, closed, 0)),
            abi.encodeWithSelector(IFinancing.AdvanceOutOfRange.selector, 0, 1, PART)
        );
        disburse(bankEast, closed, 1);
    }

    function test_A_disbursement_follows_an_accepted_offer_once() public {
        bytes32 waiting = requested(1000);
        assertReverts(
            callOf(bankEast, disbursement(bankEast, waiting, 1000)),
            stepMismatch(waiting, IReceivables.Step.FinancingRequested)
        );
        disburse(bankEast, part, PAID);
        assertReverts(
            callOf(bankEast, disbursement(bankEast, part, PAID)),
            stepMismatch(part, IReceivables.Step.DisbursementDeclared)
        );
    }

    function test_A_disbursement_is_declared_in_time() public {
        vm.warp(NOW + 48 hours + 1);
        assertReverts(
            callOf(bankEast, disbursement(bankEast, part, PAID)),
            abi.encodeWithSelector(IReceivables.StepEnded.selector, part, NOW + 48 hours)
        );
        vm.warp(NOW + 48 hours);
        disburse(bankEast, part, PAID);
    }

    function test_The_bank_reference_is_1_to_64_bytes_and_the_registrys_at_most_64() public {
        IFinancing.DeclareDisbursement memory intent = disbursement(bankEast, part, PAID);
        intent.bankReference = "";
        assertReverts(callOf(bankEast, intent), badReference(0));
        intent.bankReference = string(new bytes(65));
        assertReverts(callOf(bankEast, intent), badReference(65));
        intent.bankReference = string(new bytes(64));
        intent.registryReference = string(new bytes(65));
        assertReverts(callOf(bankEast, intent), badReference(65));
        intent.registryReference = string(new bytes(64));
        perform(callOf(bankEast, intent), "longest");
    }

    function test_Rules_may_want_a_registration_and_a_reason_above_the_standard_tenor() public {
        IRuleBook.Rules memory rules = openRules();
        rules.registryReferenceRequired = true;
        rules.standardTenorDays = uint16(DUE - uint32(NOW / 1 days)) - 1;
        ledger = ledgerUnder(rules, participants);
        setLimit(bankEast, LIMIT);
        root = receivable("INV-1", WHOLE);
        part = lockedFor(bankEast, PART);

        IFinancing.DeclareDisbursement memory intent = disbursement(bankEast, part, PART);
        assertReverts(
            callOf(bankEast, intent), abi.encodeWithSelector(IFinancing.RegistryReferenceRequired.selector, 1)
        );
        intent.registryReference = "ZD-1";
        assertReverts(
            callOf(bankEast, intent),
            abi.encodeWithSelector(
                IFinancing.JustificationRequired.selector, rules.standardTenorDays + 1, rules.standardTenorDays
            )
        );
        intent.justification = keccak256("delivered in parts over the year");
        perform(callOf(bankEast, intent), "with both");
    }

    function test_At_the_standard_tenor_no_reason_is_needed() public {
        IRuleBook.Rules memory rules = openRules();
        rules.standardTenorDays = uint16(DUE - uint32(NOW / 1 days));
        ledger = ledgerUnder(rules, participants);
        setLimit(bankEast, LIMIT);
        root = receivable("INV-1", WHOLE);
        disburse(bankEast, lockedFor(bankEast, PART), PART);
    }

    function test_Above_the_financiers_threshold_two_keys_must_sign() public {
        setThreshold(bankEast, PAID - 1);
        IFinancing.DeclareDisbursement memory intent = disbursement(bankEast, part, PAID);
        assertReverts(
            callOf(bankEast, intent),
            abi.encodeWithSelector(IDualControl.SecondSignatureRequired.selector, bankEast.id, PAID - 1)
        );
        Party memory second = withKey(bankEast, 63);
        bytes memory byTwo = signByTwo(bankEast, second, FinancingTypedData.hash(intent));
        perform(abi.encodeCall(IFinancing.declareDisbursement, (intent, byTwo)), "by two");
    }

    // Answered

    function test_Acknowledged_the_part_is_the_financiers() public {
        disburse(bankEast, part, PAID);
        IFinancing.AnswerDisbursement memory intent = receipt(part, PAID);
        intent.evidence = keccak256("camt.054 of the seller's bank");
        bytes32 digest = digestOf(FinancingTypedData.hash(intent));
        HoldingRecord expected = rest(PART).passedTo(bankEast.id).with(FINANCED);

        bytes memory call = callOf(tier1Brakes, intent);
        vm.expectEmit(address(ledger));
        emit IFinancing.DisbursementAnswered(
            root, part, tier1Brakes.id, digest, expected, true, "", intent.evidence
        );
        perform(call);

        assertHolding(part, expected, "passed on");
        assertExposure(bankEast, PART, "held now");
    }

    function test_With_recourse_the_seller_stays_named() public {
        bytes32 other = requested(1000);
        IFinancing.PlaceOffer memory terms = offer(bankWest, other);
        terms.recourse = true;
        accept(other, offered(bankWest, terms));
        disburse(bankWest, other, 1000);
        vm.assertTrue(holdingOf(root, other).counterparty == bankWest.id, "the financier, up to then");
        acknowledge(other, 1000);

        HoldingRecord expected = rest(1000).passedTo(bankWest.id).with(FINANCED | RECOURSE);
        assertHolding(
            other, expected.inStep(IReceivables.Step.None, tier1Brakes.id, 0, 0), "the seller answers for it"
        );
    }

    function test_Contested_the_part_is_frozen_with_both_sides_evidence_on_record() public {
        disburse(bankEast, part, PAID);
        IFinancing.AnswerDisbursement memory intent = contest(part, PAID);
        bytes32 digest = digestOf(FinancingTypedData.hash(intent));
        HoldingRecord expected =
            rest(PART).inStep(IReceivables.Step.DisbursementContested, bankEast.id, PAID, 0);

        bytes memory call = callOf(tier1Brakes, intent);
        vm.expectEmit(address(ledger));
        emit IFinancing.DisbursementAnswered(
            root, part, tier1Brakes.id, digest, expected, false, "nothing came in", intent.evidence
        );
        perform(call);

        assertHolding(part, expected, "frozen");
        assertExposure(bankEast, PART, "still booked");
    }

    function test_What_was_contested_can_be_acknowledged_any_time_and_not_contested_again() public {
        disburse(bankEast, part, PAID);
        perform(callOf(tier1Brakes, contest(part, PAID)));
        vm.warp(NOW + 20 days);

        assertReverts(
            callOf(tier1Brakes, contest(part, PAID)), stepMismatch(part, IReceivables.Step.DisbursementContested)
        );
        acknowledge(part, PAID);
        assertHolder(part, bankEast.id, "passed on after all");
    }

    function test_The_seller_answers_in_time() public {
        disburse(bankEast, part, PAID);
        vm.warp(NOW + 72 hours + 1);
        bytes memory ended = abi.encodeWithSelector(IReceivables.StepEnded.selector, part, NOW + 72 hours);
        assertReverts(callOf(tier1Brakes, receipt(part, PAID)), ended);
        assertReverts(callOf(tier1Brakes, contest(part, PAID)), ended);
        vm.warp(NOW + 72 hours);
        acknowledge(part, PAID);
    }

    function test_The_answer_is_the_holders_about_the_declared_amount_and_gives_a_reason_only_to_contest() public {
        assertReverts(
            callOf(tier1Brakes, receipt(part, PAID)), stepMismatch(part, IReceivables.Step.OfferAccepted)
        );
        disburse(bankEast, part, PAID);
        assertReverts(
            callOf(tier1Brakes, receipt(part, PAID + 1)),
            abi.encodeWithSelector(IFinancing.AmountMismatch.selector, part, PAID)
        );
        IFinancing.AnswerDisbursement memory intent = receipt(part, PAID);
        intent.holder = bankEast.id;
        assertReverts(
            callOf(bankEast, intent), abi.encodeWithSelector(IReceivables.NotTheHolder.selector, part, bankEast.id)
        );
        intent = receipt(part, PAID);
        intent.reason = "thanks";
        assertReverts(callOf(tier1Brakes, intent), badReason(6, 0));
        intent = contest(part, PAID);
        intent.reason = "";
        assertReverts(callOf(tier1Brakes, intent), badReason(0, 200));
        intent.reason = string(new bytes(201));
        assertReverts(callOf(tier1Brakes, intent), badReason(201, 200));
    }

    function test_A_bank_that_sells_on_is_freed_when_the_next_one_has_paid() public {
        disburse(bankEast, part, PAID);
        acknowledge(part, PAID);
        IFinancing.RequestFinancing memory again = request(root, part, 100_000);
        again.holder = bankEast.id;
        perform(callOf(bankEast, again), "refinance");
        bytes32 sold = digestOf(FinancingTypedData.hash(again));
        bytes32 terms = offered(bankWest, sold);
        IFinancing.AcceptOffer memory answer = acceptance(sold, terms);
        answer.holder = bankEast.id;
        perform(callOf(bankEast, answer), "accept");
        assertExposure(bankEast, PART, "until it is paid");
        assertExposure(bankWest, 100_000, "locked");

        disburse(bankWest, sold, 100_000);
        IFinancing.AnswerDisbursement memory received = receipt(sold, 100_000);
        received.holder = bankEast.id;
        perform(callOf(bankEast, received), "acknowledge");

        assertHolder(sold, bankWest.id, "sold on");
        vm.assertEq(holdingOf(root, sold).depth, 2, "two hands");
        assertExposure(bankEast, PART - 100_000, "what it kept");
        assertExposure(bankWest, 100_000, "what it bought");
    }

    function test_The_plain_reference_agrees_with_the_second_opinion_of_forge() public {
        IFinancing.DeclareDisbursement memory d = disbursement(bankEast, part, PAID);
        d.registryReference = unicode"中登网 1";
        vm.assertEq(
            FinancingTypedData.hash(d),
            vm.eip712HashStruct(FinancingTypedData.DECLARE_DISBURSEMENT, abi.encode(d)),
            "declare"
        );
        IFinancing.AnswerDisbursement memory a = contest(part, PAID);
        vm.assertEq(
            FinancingTypedData.hash(a),
            vm.eip712HashStruct(FinancingTypedData.ANSWER_DISBURSEMENT, abi.encode(a)),
            "answer"
        );
    }

    function declared() private view returns (HoldingRecord) {
        return rest(PART).inStep(
            IReceivables.Step.DisbursementDeclared, bankEast.id, PAID, uint32(NOW + 72 hours)
        );
    }

    function stepMismatch(bytes32 holding, IReceivables.Step step) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IReceivables.StepMismatch.selector, holding, step);
    }

    function badReference(uint256 length) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IFinancing.ReferenceLengthOutOfRange.selector, length, 64);
    }

    function badReason(uint256 length, uint256 max) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, length, max);
    }
}
