// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../../src/interfaces/IReceivables.sol";

/// @notice Financing in its plainest form: what each action is allowed to do, and does, on lists that anybody can read.
/// Holders are numbered: 0 is the supplier, the others are banks.
contract FinancingModel {
    struct Part {
        bytes32 id;
        uint256 holder;
        uint256 bank;
        uint64 amount;
        uint64 pending;
        uint256 deadline;
        uint8 depth;
        IReceivables.Step step;
        bool financed;
        bool recourse;
        bool recourseWelcome;
        uint256 seller;
    }

    struct Terms {
        bytes32 id;
        uint256 part;
        uint256 bank;
        uint64 advance;
        uint256 expiry;
        bool recourse;
        bool gone;
    }

    uint64 private immutable _limit;
    uint64 private immutable _smallest;
    uint8 private immutable _maxHands;

    Part[] private _parts;
    Terms[] private _terms;
    mapping(uint256 bank => uint64) public exposure;

    constructor(bytes32 root, uint64 whole, uint64 limit, uint64 smallest, uint8 maxHands) {
        _limit = limit;
        _smallest = smallest;
        _maxHands = maxHands;
        _parts.push().id = root;
        _parts[0].amount = whole;
    }

    function parts() external view returns (Part[] memory) {
        return _parts;
    }

    function part(uint256 place) external view returns (Part memory) {
        return _parts[place];
    }

    function terms(uint256 place) external view returns (Terms memory) {
        return _terms[place];
    }

    function termsCount() external view returns (uint256) {
        return _terms.length;
    }

    // Each returns whether it is allowed, and where it is, has done it.

    function request(uint256 by, uint256 place, bytes32 id, uint64 amount, uint64 lowest, uint256 until, bool recourse)
        external
        returns (bool)
    {
        Part storage whole = _parts[place];
        if (whole.holder != by || whole.step != IReceivables.Step.None || whole.amount == 0) return false;
        if (whole.recourse || whole.depth >= _maxHands || amount == 0 || amount > whole.amount) return false;
        uint64 left = whole.amount - amount;
        if (left != 0 && (amount < _smallest || left < _smallest)) return false;
        if (lowest == 0 || lowest > amount || until <= block.timestamp) return false;
        whole.amount = left;
        Part memory taken = whole;
        taken.id = id;
        taken.amount = amount;
        taken.step = IReceivables.Step.FinancingRequested;
        taken.pending = lowest;
        taken.deadline = until;
        taken.recourseWelcome = recourse;
        _parts.push(taken);
        return true;
    }

    function offer(uint256 by, uint256 place, bytes32 id, uint64 advance, uint256 expiry, bool recourse)
        external
        returns (bool)
    {
        Part storage wanted = _parts[place];
        if (!_isOpen(wanted, IReceivables.Step.FinancingRequested) || by == 0 || by == wanted.holder) return false;
        if (advance < wanted.pending || advance > wanted.amount) return false;
        if (recourse && !wanted.recourseWelcome) return false;
        if (expiry <= block.timestamp || expiry > wanted.deadline) return false;
        if (exposure[by] + wanted.amount > _limit) return false;
        _terms.push(Terms(id, place, by, advance, expiry, recourse, false));
        return true;
    }

    function withdrawOffer(uint256 by, uint256 place) external returns (bool) {
        if (_terms[place].gone || _terms[place].bank != by) return false;
        _terms[place].gone = true;
        return true;
    }

    function accept(uint256 by, uint256 place) external returns (bool) {
        Terms storage taken = _terms[place];
        Part storage sold = _parts[taken.part];
        if (sold.holder != by || !_isOpen(sold, IReceivables.Step.FinancingRequested)) return false;
        if (taken.gone || block.timestamp > taken.expiry) return false;
        if (exposure[taken.bank] + sold.amount > _limit) return false;
        taken.gone = true;
        exposure[taken.bank] += sold.amount;
        sold.step = IReceivables.Step.OfferAccepted;
        sold.bank = taken.bank;
        sold.pending = taken.advance;
        sold.deadline = block.timestamp + 48 hours;
        sold.recourse = taken.recourse;
        return true;
    }

    function disburse(uint256 by, uint256 place, uint64 amount) external returns (bool) {
        Part storage sold = _parts[place];
        if (!_isOpen(sold, IReceivables.Step.OfferAccepted) || sold.bank != by) return false;
        if (amount < sold.pending || amount > sold.amount) return false;
        sold.step = IReceivables.Step.DisbursementDeclared;
        sold.pending = amount;
        sold.deadline = block.timestamp + 72 hours;
        return true;
    }

    function answer(uint256 by, uint256 place, bool received) external returns (bool) {
        Part storage sold = _parts[place];
        bool again = sold.step == IReceivables.Step.DisbursementContested && received;
        if (sold.holder != by || !again && !_isOpen(sold, IReceivables.Step.DisbursementDeclared)) return false;
        if (received) {
            _passOn(sold);
        } else {
            sold.step = IReceivables.Step.DisbursementContested;
            sold.deadline = 0;
        }
        return true;
    }

    function withdraw(uint256 by, uint256 place) external returns (bool) {
        Part storage sold = _parts[place];
        if (sold.step == IReceivables.Step.None) return false;
        bool isRequest = sold.step == IReceivables.Step.FinancingRequested;
        if (by != (isRequest ? sold.holder : sold.bank)) return false;
        if (sold.step == IReceivables.Step.DisbursementDeclared && block.timestamp > sold.deadline) return false;
        if (!isRequest) _unlock(sold);
        _rest(sold);
        return true;
    }

    function lapse(uint256 place) external returns (bool) {
        Part storage sold = _parts[place];
        if (sold.step == IReceivables.Step.None || sold.deadline == 0 || block.timestamp <= sold.deadline) return false;
        if (sold.step == IReceivables.Step.DisbursementDeclared) {
            _passOn(sold);
        } else {
            if (sold.step == IReceivables.Step.OfferAccepted) _unlock(sold);
            _rest(sold);
        }
        return true;
    }

    function _passOn(Part storage sold) private {
        if (sold.financed) exposure[sold.holder] -= sold.amount;
        sold.seller = sold.holder;
        sold.holder = sold.bank;
        sold.financed = true;
        sold.depth += 1;
        _rest(sold);
    }

    function _unlock(Part storage sold) private {
        exposure[sold.bank] -= sold.amount;
        sold.recourse = false;
    }

    function _rest(Part storage sold) private {
        sold.step = IReceivables.Step.None;
        sold.bank = 0;
        sold.pending = 0;
        sold.deadline = 0;
    }

    function _isOpen(Part storage sold, IReceivables.Step step) private view returns (bool) {
        return sold.step == step && block.timestamp <= sold.deadline;
    }
}
