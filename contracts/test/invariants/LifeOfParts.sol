// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../../src/interfaces/IFinancing.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {HoldingRecord} from "../../src/types/HoldingRecord.sol";
import {ParticipantId} from "../../src/types/ParticipantId.sol";
import {FinancingTypedData} from "../support/FinancingTypedData.sol";
import {TransferTypedData} from "../support/TransferTypedData.sol";
import {Life} from "./Life.sol";

/// @notice Parts pass from hand to hand: transfers and financing.
abstract contract LifeOfParts is Life {
    struct Terms {
        bytes32 id;
        bytes32 part;
        ParticipantId financier;
        bool accepted;
    }

    Terms[] private _terms;

    function proposeTransfer(uint256 dice, uint256 share, uint256 whom) external {
        if (isFull()) return;
        bytes32 id = choose(dice, IReceivables.Step.None, IReceivables.Phase.Held);
        Party memory by = mostly(_parts[id].holder, whom);
        Party memory recipient = by.id == tier1Brakes.id ? tier2Steel : tier1Brakes;
        IReceivables.ProposeTransfer memory intent = transferTo(recipient, id, someOf(_parts[id].amount, share));
        intent.holder = by.id;
        bytes32 made = digestOf(TransferTypedData.hash(intent));
        if (!act(by, callOf(by, intent), id, "propose transfer")) return;
        _split(id, made, intent.amount);
        settleBooks(id);
    }

    function answerTransfer(uint256 dice, uint256 whom, bool accepted) external {
        bytes32 id = choose(dice, IReceivables.Step.TransferProposed);
        Party memory by = mostly(_parts[id].seen.counterparty(), whom);
        if (!act(by, callOf(by, transferAnswer(by, id, accepted)), id, "answer transfer")) return;
        if (accepted) _parts[id].holder = by.id;
        settleBooks(id);
    }

    function requestFinancing(uint256 dice, uint256 share, uint256 whom, bool recourse) public {
        if (isFull()) return;
        bytes32 id = choose(dice, IReceivables.Step.None, IReceivables.Phase.Held);
        Party memory by = mostly(_parts[id].holder, whom);
        IFinancing.RequestFinancing memory intent = request(someOf(_parts[id].amount, share));
        (intent.receivable, intent.holding, intent.holder, intent.recourse) = (root, id, by.id, recourse);
        bytes32 made = digestOf(FinancingTypedData.hash(intent));
        if (!act(by, callOf(by, intent), id, "request financing")) return;
        _split(id, made, intent.amount);
        settleBooks(id);
    }

    function placeOffer(uint256 dice, bool west, bool recourse, uint256 time) public {
        bytes32 id = choose(dice, IReceivables.Step.FinancingRequested);
        Party memory by = west ? bankWest : bankEast;
        IFinancing.PlaceOffer memory intent = offer(by, id);
        intent.recourse = recourse;
        intent.expiry = uint64(block.timestamp + time % 2 days);
        bytes32 made = digestOf(FinancingTypedData.hash(intent));
        if (act(by, callOf(by, intent), id, "place offer")) _terms.push(Terms(made, id, by.id, false));
    }

    function withdrawOffer(uint256 dice, uint256 whom) external {
        if (_terms.length == 0) return;
        Terms storage terms = _terms[dice % _terms.length];
        root = _parts[terms.part].receivable;
        Party memory by = mostly(terms.financier, whom);
        bytes memory call = callOf(by, offerWithdrawal(by, terms.part, terms.id));
        if (act(by, call, terms.part, "withdraw offer")) {
            expect(!terms.accepted, "An accepted offer cannot be withdrawn.");
        }
    }

    function acceptOffer(uint256 dice, uint256 whom) public {
        if (_terms.length == 0) return;
        Terms storage terms = _terms[termsFor(dice)];
        root = _parts[terms.part].receivable;
        Party memory by = mostly(_parts[terms.part].holder, whom);
        IFinancing.AcceptOffer memory intent = acceptance(terms.part, terms.id);
        intent.holder = by.id;
        if (!act(by, callOf(by, intent), terms.part, "accept offer")) return;
        expect(!terms.accepted, "An offer is accepted at most once.");
        terms.accepted = true;
        settleBooks(terms.part);
        (uint64 most, uint64 used) = ledger.exposure(terms.financier, _debts[root].obligor, EUR);
        expect(used <= most, "No offer is accepted beyond the financier's limit.");
    }

    function declareDisbursement(uint256 dice, uint256 whom) public {
        bytes32 id = choose(dice, IReceivables.Step.OfferAccepted);
        HoldingRecord record = _parts[id].seen;
        Party memory by = mostly(record.counterparty(), whom);
        uint64 amount = record.pending() > 1 ? record.pending() : 1;
        if (act(by, callOf(by, disbursement(by, id, amount)), id, "declare disbursement")) settleBooks(id);
    }

    function answerDisbursement(uint256 dice, uint256 whom, bool received, bool late) public {
        bytes32 id = choose(
            dice, late ? IReceivables.Step.DisbursementContested : IReceivables.Step.DisbursementDeclared
        );
        HoldingRecord record = _parts[id].seen;
        Party memory by = mostly(_parts[id].holder, whom);
        IFinancing.AnswerDisbursement memory intent =
            received ? receipt(id, record.pending()) : contest(id, record.pending());
        intent.holder = by.id;
        if (!act(by, callOf(by, intent), id, "answer disbursement")) return;
        if (received) _parts[id].holder = record.counterparty();
        settleBooks(id);
    }

    /// @dev The way that most parts go, without anybody else in between.
    function sell(uint256 dice, uint256 share, bool west, bool recourse) external {
        uint256 right = 1;
        requestFinancing(dice, share, right, true);
        placeOffer(dice, west, recourse, 1 days);
        acceptOffer(dice, right);
        declareDisbursement(dice, right);
        answerDisbursement(dice, right, true, false);
    }

    function changeLimit(bool west, bool other, uint64 most) external {
        Party memory by = west ? bankWest : bankEast;
        IFinancing.SetExposureLimit memory intent = limit(by, most % (8 * LIMIT));
        if (other) intent.obligor = otherBuyer.id;
        act(by, callOf(by, intent), 0, "change limit");
    }

    /// @dev Terms whose request still stands, if there are some.
    function termsFor(uint256 dice) private view returns (uint256 place) {
        for (uint256 i = 0; i < _terms.length; ++i) {
            place = (dice % _terms.length + i) % _terms.length;
            HoldingRecord record = _parts[_terms[place].part].seen;
            if (record.step() == IReceivables.Step.FinancingRequested) return place;
        }
    }
}
