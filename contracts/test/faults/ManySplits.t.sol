// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {SettlementFixture} from "../support/SettlementFixture.sol";
import {TransferTypedData} from "../support/TransferTypedData.sol";

/// @notice What is split often, deep, or into what does not divide, is neither more nor less than before, and splitting
/// it once more costs what it has cost before.
contract ManySplitsTest is SettlementFixture {
    uint256 private constant CHILDREN = 10_000;
    uint256 private constant LEVELS = 1_000;

    /// @dev What the places that one split touches for the first time may cost more than those of another.
    uint256 private constant NOISE = 3_000;

    /// @custom:fault 69 a hundred in three: 33, 33 and the rest is 34
    function test_What_does_not_divide_leaves_its_rest_to_the_holder() public {
        bytes32 hundred = receivable("INV-100", 100);
        root = hundred;
        bytes32 first = proposed(33);
        bytes32 second = proposed(33);

        assertAmount(first, 33, "first");
        assertAmount(second, 33, "second");
        assertAmount(hundred, 34, "nothing was rounded away");
    }

    /// @custom:fault 69 one minor unit is not divisible: there is no half of it, and it moves as a whole
    function test_One_unit_cannot_be_halved() public {
        root = receivable("INV-unit", 1);
        assertReverts(
            callOf(tier1Brakes, transferTo(tier2Steel, root, 0)),
            abi.encodeWithSelector(bytes4(keccak256("AmountOutOfRange(uint64,uint64)")), 0, 1)
        );
        bytes32 whole = proposed(1);
        assertAmount(whole, 1, "whole");
        assertPhase(root, IReceivables.Phase.Closed, "nothing left");
    }

    /// @custom:fault 69 ten thousand children of one holding: each costs the same, and together they are the whole
    function test_Ten_thousand_children_cost_the_same_each_and_are_the_whole_together() public {
        this.costOfTakingOne();
        uint256 second = this.costOfTakingOne();
        vm.pauseGasMetering();
        for (uint256 i = 3; i < CHILDREN; ++i) this.costOfTakingOne();
        vm.resumeGasMetering();
        uint256 last = this.costOfTakingOne();

        assertAmount(root, WHOLE - CHILDREN, "what was taken out, and no unit more");
        vm.assertLe(last, second + NOISE, "the last costs no more than the second");
        vm.assertLe(second, last + NOISE, "nor less");
    }

    /// @custom:fault 69 a part of a part of a part, a thousand deep: bounded by nothing but the amount, at equal cost
    function test_A_thousand_levels_of_parts_cost_the_same_each_and_lose_nothing() public {
        bytes32 part = root;
        uint64 amount = WHOLE;
        uint256 sum;
        uint256 second;
        uint256 last;
        for (uint256 level = 0; level < LEVELS; ++level) {
            bytes32 parent = part;
            amount -= 1;
            (part, last) = takenOut(parent, amount);
            if (level == 1) second = last;
            sum += holdingOf(root, parent).amount;
            perform(callOf(tier2Steel, transferAnswer(tier2Steel, part, false)), "declined: a part of its own");
        }

        vm.assertEq(sum + holdingOf(root, part).amount, WHOLE, "no unit made or lost on the way");
        vm.assertEq(holdingOf(root, part).depth, 0, "and it has not left its holder's hand");
        vm.assertLe(last, second + NOISE, "the deepest costs no more than the second");
        vm.assertLe(second, last + NOISE, "nor less");
    }

    /// @dev External, so that the memory it takes is given back.
    function costOfTakingOne() external returns (uint256 cost) {
        (, cost) = takenOut(root, 1);
    }

    function takenOut(bytes32 from, uint64 amount) private returns (bytes32 part, uint256 cost) {
        IReceivables.ProposeTransfer memory intent = transferTo(tier2Steel, from, amount);
        part = digestOf(TransferTypedData.hash(intent));
        bytes memory call = callOf(tier1Brakes, intent);
        (bool done,) = address(ledger).call(call);
        cost = vm.lastCallGas().gasTotalUsed;
        vm.assertTrue(done, "split");
    }
}
