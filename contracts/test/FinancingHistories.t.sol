// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../src/interfaces/IFinancing.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {IRuleBook} from "../src/interfaces/IRuleBook.sol";
import {ParticipantId, NOBODY} from "../src/types/ParticipantId.sol";
import {FinancingFixture} from "./support/FinancingFixture.sol";
import {FinancingModel} from "./support/FinancingModel.sol";
import {FinancingTypedData} from "./support/FinancingTypedData.sol";

/// @notice Random histories of requests, offers, payments, silence and second thoughts, against a plain model: what it
/// allows succeeds, what it does not allow fails, and after every step parts and exposures are the same in both.
contract FinancingHistoriesTest is FinancingFixture {
    uint64 private constant SMALLEST = 1000;
    uint8 private constant MAX_HANDS = 2;
    uint64 private constant NARROW_LIMIT = 600_000;
    uint256 private constant STEPS = 60;
    uint256 private constant PARTIES = 3;

    FinancingModel private model;
    Party[] private parties;
    uint256 private random;
    mapping(string action => uint256 times) private done;

    function setUp() public override {
        super.setUp();
        parties.push(tier1Brakes);
        parties.push(bankEast);
        parties.push(bankWest);
    }

    /// forge-config: default.fuzz.runs = 48
    function testFuzz_Every_history_leaves_parts_and_exposures_as_the_model_has_them(uint256 seed) public {
        live(seed);
    }

    function test_The_histories_take_every_turn() public {
        for (uint256 seed = 0; seed < 8; ++seed) {
            live(seed);
        }
        string[9] memory all = [
            "request", "offer", "accept", "disburse", "receive", "contest", "withdraw", "withdraw offer", "lapse"
        ];
        for (uint256 i = 0; i < all.length; ++i) {
            vm.assertLe(1, done[all[i]], all[i]);
        }
    }

    function live(uint256 seed) private {
        begin();
        random = seed;
        for (uint256 i = 0; i < STEPS; ++i) {
            step();
            assertSame();
        }
    }

    function begin() private {
        vm.warp(NOW);
        IRuleBook.Rules memory rules = openRules();
        rules.smallestPart = SMALLEST;
        rules.maxHands = MAX_HANDS;
        ledger = ledgerUnder(rules, participants);
        root = receivable("INV-1", WHOLE);
        setLimit(bankEast, NARROW_LIMIT);
        setLimit(bankWest, NARROW_LIMIT);
        model = new FinancingModel(root, WHOLE, NARROW_LIMIT, SMALLEST, MAX_HANDS);
    }

    function step() private {
        uint256 action = draw(12);
        if (action <= 1) return requests();
        if (action <= 3) return offers();
        if (action <= 5) return accepts();
        if (action <= 7) return disburses();
        if (action == 8) return answers();
        if (action == 9) return withdraws();
        if (action == 10) return lapses();
        vm.warp(block.timestamp + draw(30 hours));
    }

    function requests() private {
        FinancingModel.Part memory whole = anyPart(IReceivables.Step.None);
        uint256 by = mostly(whole.holder);
        IFinancing.RequestFinancing memory intent = request(root, whole.id, anyAmount(whole.amount));
        intent.holder = parties[by].id;
        intent.lowestAdvance = uint64(draw(3) == 0 ? 1 : intent.amount / 2 + draw(intent.amount / 2 + 2));
        intent.openUntil = uint64(block.timestamp + draw(3 days));
        intent.recourse = draw(2) == 0;
        bytes32 id = digestOf(FinancingTypedData.hash(intent));
        bool allowed = model.request(
            by, placeOf(whole.id), id, intent.amount, intent.lowestAdvance, intent.openUntil, intent.recourse
        );
        assertDone(callOf(parties[by], intent), allowed, "request");
    }

    function offers() private {
        FinancingModel.Part memory wanted = anyPart(IReceivables.Step.FinancingRequested);
        uint256 by = 1 + draw(2);
        IFinancing.PlaceOffer memory intent = offer(parties[by], wanted.id);
        uint64 above = wanted.amount >= wanted.pending ? wanted.amount - wanted.pending : 0;
        intent.advance = wanted.pending + uint64(draw(uint256(above) + 2));
        intent.expiry = uint64(block.timestamp + draw(3 days));
        if (intent.expiry > wanted.deadline && draw(4) != 0) intent.expiry = uint64(wanted.deadline);
        intent.recourse = draw(3) == 0;
        bytes32 id = digestOf(FinancingTypedData.hash(intent));
        bool allowed = model.offer(by, placeOf(wanted.id), id, intent.advance, intent.expiry, intent.recourse);
        assertDone(callOf(parties[by], intent), allowed, "offer");
    }

    function accepts() private {
        if (model.termsCount() == 0) return;
        uint256 place = anyTerms();
        FinancingModel.Terms memory terms = model.terms(place);
        FinancingModel.Part memory sold = model.part(terms.part);
        uint256 by = mostly(sold.holder);
        IFinancing.AcceptOffer memory intent = acceptance(sold.id, terms.id);
        intent.holder = parties[by].id;
        assertDone(callOf(parties[by], intent), model.accept(by, place), "accept");
    }

    function disburses() private {
        FinancingModel.Part memory sold = anyPart(IReceivables.Step.OfferAccepted);
        uint256 by = sold.bank == 0 ? 1 : sold.bank;
        if (draw(8) == 0) by = 3 - by;
        uint64 amount = sold.pending + uint64(draw(uint256(sold.amount) + 2 - sold.pending));
        bool allowed = model.disburse(by, placeOf(sold.id), amount);
        // What a sealed offer would leave open cannot happen here, so that zero is never a payment.
        assertDone(callOf(parties[by], disbursement(parties[by], sold.id, amount)), allowed, "disburse");
    }

    function answers() private {
        FinancingModel.Part memory sold = anyPart(
            draw(4) == 0 ? IReceivables.Step.DisbursementContested : IReceivables.Step.DisbursementDeclared
        );
        uint256 by = mostly(sold.holder);
        bool received = draw(2) == 0;
        IFinancing.AnswerDisbursement memory intent =
            received ? receipt(sold.id, sold.pending) : contest(sold.id, sold.pending);
        intent.holder = parties[by].id;
        bool allowed = model.answer(by, placeOf(sold.id), received);
        assertDone(callOf(parties[by], intent), allowed, received ? "receive" : "contest");
    }

    function withdraws() private {
        if (draw(3) == 0 && model.termsCount() != 0) return withdrawsOffer();
        FinancingModel.Part memory sold = anyPart(IReceivables.Step(draw(6)));
        uint256 by = draw(2) == 0 ? sold.holder : sold.bank;
        bytes memory call = withdrawalOf(parties[by], sold.id, sold.step);
        assertDone(call, model.withdraw(by, placeOf(sold.id)), "withdraw");
    }

    function withdrawsOffer() private {
        uint256 place = draw(model.termsCount());
        FinancingModel.Terms memory terms = model.terms(place);
        uint256 by = draw(8) == 0 ? 3 - terms.bank : terms.bank;
        bytes32 holding = model.part(terms.part).id;
        bytes memory call = callOf(parties[by], offerWithdrawal(parties[by], holding, terms.id));
        assertDone(call, model.withdrawOffer(by, place), "withdraw offer");
    }

    function lapses() private {
        FinancingModel.Part memory sold = anyPart(IReceivables.Step(draw(6)));
        bytes memory call = lapseOf(parties[draw(PARTIES)], sold.id);
        assertDone(call, model.lapse(placeOf(sold.id)), "lapse");
    }

    // What is compared

    function assertDone(bytes memory call, bool allowed, string memory what) private {
        (bool succeeded,) = address(ledger).call(call);
        vm.assertEq(succeeded ? 1 : 0, allowed ? 1 : 0, what);
        if (succeeded) ++done[what];
    }

    function assertSame() private view {
        FinancingModel.Part[] memory all = model.parts();
        uint256 sum;
        uint64[PARTIES] memory counted;
        for (uint256 i = 0; i < all.length; ++i) {
            IReceivables.Holding memory seen = holdingOf(root, all[i].id);
            vm.assertEq(abi.encode(seen), abi.encode(expected(all[i])), "holding");
            sum += seen.amount;
            if (seen.financed) counted[all[i].holder] += seen.amount;
            if (all[i].bank != 0) counted[all[i].bank] += seen.amount;
        }
        vm.assertEq(sum, WHOLE, "the parts are the whole");
        for (uint256 i = 1; i < PARTIES; ++i) {
            assertExposure(parties[i], model.exposure(i), "exposure as the model has it");
            assertExposure(parties[i], counted[i], "exposure is what is held and locked");
            vm.assertLe(counted[i], NARROW_LIMIT, "within the limit");
        }
    }

    function expected(FinancingModel.Part memory part) private view returns (IReceivables.Holding memory shown) {
        shown.holder = parties[part.holder].id;
        shown.counterparty = part.bank != 0
            ? parties[part.bank].id
            : part.recourse ? parties[part.seller].id : NOBODY;
        shown.amount = part.amount;
        shown.pending = part.pending;
        shown.deadline = uint32(part.deadline);
        shown.phase = part.amount == 0 ? IReceivables.Phase.Closed : IReceivables.Phase.Held;
        shown.step = part.step;
        shown.depth = part.depth;
        shown.financed = part.financed;
        shown.recourse = part.recourse;
        shown.ruleVersion = 1;
    }

    // What is drawn

    function draw(uint256 below) private returns (uint256) {
        random = uint256(keccak256(abi.encode(random)));
        return below == 0 ? 0 : random % below;
    }

    /// @dev Who should do it, now and then somebody else.
    function mostly(uint256 party) private returns (uint256) {
        return draw(8) == 0 ? draw(PARTIES) : party;
    }

    function anyAmount(uint64 whole) private returns (uint64) {
        uint256 kind = draw(8);
        if (kind == 0) return whole;
        if (kind == 1) return uint64(draw(SMALLEST));
        return uint64(1 + draw(uint256(whole) + 1));
    }

    /// @dev Where there is one, a part that has something in it and is in this step; otherwise any.
    function anyPart(IReceivables.Step step_) private returns (FinancingModel.Part memory) {
        FinancingModel.Part[] memory all = model.parts();
        uint256 first = draw(all.length);
        for (uint256 i = 0; i < all.length; ++i) {
            FinancingModel.Part memory found = all[(first + i) % all.length];
            if (found.step == step_ && found.amount != 0) return found;
        }
        return all[first];
    }

    /// @dev Where there are some, terms that can still be accepted; otherwise any.
    function anyTerms() private returns (uint256 first) {
        uint256 count = model.termsCount();
        first = draw(count);
        for (uint256 i = 0; i < count; ++i) {
            FinancingModel.Terms memory found = model.terms((first + i) % count);
            bool waits = model.part(found.part).step == IReceivables.Step.FinancingRequested;
            if (waits && !found.gone) return (first + i) % count;
        }
    }

    function placeOf(bytes32 id) private view returns (uint256 place) {
        FinancingModel.Part[] memory all = model.parts();
        while (all[place].id != id) ++place;
    }

    function withdrawalOf(Party memory by, bytes32 holding, IReceivables.Step step_) private returns (bytes memory) {
        IReceivables.WithdrawStep memory intent =
            IReceivables.WithdrawStep(by.id, root, holding, uint8(step_), freshNonce(), soon());
        bytes32 structHash = vm.eip712HashStruct(
            "WithdrawStep(uint32 participant,bytes32 receivable,bytes32 holding,uint8 step,uint256 nonce,"
            "uint64 deadline)",
            abi.encode(intent)
        );
        return abi.encodeCall(IReceivables.withdrawStep, (intent, sign(by, structHash)));
    }

    function lapseOf(Party memory by, bytes32 holding) private returns (bytes memory) {
        IReceivables.ApplyDeadline memory intent =
            IReceivables.ApplyDeadline(by.id, root, holding, freshNonce(), soon());
        bytes32 structHash = vm.eip712HashStruct(
            "ApplyDeadline(uint32 participant,bytes32 receivable,bytes32 holding,uint256 nonce,uint64 deadline)",
            abi.encode(intent)
        );
        return abi.encodeCall(IReceivables.applyDeadline, (intent, sign(by, structHash)));
    }
}
