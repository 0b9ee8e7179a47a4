// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../src/interfaces/IDualControl.sol";
import {IFinancing} from "../src/interfaces/IFinancing.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {HoldingRecord, RECOURSE} from "../src/types/HoldingRecord.sol";
import {Roles} from "../src/types/Roles.sol";
import {FinancingFixture} from "./support/FinancingFixture.sol";
import {FinancingTypedData} from "./support/FinancingTypedData.sol";

/// @notice Financiers offer, and the holder takes one.
contract FinancingOffersTest is FinancingFixture {
    uint64 private constant PART = 400_000;

    /// @dev Open offers of at least 380,000, without recourse.
    bytes32 private open;
    /// @dev Sealed offers, with recourse where they like.
    bytes32 private closed;

    function setUp() public override {
        super.setUp();
        IFinancing.RequestFinancing memory intent = request(PART);
        intent.lowestAdvance = 380_000;
        intent.recourse = false;
        open = requested(intent);
        intent = request(PART);
        intent.offerKey = abi.encodePacked(uint8(2), keccak256("a point"));
        closed = requested(intent);
    }

    // Open and sealed

    function test_An_open_offer_shows_its_terms_and_changes_nothing_of_the_part() public {
        IFinancing.PlaceOffer memory intent = openOffer(bankEast);
        bytes32 id = digestOf(FinancingTypedData.hash(intent));
        bytes memory before = abi.encode(holdingOf(root, open));

        bytes memory call = callOf(bankEast, intent);
        vm.expectEmit(address(ledger));
        emit IFinancing.OfferPlaced(
            open, id, bankEast.id, root, 385_000, 48_500, false, intent.expiry, ""
        );
        perform(call);

        vm.assertEq(abi.encode(holdingOf(root, open)), before, "the part waits on");
        assertExposure(bankEast, 0, "an offer books nothing");
    }

    function test_A_sealed_offer_shows_only_what_the_requester_can_open() public {
        IFinancing.PlaceOffer memory intent = sealedOffer(bankEast);
        bytes32 id = digestOf(FinancingTypedData.hash(intent));

        bytes memory call = callOf(bankEast, intent);
        vm.expectEmit(address(ledger));
        emit IFinancing.OfferPlaced(
            closed, id, bankEast.id, root, 0, 0, true, intent.expiry, "only the holder can read this"
        );
        perform(call);
    }

    function test_Sealed_and_open_offers_do_not_mix() public {
        IFinancing.PlaceOffer memory intent = openOffer(bankEast);
        intent.sealedTerms = "x";
        assertReverts(callOf(bankEast, intent), formMismatch(open, false));

        intent = sealedOffer(bankEast);
        intent.sealedTerms = "";
        assertReverts(callOf(bankEast, intent), formMismatch(closed, true), "no terms");
        intent = sealedOffer(bankEast);
        intent.advance = 1;
        assertReverts(callOf(bankEast, intent), formMismatch(closed, true), "advance in the open");
        intent = sealedOffer(bankEast);
        intent.discount = 1;
        assertReverts(callOf(bankEast, intent), formMismatch(closed, true), "price in the open");
    }

    function test_Sealed_terms_are_at_most_256_bytes() public {
        IFinancing.PlaceOffer memory intent = sealedOffer(bankEast);
        intent.sealedTerms = new bytes(257);
        assertReverts(
            callOf(bankEast, intent), abi.encodeWithSelector(IFinancing.SealedLengthOutOfRange.selector, 257, 256)
        );
        intent.sealedTerms = new bytes(256);
        offered(bankEast, intent);
    }

    function test_An_advance_is_at_least_what_the_holder_wants_and_at_most_the_part() public {
        uint64[4] memory bad = [0, uint64(379_999), PART + 1, type(uint64).max];
        for (uint256 i = 0; i < bad.length; ++i) {
            IFinancing.PlaceOffer memory intent = openOffer(bankEast);
            intent.advance = bad[i];
            assertReverts(
                callOf(bankEast, intent),
                abi.encodeWithSelector(IFinancing.AdvanceOutOfRange.selector, bad[i], 380_000, PART)
            );
        }
        uint64[2] memory good = [uint64(380_000), PART];
        for (uint256 i = 0; i < good.length; ++i) {
            IFinancing.PlaceOffer memory intent = openOffer(bankEast);
            intent.advance = good[i];
            offered(bankEast, intent);
        }
    }

    function test_Recourse_is_offered_only_where_it_is_welcome() public {
        IFinancing.PlaceOffer memory intent = openOffer(bankEast);
        intent.recourse = true;
        assertReverts(callOf(bankEast, intent), abi.encodeWithSelector(IFinancing.RecourseNotWanted.selector, open));
    }

    function test_An_offer_ends_in_the_future_and_not_after_the_request() public {
        uint64 latest = NOW + 5 days;
        uint64[3] memory bad = [NOW, latest + 1, type(uint64).max];
        for (uint256 i = 0; i < bad.length; ++i) {
            IFinancing.PlaceOffer memory intent = openOffer(bankEast);
            intent.expiry = bad[i];
            assertReverts(
                callOf(bankEast, intent), abi.encodeWithSelector(IFinancing.TimeOutOfRange.selector, bad[i], latest)
            );
        }
        IFinancing.PlaceOffer memory last = openOffer(bankEast);
        last.expiry = latest;
        offered(bankEast, last);
    }

    function test_No_offers_after_the_request_has_ended() public {
        vm.warp(NOW + 5 days + 1);
        assertReverts(
            callOf(bankEast, openOffer(bankEast)),
            abi.encodeWithSelector(IReceivables.StepEnded.selector, open, NOW + 5 days)
        );
    }

    function test_Offers_are_for_requests_only() public {
        IFinancing.PlaceOffer memory intent = offer(bankEast, root);
        assertReverts(
            callOf(bankEast, intent),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, root, IReceivables.Step.None)
        );
        bytes32 unknown = keccak256("unknown");
        assertReverts(
            callOf(bankEast, offer(bankEast, unknown)),
            abi.encodeWithSelector(IReceivables.HoldingNotFound.selector, unknown)
        );
    }

    function test_An_obligor_that_is_a_bank_too_cannot_finance_its_own_debt() public {
        Party memory both = join("buying-bank", Roles.BUYER | Roles.FINANCIER);
        coreMotors = both;
        root = receivable("INV-9", WHOLE);
        assertReverts(
            callOf(both, offer(both, requested(1000))),
            abi.encodeWithSelector(IReceivables.RecipientIsObligor.selector, both.id)
        );
    }

    function test_A_bank_cannot_buy_from_itself() public {
        bytes32 part = financedBy(bankEast, 1000);
        IFinancing.RequestFinancing memory again = request(root, part, 1000);
        again.holder = bankEast.id;
        perform(callOf(bankEast, again), "a bank refinances");
        bytes32 onOffer = digestOf(FinancingTypedData.hash(again));

        assertReverts(
            callOf(bankEast, offer(bankEast, onOffer)),
            abi.encodeWithSelector(IFinancing.FinancierIsHolder.selector, bankEast.id)
        );
        offered(bankWest, onOffer);
    }

    function test_Only_a_financier_offers() public {
        IFinancing.PlaceOffer memory intent = openOffer(bankEast);
        intent.financier = tier2Steel.id;
        assertReverts(
            callOf(tier2Steel, intent),
            abi.encodeWithSelector(IIntents.RoleMissing.selector, tier2Steel.id, Roles.FINANCIER)
        );
    }

    // Withdrawn

    function test_A_withdrawn_offer_cannot_be_accepted_nor_withdrawn_again() public {
        bytes32 id = offered(bankEast, openOffer(bankEast));
        IFinancing.WithdrawOffer memory intent = offerWithdrawal(bankEast, open, id);
        bytes32 digest = digestOf(FinancingTypedData.hash(intent));

        bytes memory call = callOf(bankEast, intent);
        vm.expectEmit(address(ledger));
        emit IFinancing.OfferWithdrawn(open, id, bankEast.id, root, digest);
        perform(call);

        bytes memory notFound = abi.encodeWithSelector(IFinancing.OfferNotFound.selector, id);
        assertReverts(callOf(tier1Brakes, acceptance(open, id)), notFound);
        assertReverts(callOf(bankEast, offerWithdrawal(bankEast, open, id)), notFound);
    }

    function test_Only_its_maker_withdraws_an_offer_and_names_where_it_lies() public {
        bytes32 id = offered(bankEast, openOffer(bankEast));
        assertReverts(
            callOf(bankWest, offerWithdrawal(bankWest, open, id)),
            abi.encodeWithSelector(IFinancing.NotTheFinancier.selector, id, bankWest.id)
        );
        assertReverts(
            callOf(bankEast, offerWithdrawal(bankEast, closed, id)),
            abi.encodeWithSelector(IFinancing.OfferNotFound.selector, id)
        );
        IFinancing.WithdrawOffer memory elsewhere = offerWithdrawal(bankEast, open, id);
        elsewhere.receivable = receivable("INV-2", WHOLE);
        assertReverts(
            callOf(bankEast, elsewhere), abi.encodeWithSelector(IReceivables.HoldingNotFound.selector, open)
        );
    }

    // Accepted

    function test_Acceptance_locks_the_part_for_the_financier_and_books_it() public {
        bytes32 id = offered(bankEast, openOffer(bankEast));
        IFinancing.AcceptOffer memory intent = acceptance(open, id);
        bytes32 digest = digestOf(FinancingTypedData.hash(intent));
        HoldingRecord expected =
            rest(PART).inStep(IReceivables.Step.OfferAccepted, bankEast.id, 385_000, uint32(NOW + 48 hours));

        bytes memory call = callOf(tier1Brakes, intent);
        vm.expectEmit(address(ledger));
        emit IFinancing.OfferAccepted(root, open, id, digest, expected);
        perform(call);

        assertHolding(open, expected, "locked");
        assertExposure(bankEast, PART, "booked");
    }

    function test_Acceptance_remembers_recourse_and_knows_no_sealed_advance() public {
        bytes32 id = offered(bankEast, sealedOffer(bankEast));
        accept(closed, id);

        HoldingRecord expected =
            rest(PART).inStep(IReceivables.Step.OfferAccepted, bankEast.id, 0, uint32(NOW + 48 hours));
        assertHolding(closed, expected.with(RECOURSE), "locked");
    }

    function test_The_time_to_pay_ends_with_the_due_date() public {
        vm.warp((uint256(DUE) + 1) * 1 days - 2 hours);
        IFinancing.RequestFinancing memory intent = request(1000);
        intent.openUntil = uint64(block.timestamp) + 1 hours;
        bytes32 late = requested(intent);
        IFinancing.PlaceOffer memory terms = offer(bankEast, late);
        terms.expiry = intent.openUntil;
        accept(late, offered(bankEast, terms));

        vm.assertEq(holdingOf(root, late).deadline, (uint256(DUE) + 1) * 1 days - 1, "not 48 hours");
    }

    /// @custom:fault 66 two financiers for one part in one batch
    function test_Of_two_acceptances_in_one_batch_the_first_wins_and_the_other_lapses() public {
        bytes32 east = offered(bankEast, openOffer(bankEast));
        bytes32 west = offered(bankWest, openOffer(bankWest));
        bytes[] memory items = new bytes[](2);
        items[0] = callOf(tier1Brakes, acceptance(open, west));
        items[1] = callOf(tier1Brakes, acceptance(open, east));

        IIntents.Outcome[] memory outcomes = ledger.execute(items);

        assertOutcome(outcomes[0], IIntents.Outcome.Executed, "first");
        assertOutcome(outcomes[1], IIntents.Outcome.Rejected, "second");
        vm.assertTrue(holdingOf(root, open).counterparty == bankWest.id, "the first");
        assertExposure(bankWest, PART, "booked");
        assertExposure(bankEast, 0, "nothing booked");
        assertReverts(
            callOf(tier1Brakes, acceptance(open, east)),
            abi.encodeWithSelector(IReceivables.StepMismatch.selector, open, IReceivables.Step.OfferAccepted)
        );
    }

    /// @custom:fault 66 an offer turned to another part
    function test_An_offer_for_one_part_cannot_be_accepted_for_another() public {
        bytes32 id = offered(bankEast, openOffer(bankEast));
        assertReverts(
            callOf(tier1Brakes, acceptance(closed, id)), abi.encodeWithSelector(IFinancing.OfferNotFound.selector, id)
        );
    }

    function test_An_offer_can_be_accepted_until_it_expires_and_not_a_second_longer() public {
        bytes32 id = offered(bankEast, openOffer(bankEast));
        vm.warp(NOW + 3 days + 1);
        assertReverts(
            callOf(tier1Brakes, acceptance(open, id)),
            abi.encodeWithSelector(IFinancing.OfferExpired.selector, id, NOW + 3 days)
        );
        vm.warp(NOW + 3 days);
        accept(open, id);
    }

    function test_Nothing_is_accepted_after_the_request_has_ended() public {
        bytes32 id = offered(bankEast, openOffer(bankEast));
        vm.warp(NOW + 5 days + 1);
        assertReverts(
            callOf(tier1Brakes, acceptance(open, id)),
            abi.encodeWithSelector(IReceivables.StepEnded.selector, open, NOW + 5 days)
        );
    }

    function test_Only_the_holder_accepts() public {
        IFinancing.AcceptOffer memory intent = acceptance(open, offered(bankEast, openOffer(bankEast)));
        intent.holder = bankEast.id;
        assertReverts(
            callOf(bankEast, intent), abi.encodeWithSelector(IReceivables.NotTheHolder.selector, open, bankEast.id)
        );
    }

    function test_A_suspended_holder_accepts_nothing() public {
        bytes32 id = offered(bankEast, openOffer(bankEast));
        suspend(tier1Brakes);
        assertReverts(
            callOf(tier1Brakes, acceptance(open, id)),
            abi.encodeWithSelector(IIntents.ParticipantNotActive.selector, tier1Brakes.id)
        );
    }

    function test_An_accepted_offer_cannot_be_withdrawn_any_more_and_a_lapsed_one_can() public {
        bytes32 accepted = offered(bankEast, openOffer(bankEast));
        bytes32 lapsed = offered(bankWest, openOffer(bankWest));
        accept(open, accepted);

        assertReverts(
            callOf(bankEast, offerWithdrawal(bankEast, open, accepted)),
            abi.encodeWithSelector(IFinancing.OfferNotFound.selector, accepted)
        );
        perform(callOf(bankWest, offerWithdrawal(bankWest, open, lapsed)), "tidied away");
    }

    function test_A_suspended_financier_is_not_bound_until_it_is_reinstated() public {
        bytes32 id = offered(bankEast, openOffer(bankEast));
        suspend(bankEast);
        assertReverts(
            callOf(tier1Brakes, acceptance(open, id)),
            abi.encodeWithSelector(IIntents.ParticipantNotActive.selector, bankEast.id)
        );
        reinstate(bankEast);
        accept(open, id);
    }

    function test_Above_their_thresholds_financier_and_holder_sign_with_two_keys() public {
        setThreshold(bankEast, PART - 1);
        setThreshold(tier1Brakes, PART - 1);
        Party memory secondOfBank = withKey(bankEast, 63);
        Party memory secondOfSeller = withKey(tier1Brakes, 63);
        IFinancing.PlaceOffer memory intent = openOffer(bankEast);
        assertReverts(callOf(bankEast, intent), secondNeeded(bankEast));
        bytes memory byTwo = signByTwo(bankEast, secondOfBank, FinancingTypedData.hash(intent));
        perform(abi.encodeCall(IFinancing.placeOffer, (intent, byTwo)), "offer");

        IFinancing.AcceptOffer memory answer = acceptance(open, digestOf(FinancingTypedData.hash(intent)));
        assertReverts(callOf(tier1Brakes, answer), secondNeeded(tier1Brakes));
        byTwo = signByTwo(tier1Brakes, secondOfSeller, FinancingTypedData.hash(answer));
        perform(abi.encodeCall(IFinancing.acceptOffer, (answer, byTwo)), "accept");
    }

    function test_The_plain_reference_agrees_with_the_second_opinion_of_forge() public {
        IFinancing.PlaceOffer memory p = sealedOffer(bankEast);
        vm.assertEq(
            FinancingTypedData.hash(p), vm.eip712HashStruct(FinancingTypedData.PLACE_OFFER, abi.encode(p)), "place"
        );
        IFinancing.WithdrawOffer memory w = offerWithdrawal(bankEast, open, "offer");
        vm.assertEq(
            FinancingTypedData.hash(w),
            vm.eip712HashStruct(FinancingTypedData.WITHDRAW_OFFER, abi.encode(w)),
            "withdraw"
        );
        IFinancing.AcceptOffer memory a = acceptance(open, "offer");
        vm.assertEq(
            FinancingTypedData.hash(a), vm.eip712HashStruct(FinancingTypedData.ACCEPT_OFFER, abi.encode(a)), "accept"
        );
    }

    function openOffer(Party memory by) private returns (IFinancing.PlaceOffer memory intent) {
        intent = offer(by, open);
        intent.advance = 385_000;
    }

    function sealedOffer(Party memory by) private returns (IFinancing.PlaceOffer memory intent) {
        intent = offer(by, closed);
        intent.advance = 0;
        intent.discount = 0;
        intent.recourse = true;
        intent.sealedTerms = "only the holder can read this";
    }

    function formMismatch(bytes32 holding, bool sealedWanted) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IFinancing.OfferFormMismatch.selector, holding, sealedWanted);
    }

    function secondNeeded(Party memory by) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IDualControl.SecondSignatureRequired.selector, by.id, PART - 1);
    }
}
