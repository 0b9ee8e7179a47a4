// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IInvoices} from "../../src/interfaces/IInvoices.sol";
import {FinancingFixture} from "../support/FinancingFixture.sol";

/// @notice Batches in batches, and calldata with a sender written behind it: the actor is whoever signed.
contract SpoofedSendersTest is FinancingFixture {
    /// @custom:fault 62 a sender appended as a forwarder would (ERC-2771) is read by nobody
    function testFuzz_A_suffix_names_no_other_actor(address suffix) public {
        bytes memory item = callOf(tier1Brakes, request(1000));
        bytes memory spoofed = bytes.concat(item, abi.encodePacked(suffix));
        uint256 before = vm.snapshotState();
        vm.recordLogs();
        ledger.execute(batch(item));
        bytes32 plain = keccak256(abi.encode(vm.getRecordedLogs()));
        vm.revertToState(before);

        vm.recordLogs();
        assertOutcome(ledger.execute(batch(spoofed))[0], IIntents.Outcome.Executed, "the same intent");
        vm.assertEq(keccak256(abi.encode(vm.getRecordedLogs())), plain, "by the same actor, with the same effect");
    }

    /// @custom:fault 62 a suffix does not turn a forgery into the suffix's statement
    function testFuzz_A_forgery_with_the_victims_address_behind_it_stays_a_forgery(uint256 whose) public {
        Party[3] memory victims = [tier1Brakes, coreMotors, bankEast];
        Party memory victim = victims[whose % 3];
        bytes memory forged = callOf(Party(tier1Brakes.id, 0xBAD), request(1000));
        bytes memory spoofed = bytes.concat(forged, abi.encodePacked(vm.addr(victim.key)));

        vm.prank(vm.addr(victim.key));
        assertOutcome(ledger.execute(batch(spoofed))[0], IIntents.Outcome.Refused, "nobody said it");
        vm.assertEq(holdingOf(root, root).amount, WHOLE, "nothing moved");
    }

    /// @custom:fault 62 a batch within a batch, however deep, is no action; nor does it lend the ledger's own name
    function test_A_batch_within_a_batch_is_refused_whole() public {
        IInvoices.SubmitInvoice memory intent = submission("INV-inner");
        bytes memory item = callOf(tier1Brakes, intent);
        bytes memory nested = abi.encodeCall(IIntents.execute, (batch(item)));
        bytes[] memory items = new bytes[](3);
        items[0] = nested;
        items[1] = abi.encodeCall(IIntents.execute, (batch(nested)));
        items[2] = bytes.concat(nested, abi.encodePacked(address(ledger)));

        IIntents.Outcome[] memory outcomes = ledger.execute(items);

        for (uint256 i = 0; i < items.length; ++i) {
            assertOutcome(outcomes[i], IIntents.Outcome.Refused, "no action");
        }
        vm.assertTrue(!ledger.isNonceUsed(tier1Brakes.id, intent.nonce), "the inner intent is still its owner's");
        assertOutcome(ledger.execute(batch(item))[0], IIntents.Outcome.Executed, "and good");
    }
}
