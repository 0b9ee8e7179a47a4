// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../src/interfaces/ICorrections.sol";
import {IDualControl} from "../src/interfaces/IDualControl.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {CorrectionFixture} from "./support/CorrectionFixture.sol";
import {CorrectionTypedData} from "./support/CorrectionTypedData.sol";
import {RuleTypedData} from "./support/RuleTypedData.sol";

/// @notice Every kind of action goes through a batch, whichever contract has its code.
contract BatchesOfAllKindsTest is CorrectionFixture {
    function test_One_batch_takes_every_kind_of_action_in_its_order() public {
        ICorrections.OpenDispute memory disputing = dispute(coreMotors, root, 50_000);
        bytes32 part = digestOf(CorrectionTypedData.hash(disputing));
        bytes[] memory items = new bytes[](10);
        items[0] = thresholdOf(tier2Steel);
        items[1] = callOf(tier1Brakes, transferTo(tier2Steel, root, 100_000));
        items[2] = callOf(tier1Brakes, request(root, root, 200_000));
        items[3] = callOf(tier1Brakes, creditNote(tier1Brakes, root, 1));
        items[4] = callOf(coreMotors, payment(coreMotors, root, 99_999));
        items[5] = callOf(tier1Brakes, moneyReceived(tier1Brakes, root, 99_999));
        items[6] = callOf(coreMotors, disputing);
        items[7] = callOf(coreMotors, stepBack(coreMotors, part, IReceivables.Step.DisputeOpened));
        items[8] = callOf(tier1Brakes, submission("INV-2"));
        items[9] = callOf(bankEast, takingBack(bankEast, keccak256("waiting"), freshNonce()));

        assertAll(items, IIntents.Outcome.Executed);
        assertAmount(root, 550_000, "1,000,000 - 100,000 - 200,000 - 1 - 99,999 - 50,000");
        assertAmount(part, 50_000, "free again");
    }

    function test_What_is_not_admissible_is_rejected_and_its_nonce_spent_whatever_its_kind() public {
        bytes32 unknown = keccak256("unknown");
        (uint256 first, uint256 last) = (freshNonce() + 1, 0);
        bytes[] memory items = new bytes[](6);
        items[0] = callOf(tier1Brakes, transferTo(tier2Steel, unknown, 1));
        items[1] = callOf(tier1Brakes, request(root, unknown, 1));
        items[2] = callOf(tier1Brakes, creditNote(tier1Brakes, unknown, 1));
        items[3] = callOf(tier1Brakes, payment(tier1Brakes, root, 1));
        items[4] = callOf(tier1Brakes, timePassed(tier1Brakes, unknown));
        items[5] = callOf(tier1Brakes, stepBack(tier1Brakes, root, IReceivables.Step.None));
        last = freshNonce() - 1;

        assertAll(items, IIntents.Outcome.Rejected);
        vm.assertEq(last - first, 5, "one nonce each");
        for (uint256 nonce = first; nonce <= last; ++nonce) {
            vm.assertTrue(ledger.isNonceUsed(tier1Brakes.id, nonce), "spent");
        }
        assertAll(items, IIntents.Outcome.Refused);
    }

    function assertAll(bytes[] memory items, IIntents.Outcome expected) private {
        IIntents.Outcome[] memory outcomes = ledger.execute(items);
        for (uint256 i = 0; i < items.length; ++i) {
            assertOutcome(outcomes[i], expected, vm.toString(i));
        }
    }

    function thresholdOf(Party memory by) private returns (bytes memory) {
        IDualControl.SetThreshold memory intent = IDualControl.SetThreshold(by.id, "EUR", 1, freshNonce(), soon());
        return abi.encodeCall(IDualControl.setThreshold, (intent, sign(by, RuleTypedData.hash(intent))));
    }
}
