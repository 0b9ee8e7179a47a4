// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Arithmetic} from "../src/ledger/Arithmetic.sol";

/// @notice One receivable whose holdings are split, paid, credited and written off in any order for ever, by the sums
/// that the ledger itself uses. Proven for every history: what is held is what was confirmed and was neither paid nor
/// credited nor written off, and of what was written off no more comes in than was lost.
/// @dev It is not said which holdings there are: an action may concern any amount up to what is held in all, so that
/// what is proven holds of the true ones among them.
contract Receivable {
    uint256 private immutable _confirmed;
    uint256 private _held;
    uint256 private _paid;
    uint256 private _credited;
    uint256 private _writtenOff;
    uint256 private _recovered;
    uint64 private _lost;

    constructor(uint64 confirmed) {
        _confirmed = confirmed;
        _held = confirmed;
    }

    function split(uint64 holding, uint64 amount, uint64 smallest) external {
        require(holding <= _held);
        _held = _held - holding + Arithmetic.split(holding, amount, smallest) + amount;
    }

    function pay(uint64 holding, uint64 amount) external {
        _lessen(holding, amount);
        _paid += amount;
    }

    function credit(uint64 holding, uint64 amount) external {
        _lessen(holding, amount);
        _credited += amount;
    }

    function writeOff(uint64 holding) external {
        require(_lost == 0);
        _lessen(holding, holding);
        _writtenOff += holding;
        _lost = holding;
    }

    function recover(uint64 amount) external {
        require(amount > 0 && amount <= _lost);
        _lost = Arithmetic.less(_lost, amount);
        _recovered += amount;
    }

    function What_is_held_is_what_was_confirmed_less_paid_credited_and_written_off() external view {
        assert(_held + _paid + _credited + _writtenOff == _confirmed);
    }

    function What_was_lost_and_has_not_come_in_can_still_come_in() external view {
        assert(_recovered + _lost == _writtenOff);
    }

    function _lessen(uint64 holding, uint64 amount) private {
        require(holding <= _held && amount > 0 && amount <= holding);
        _held = _held - holding + Arithmetic.less(holding, amount);
    }
}
