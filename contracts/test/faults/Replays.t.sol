// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IInvoices} from "../../src/interfaces/IInvoices.sol";
import {ILedger} from "../../src/interfaces/ILedger.sol";
import {LedgerFixture} from "../support/LedgerFixture.sol";

/// @notice The same signed bytes again: after a reorganisation, on a new ledger, or by somebody who was faster.
contract ReplaysTest is LedgerFixture {
    /// @custom:fault 54 after a reorganisation the intent takes effect again on the new branch, and again only once
    function test_After_a_reorganisation_an_intent_takes_effect_once_on_the_branch_that_stays() public {
        IInvoices.SubmitInvoice memory intent = submission();
        bytes[] memory items = batch(callOf(tier1Brakes, intent));
        uint256 fork = vm.snapshotState();
        assertOutcome(ledger.execute(items)[0], IIntents.Outcome.Executed, "on the branch that goes");

        vm.revertToState(fork);
        assertState(idOf(intent), IInvoices.InvoiceState.None, "gone with its branch");
        vm.warp(NOW + 12);
        assertOutcome(ledger.execute(items)[0], IIntents.Outcome.Executed, "on the branch that stays");
        assertOutcome(ledger.execute(items)[0], IIntents.Outcome.Refused, "once");
    }

    /// @custom:fault 54 what was signed for the old ledger means nothing to the new one, with the same register too
    function test_What_was_signed_before_a_redeployment_is_refused_after_it() public {
        bytes[] memory items = new bytes[](2);
        items[0] = callOf(tier1Brakes, submission("INV-1"));
        items[1] = callOf(tier1Brakes, submission("INV-2"));
        ILedger old = ledger;
        ledger = ledgerUnder(openRules(), participants);

        IIntents.Outcome[] memory outcomes = ledger.execute(items);

        assertOutcome(outcomes[0], IIntents.Outcome.Refused, "not its domain");
        assertOutcome(outcomes[1], IIntents.Outcome.Refused, "not its domain");
        assertOutcome(old.execute(items)[1], IIntents.Outcome.Executed, "good where it was meant for");
    }

    /// @custom:fault 63 a third party sends the intent first: the same effect, and the batch goes on without it
    function test_Who_sends_an_intent_first_changes_neither_its_effect_nor_the_rest_of_the_batch() public {
        bytes[] memory items = new bytes[](3);
        for (uint256 i = 0; i < items.length; ++i) {
            items[i] = callOf(tier1Brakes, submission(string.concat("INV-", vm.toString(i))));
        }
        IInvoices.SubmitInvoice memory taken = submission("INV-front");
        items[1] = callOf(tier1Brakes, taken);
        vm.prank(address(0xF407));
        (bool done,) = address(ledger).call(items[1]);
        vm.assertTrue(done, "anybody may carry it");
        IInvoices.Invoice memory recorded = ledger.invoice(idOf(taken));

        vm.expectEmit(address(ledger));
        emit IIntents.IntentRefused(
            keccak256(items[1]),
            abi.encodeWithSelector(IIntents.NonceAlreadyUsed.selector, tier1Brakes.id, taken.nonce)
        );
        vm.prank(RELAYER);
        IIntents.Outcome[] memory outcomes = ledger.execute(items);

        assertOutcome(outcomes[0], IIntents.Outcome.Executed, "before it");
        assertOutcome(outcomes[1], IIntents.Outcome.Refused, "seen as done: its nonce is spent");
        assertOutcome(outcomes[2], IIntents.Outcome.Executed, "after it");
        vm.assertEq(abi.encode(ledger.invoice(idOf(taken))), abi.encode(recorded), "as the first one left it");
    }
}
