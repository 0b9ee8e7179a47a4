// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {LedgerFixture} from "./support/LedgerFixture.sol";
import {TypedData} from "./support/TypedData.sol";

/// @notice Many intents in one transaction: each ends by itself, once, and says how.
contract BatchesTest is LedgerFixture {
    function test_Each_item_ends_as_executed_rejected_or_refused_in_its_place() public {
        bytes32 invoice = submitted();
        IInvoices.ConfirmInvoice memory tooMuch = confirmation(invoice, type(uint64).max);
        bytes[] memory items = new bytes[](3);
        items[0] = callOf(tier1Brakes, submission("good"));
        items[1] = callOf(coreMotors, tooMuch);
        items[2] = callOf(Party(tier1Brakes.id, 0xBAD), submission("forged"));

        IIntents.Outcome[] memory outcomes = ledger.execute(items);

        vm.assertEq(outcomes.length, 3, "one outcome per item");
        assertOutcome(outcomes[0], IIntents.Outcome.Executed, "good");
        assertOutcome(outcomes[1], IIntents.Outcome.Rejected, "authentic but too much");
        assertOutcome(outcomes[2], IIntents.Outcome.Refused, "forged");
    }

    function test_A_rejection_names_the_intent_its_participant_and_the_reason() public {
        bytes32 unknown = keccak256("unknown");
        IInvoices.ConfirmInvoice memory intent = confirmation(unknown, 1);

        vm.expectEmit(address(ledger));
        emit IIntents.IntentRejected(
            digestOf(TypedData.hash(intent)),
            coreMotors.id,
            abi.encodeWithSelector(IInvoices.InvoiceNotFound.selector, unknown)
        );
        ledger.execute(batch(callOf(coreMotors, intent)));
    }

    /// @custom:fault 55 a nonce that a rejection has spent
    function test_A_rejected_intent_never_takes_effect_later() public {
        IInvoices.SubmitInvoice memory invoice = submission();
        IInvoices.ConfirmInvoice memory early = confirmation(idOf(invoice), 1);
        bytes memory call = callOf(coreMotors, early);
        assertOutcome(ledger.execute(batch(call))[0], IIntents.Outcome.Rejected, "nothing to confirm yet");
        vm.assertTrue(ledger.isNonceUsed(coreMotors.id, early.nonce), "its nonce is spent");

        submit(invoice);

        bytes memory used = abi.encodeWithSelector(IIntents.NonceAlreadyUsed.selector, coreMotors.id, early.nonce);
        assertReverts(call, used);
        assertOutcome(ledger.execute(batch(call))[0], IIntents.Outcome.Refused, "in a batch too");
        assertState(idOf(invoice), IInvoices.InvoiceState.Submitted, "not confirmed");
    }

    /// @custom:fault 55 a nonce that somebody else names
    function test_A_refused_intent_leaves_its_nonce_to_its_owner() public {
        IInvoices.SubmitInvoice memory intent = submission();
        bytes memory forged = callOf(Party(tier1Brakes.id, 0xBAD), intent);

        assertOutcome(ledger.execute(batch(forged))[0], IIntents.Outcome.Refused, "forged");

        vm.assertTrue(!ledger.isNonceUsed(tier1Brakes.id, intent.nonce), "nonce free");
        submit(intent);
    }

    function test_A_suspended_participants_intent_is_rejected_and_stays_so_after_reinstatement() public {
        bytes memory call = callOf(tier1Brakes, submission());
        suspend(tier1Brakes);
        assertOutcome(ledger.execute(batch(call))[0], IIntents.Outcome.Rejected, "suspended");
        reinstate(tier1Brakes);
        assertOutcome(ledger.execute(batch(call))[0], IIntents.Outcome.Refused, "spent");
    }

    /// @custom:fault 54 the same intent many times in one batch
    function test_The_same_intent_many_times_in_one_batch_has_one_effect() public {
        bytes[] memory items = new bytes[](20);
        bytes memory call = callOf(tier1Brakes, submission());
        for (uint256 i = 0; i < items.length; ++i) {
            items[i] = call;
        }

        IIntents.Outcome[] memory outcomes = ledger.execute(items);

        assertOutcome(outcomes[0], IIntents.Outcome.Executed, "the first");
        for (uint256 i = 1; i < items.length; ++i) {
            assertOutcome(outcomes[i], IIntents.Outcome.Refused, "a copy");
        }
    }

    function test_Items_take_effect_in_order_so_an_answer_may_follow_in_the_same_batch() public {
        IInvoices.SubmitInvoice memory invoice = submission();
        bytes[] memory items = new bytes[](2);
        items[0] = callOf(tier1Brakes, invoice);
        items[1] = callOf(coreMotors, confirmation(idOf(invoice), 5));

        ledger.execute(items);

        vm.assertEq(holdingOf(idOf(invoice), idOf(invoice)).amount, 5, "confirmed");
    }

    function test_One_bad_item_among_a_hundred_leaves_ninety_nine_effects() public {
        bytes[] memory bad = badItems();
        for (uint256 kind = 0; kind < bad.length; ++kind) {
            bytes[] memory items = new bytes[](100);
            for (uint256 i = 0; i < items.length; ++i) {
                items[i] = callOf(tier1Brakes, submission(string.concat(vm.toString(kind), "-", vm.toString(i))));
            }
            uint256 place = kind * 17 % 100;
            items[place] = bad[kind];

            IIntents.Outcome[] memory outcomes = ledger.execute(items);

            for (uint256 i = 0; i < items.length; ++i) {
                bool executed = outcomes[i] == IIntents.Outcome.Executed;
                vm.assertTrue(executed != (i == place), vm.toString(kind));
            }
        }
    }

    function test_An_empty_batch_does_nothing() public {
        vm.assertEq(ledger.execute(new bytes[](0)).length, 0, "no outcomes");
    }

    /// @custom:fault 62 a batch or a view as an item
    function test_Only_actions_can_be_items() public {
        assertNotAnAction(abi.encodeCall(IIntents.execute, (batch(callOf(tier1Brakes, submission())))));
        assertNotAnAction(abi.encodeCall(IInvoices.invoice, (bytes32(0))));
        assertNotAnAction(abi.encodeCall(IIntents.isNonceUsed, (tier1Brakes.id, 0)));
        assertNotAnAction(abi.encodeCall(IIntents.domainSeparator, ()));
        assertNotAnAction(abi.encodeCall(IIntents.participants, ()));
        assertNotAnAction(abi.encodeCall(IIntents.INTENT_GAS, ()));
        assertNotAnAction(hex"deadbeef");
        assertNotAnAction(hex"");
        assertNotAnAction(hex"33bea8");
    }

    function test_An_item_that_cannot_be_read_as_its_action_is_malformed() public {
        assertRefusedFor(
            bytes.concat(IInvoices.confirmInvoice.selector, hex"01"),
            abi.encodeWithSelector(IIntents.MalformedIntent.selector)
        );
    }

    function test_A_batch_without_the_gas_of_its_first_item_reverts_before_it() public {
        IInvoices.SubmitInvoice memory intent = submission();
        bytes[] memory items = batch(callOf(tier1Brakes, intent));
        uint256 lessThanOneShare = ledger.INTENT_GAS() - 1;

        vm.expectRevert(abi.encodeWithSelector(IIntents.InsufficientGas.selector, 0));
        ledger.execute{gas: lessThanOneShare}(items);

        vm.assertTrue(!ledger.isNonceUsed(tier1Brakes.id, intent.nonce), "its nonce is untouched");
    }

    function test_An_item_is_at_most_4096_bytes() public {
        bytes memory call = callOf(tier1Brakes, submission());
        bytes memory longest = bytes.concat(call, new bytes(4096 - call.length));
        bytes memory tooLong = bytes.concat(longest, hex"00");

        assertRefusedFor(tooLong, abi.encodeWithSelector(IIntents.IntentTooLong.selector, 4097, 4096));
        assertOutcome(ledger.execute(batch(longest))[0], IIntents.Outcome.Executed, "padding does no harm");
    }

    /// @custom:fault 62 what the ledger's own name could do at most
    function test_The_ledger_as_sender_only_spends_the_nonce() public {
        IInvoices.SubmitInvoice memory intent = submission();
        bytes memory signature = sign(tier1Brakes, TypedData.hash(intent));

        vm.prank(address(ledger));
        ledger.submitInvoice(intent, signature);

        vm.assertTrue(ledger.isNonceUsed(tier1Brakes.id, intent.nonce), "spent");
        assertState(idOf(intent), IInvoices.InvoiceState.None, "nothing else");
    }

    function test_Money_is_not_accepted() public {
        vm.deal(address(this), 1 ether);
        (bool success,) = address(ledger).call{value: 1}(abi.encodeCall(IIntents.execute, (new bytes[](0))));
        vm.assertTrue(!success, "not with a batch");
        (success,) = address(ledger).call{value: 1}("");
        vm.assertTrue(!success, "not alone");
    }

    function badItems() private returns (bytes[] memory bad) {
        IInvoices.SubmitInvoice memory expired = submission("expired");
        expired.deadline = NOW - 1;
        IInvoices.SubmitInvoice memory badCurrency = submission("currency");
        badCurrency.currency = "euro";
        bad = new bytes[](6);
        bad[0] = "";
        bad[1] = callOf(Party(tier1Brakes.id, 0xBAD), submission("forged"));
        bad[2] = callOf(tier1Brakes, expired);
        bad[3] = callOf(tier1Brakes, badCurrency);
        bad[4] = callOf(coreMotors, confirmation(keccak256("unknown"), 1));
        bad[5] = bytes.concat(IInvoices.submitInvoice.selector, new bytes(4092));
    }

    function assertNotAnAction(bytes memory item) private {
        assertRefusedFor(item, abi.encodeWithSelector(IIntents.NotAnAction.selector, bytes4(item)));
    }

    function assertRefusedFor(bytes memory item, bytes memory reason) private {
        vm.expectEmit(address(ledger));
        emit IIntents.IntentRefused(keccak256(item), reason);
        assertOutcome(ledger.execute(batch(item))[0], IIntents.Outcome.Refused, "refused");
    }
}
