// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../../src/interfaces/ICorrections.sol";
import {IFinancing} from "../../src/interfaces/IFinancing.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {CorrectionFixture} from "../support/CorrectionFixture.sol";
import {CorrectionTypedData} from "../support/CorrectionTypedData.sol";
import {FinancingTypedData} from "../support/FinancingTypedData.sol";
import {TransferTypedData} from "../support/TransferTypedData.sol";

/// @notice One part is passed on, financed and disputed in one batch, in whatever order a relayer likes.
contract SamePartInOneBatchTest is CorrectionFixture {
    /// @dev A batch of three, and the holding that each of them would make.
    struct Attempt {
        bytes[] items;
        bytes32[] parts;
    }

    /// @custom:fault 68 of three takers of the whole, in each of the six orders, the first alone gets it
    function test_The_whole_is_taken_once_whatever_the_order() public {
        uint8[3][6] memory orders = [
            [uint8(0), 1, 2],
            [uint8(0), 2, 1],
            [uint8(1), 0, 2],
            [uint8(1), 2, 0],
            [uint8(2), 0, 1],
            [uint8(2), 1, 0]
        ];
        for (uint256 i = 0; i < orders.length; ++i) {
            uint256 before = vm.snapshotState();
            takeWholeInOrder(orders[i]);
            vm.revertToState(before);
        }
    }

    function takeWholeInOrder(uint8[3] memory order) private {
        (bytes[] memory items, bytes32[] memory parts) = inOrder(attempts([WHOLE, WHOLE, WHOLE]), order);

        IIntents.Outcome[] memory outcomes = ledger.execute(items);

        assertOutcome(outcomes[0], IIntents.Outcome.Executed, "the first");
        assertOutcome(outcomes[1], IIntents.Outcome.Rejected, "nothing left for the second");
        assertOutcome(outcomes[2], IIntents.Outcome.Rejected, "nor for the third");
        assertAmount(parts[0], WHOLE, "all of it");
        assertAmount(parts[1], 0, "never made");
        assertAmount(parts[2], 0, "never made");
        assertPhase(root, IReceivables.Phase.Closed, "all was taken");
    }

    /// @custom:fault 68 whatever three want of it, and in whatever order: no more is given than there is
    /// @custom:fault 66 so that nothing is financed that was passed on, and the other way round
    function testFuzz_No_more_is_taken_than_there_is(uint64[3] memory wanted, uint256 shuffle) public {
        for (uint256 i = 0; i < 3; ++i) wanted[i] = 1 + wanted[i] % WHOLE;
        uint8 first = uint8(shuffle % 3);
        uint8 second = uint8((first + 1 + shuffle / 3 % 2) % 3);
        uint8[3] memory order = [first, second, 3 - first - second];
        (bytes[] memory items, bytes32[] memory parts) = inOrder(attempts(wanted), order);

        IIntents.Outcome[] memory outcomes = ledger.execute(items);

        uint256 left = WHOLE;
        for (uint256 i = 0; i < 3; ++i) {
            uint256 amount = wanted[order[i]];
            bool fits = amount <= left;
            assertOutcome(outcomes[i], fits ? IIntents.Outcome.Executed : IIntents.Outcome.Rejected, "if it fits");
            assertAmount(parts[i], fits ? amount : 0, "its own part or none");
            if (fits) left -= amount;
        }
        assertAmount(root, left, "what remains");
    }

    /// @dev A transfer, a request for financing and a dispute of the same holding.
    function attempts(uint64[3] memory wanted) private returns (Attempt memory all) {
        all = Attempt(new bytes[](3), new bytes32[](3));
        IReceivables.ProposeTransfer memory transfer = transferTo(tier2Steel, root, wanted[0]);
        all.items[0] = callOf(tier1Brakes, transfer);
        all.parts[0] = digestOf(TransferTypedData.hash(transfer));
        IFinancing.RequestFinancing memory financing = request(wanted[1]);
        all.items[1] = callOf(tier1Brakes, financing);
        all.parts[1] = digestOf(FinancingTypedData.hash(financing));
        ICorrections.OpenDispute memory dispute_ = dispute(coreMotors, root, wanted[2]);
        all.items[2] = callOf(coreMotors, dispute_);
        all.parts[2] = digestOf(CorrectionTypedData.hash(dispute_));
    }

    function inOrder(Attempt memory all, uint8[3] memory order)
        private
        pure
        returns (bytes[] memory items, bytes32[] memory parts)
    {
        (items, parts) = (new bytes[](3), new bytes32[](3));
        for (uint256 i = 0; i < 3; ++i) (items[i], parts[i]) = (all.items[order[i]], all.parts[order[i]]);
    }
}
