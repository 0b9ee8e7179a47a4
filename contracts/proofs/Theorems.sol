// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Arithmetic} from "../src/ledger/Arithmetic.sol";

/// @notice What holds of each sum by itself, for all numbers. Every `assert` is a theorem about the code that the
/// ledger runs, and none of its subtractions can go below zero.
contract Theorems {
    function A_split_makes_and_loses_nothing(uint64 whole, uint64 amount, uint64 smallest) external pure {
        uint64 rest = Arithmetic.split(whole, amount, smallest);
        assert(uint256(rest) + amount == whole);
    }

    function Neither_part_of_a_split_is_smaller_than_the_smallest(uint64 whole, uint64 amount, uint64 smallest)
        external
        pure
    {
        uint64 rest = Arithmetic.split(whole, amount, smallest);
        assert(amount > 0);
        assert(rest == 0 || rest >= smallest && amount >= smallest);
    }

    function A_holding_can_always_be_taken_as_a_whole(uint64 whole, uint64 smallest) external pure {
        require(whole > 0);
        assert(Arithmetic.split(whole, whole, smallest) == 0);
    }

    function A_payment_or_credit_leaves_exactly_what_it_does_not_cover(uint64 held, uint64 by) external pure {
        require(by > 0 && by <= held);
        uint64 left = Arithmetic.less(held, by);
        assert(left < held);
        assert(uint256(left) + by == held);
    }

    function Paid_in_parts_is_paid_as_a_whole(uint64 held, uint64 first, uint64 second) external pure {
        require(uint256(first) + second <= held);
        uint64 left = Arithmetic.less(Arithmetic.less(held, first), second);
        assert(left == Arithmetic.less(held, first + second));
    }

    function A_split_pays_the_same_as_the_whole(uint64 whole, uint64 amount, uint64 paid, uint64 smallest)
        external
        pure
    {
        uint64 rest = Arithmetic.split(whole, amount, smallest);
        require(paid <= amount);
        assert(uint256(rest) + Arithmetic.less(amount, paid) == Arithmetic.less(whole, paid));
    }

    function What_fits_the_room_keeps_the_limit_and_comes_back_whole(uint64 limit, uint64 used, uint64 amount)
        external
        pure
    {
        require(amount > 0 && amount <= Arithmetic.room(limit, used));
        uint64 booked = used + amount;
        assert(booked <= limit);
        assert(Arithmetic.less(booked, amount) == used);
    }
}
