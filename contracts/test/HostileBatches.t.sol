// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {ILedger} from "../src/interfaces/ILedger.sol";
import {IParticipants} from "../src/interfaces/IParticipants.sol";
import {ParticipantId} from "../src/types/ParticipantId.sol";
import {HostileRegister} from "./support/HostileRegister.sol";
import {PeepingRegister} from "./support/PeepingRegister.sol";
import {LedgerFixture} from "./support/LedgerFixture.sol";
import {TypedData} from "./support/TypedData.sol";

/// @notice Attacks on a batch by whoever writes its items, and by whoever relays it.
contract HostileBatchesTest is LedgerFixture {
    function testFuzz_Random_bytes_after_a_selector_are_refused(bytes memory noise, uint256 action) public {
        assertRefused(bytes.concat(selectorOf(action), noise));
    }

    function test_An_item_cut_off_anywhere_is_refused() public {
        bytes memory whole = callOf(tier1Brakes, submission());
        // The last 31 bytes are padding of the signature; without them it is still the same intent.
        for (uint256 length = 4; length < whole.length - 31; ++length) {
            assertRefused(cut(whole, length));
        }
        assertExecuted(cut(whole, whole.length - 31));
    }

    function testFuzz_Giant_offsets_and_lengths_are_refused(uint256 giant, uint256 word) public {
        bytes memory item = callOf(tier1Brakes, submission());
        uint256[6] memory places = [uint256(0), 1, 4, 8, 13, 17];
        // offsets of struct, signature, number and currency, lengths of number and signature
        giant |= 1 << (16 + giant % 240);
        setWord(item, argument(places[word % 6]), giant);
        assertRefused(item);
    }

    function testFuzz_Bits_beyond_a_fields_type_are_refused(uint256 dirt, uint256 field) public {
        // supplier, buyer, typeCode, issueDate, dueDate, amount, deadline: none is wider than 64 bits
        uint256[7] memory places = [uint256(2), 3, 5, 6, 7, 9, 12];
        bytes memory item = callOf(tier1Brakes, submission());
        uint256 place = argument(places[field % 7]);
        dirt = dirt >> 64 << 64;
        vm.assume(dirt != 0);
        setWord(item, place, wordOf(item, place) | dirt);
        assertRefused(item);
    }

    function testFuzz_A_signature_over_bits_beyond_a_type_does_not_admit_them(uint256 dirt, uint256 field) public {
        IInvoices.ConfirmInvoice memory intent = confirmation(submitted(), 1);
        bytes memory words = abi.encode(intent);
        uint256 place = [uint256(0), 64, 128][field % 3];
        dirt = dirt >> 64 << 64;
        vm.assume(dirt != 0);
        setWord(words, place, wordOf(words, place) | dirt);
        bytes memory signature =
            sign(coreMotors, keccak256(bytes.concat(keccak256(bytes(TypedData.CONFIRM_INVOICE)), words)));

        bytes memory item = abi.encodeCall(IInvoices.confirmInvoice, (intent, signature));
        setWord(item, 4 + place, wordOf(words, place));
        assertRefused(item);
        vm.assertTrue(!ledger.isNonceUsed(coreMotors.id, intent.nonce), "nonce untouched");
    }

    /// @custom:fault 58 an item that burns all its gas
    function test_An_item_that_burns_its_gas_costs_its_share_and_no_more() public {
        assertSurvives(101);
    }

    /// @custom:fault 58 an item that throws as much as its gas allows
    function test_An_item_that_throws_100_kilobytes_is_cut_to_256_bytes() public {
        assertSurvives(102);
        vm.assertEq(vm.getRecordedLogs()[1].data.length, 64 + 256, "offset, length, 256 bytes of reason");
    }

    /// @custom:fault 65 a call back into the ledger
    function test_A_register_cannot_call_back_into_the_ledger() public {
        assertSurvives(103);
    }

    /// @custom:fault 58 an item that returns what cannot be read
    function test_A_register_that_answers_garbage_stops_only_its_own_item() public {
        assertSurvives(104);
    }

    /// @custom:fault 58 an item that throws a megabyte, which is more than its gas pays for
    function test_An_item_that_throws_a_megabyte_costs_its_share_and_no_more() public {
        assertSurvives(106);
        vm.assertLe(vm.getRecordedLogs()[1].data.length, 64 + 256, "bounded");
    }

    /// @custom:fault 58 an item that returns a megabyte
    function test_An_item_that_returns_a_megabyte_costs_its_share_and_no_more() public {
        assertSurvives(107);
    }

    /// @custom:fault 58 an answer a hundred kilobytes long, of which nobody copies more than was asked for
    function test_Of_an_answer_that_is_too_long_only_what_was_asked_for_is_read() public {
        ledger = ledgerUnder(openRules(), IParticipants(address(new HostileRegister())));
        IInvoices.SubmitInvoice memory intent = submission("at length");
        intent.supplier = ParticipantId.wrap(108);
        assertExecuted(callOf(tier1Brakes, intent));
    }

    /// @custom:fault 65 read-only reentrancy: whoever looks in between sees all of the state before, or of that after
    function test_Views_are_of_one_piece_while_an_action_asks_the_register() public {
        PeepingRegister register = new PeepingRegister();
        ledger = ledgerUnder(openRules(), IParticipants(address(register)));
        IInvoices.SubmitInvoice memory claim = submission("peep");
        bytes32 id = idOf(claim);
        register.watch(ledger, id, tier1Brakes.id, claim.nonce);
        assertExecuted(callOf(tier1Brakes, claim));
        assertState(id, IInvoices.InvoiceState.Submitted, "after it");

        IInvoices.ConfirmInvoice memory answer = confirmation(id, 5);
        register.watch(ledger, id, coreMotors.id, answer.nonce);
        assertExecuted(callOf(coreMotors, answer));
        assertState(id, IInvoices.InvoiceState.Confirmed, "after it");
        vm.assertEq(holdingOf(id, id).amount, 5, "and held");
    }

    /// @custom:fault 59 any amount of gas for the whole batch
    function testFuzz_A_relayer_cannot_starve_an_intent(uint256 gas_) public {
        bytes32 invoice = submitted();
        IInvoices.SubmitInvoice memory first = submission("first");
        IInvoices.ConfirmInvoice memory second = confirmation(invoice, 0);
        IInvoices.SubmitInvoice memory third = submission("third");
        bytes[] memory items = new bytes[](3);
        items[0] = callOf(tier1Brakes, first);
        items[1] = callOf(coreMotors, second);
        items[2] = callOf(tier1Brakes, third);
        gas_ = 20_000 + gas_ % 600_000;

        try ledger.execute{gas: gas_}(items) returns (IIntents.Outcome[] memory outcomes) {
            assertOutcome(outcomes[0], IIntents.Outcome.Executed, "as with all the gas in the world");
            assertOutcome(outcomes[1], IIntents.Outcome.Rejected, "as with all the gas in the world");
            assertOutcome(outcomes[2], IIntents.Outcome.Executed, "as with all the gas in the world");
        } catch (bytes memory reason) {
            bool known = reason.length == 0 || bytes4(reason) == IIntents.InsufficientGas.selector;
            vm.assertTrue(known, "the batch reverts as a whole, for want of gas");
            vm.assertTrue(!ledger.isNonceUsed(tier1Brakes.id, first.nonce), "first untouched");
            vm.assertTrue(!ledger.isNonceUsed(coreMotors.id, second.nonce), "second untouched");
            vm.assertTrue(!ledger.isNonceUsed(tier1Brakes.id, third.nonce), "third untouched");
        }
    }

    /// @custom:fault 59 just too little gas for the last item
    function test_An_item_that_needs_its_whole_share_gets_it_or_the_batch_reverts() public {
        HostileRegister register = new HostileRegister();
        ledger = ledgerUnder(openRules(), IParticipants(address(register)));
        executedWithin(1_000_000);
        uint256 need;
        for (uint256 step = 1 << 17; step > 0; step >>= 1) {
            register.setNeed(need + step);
            if (executedWithin(1_000_000)) need += step;
        }
        register.setNeed(need);

        vm.assertLe(200_000, need, "most of the share reaches the register");
        uint256 executed;
        for (uint256 gas_ = 240_000; gas_ < 280_000; gas_ += 101) {
            if (executedWithin(gas_)) ++executed;
        }
        vm.assertTrue(executed > 0, "some had enough, and the others reverted rather than fail");
    }

    /// @custom:fault 59 too little gas, and where
    function test_Too_little_gas_is_said_with_the_position_of_the_item() public {
        bytes[] memory items = new bytes[](2);
        items[0] = callOf(tier1Brakes, submission("first"));
        items[1] = callOf(tier1Brakes, submission("second"));

        vm.expectRevert(abi.encodeWithSelector(IIntents.InsufficientGas.selector, 0));
        ledger.execute{gas: 250_000}(items);
        vm.expectRevert(abi.encodeWithSelector(IIntents.InsufficientGas.selector, 1));
        ledger.execute{gas: 300_000}(items);
        ledger.execute{gas: 450_000}(items);
    }

    /// @dev Whether an item was executed. It may also revert its batch, but for want of gas alone; and where
    /// gas is ample, it may be refused, since it needs more than any item may use.
    function executedWithin(uint256 gas_) private returns (bool executed) {
        IInvoices.SubmitInvoice memory intent = submission(vm.toString(freshNonce() % 1_000_000));
        intent.supplier = ParticipantId.wrap(105);
        bytes[] memory items = batch(callOf(tier1Brakes, intent));
        try ledger.execute{gas: gas_}(items) returns (IIntents.Outcome[] memory outcomes) {
            executed = outcomes[0] == IIntents.Outcome.Executed;
            vm.assertTrue(executed || gas_ == 1_000_000, "starved");
        } catch (bytes memory reason) {
            vm.assertTrue(reason.length == 0 || bytes4(reason) == IIntents.InsufficientGas.selector, "reverted");
        }
    }

    /// @dev Good items around a hostile one take effect, and the hostile one costs less than two shares.
    function assertSurvives(uint32 hostile) private {
        ledger = ledgerUnder(openRules(), IParticipants(address(new HostileRegister())));
        bytes[] memory items = new bytes[](3);
        items[0] = callOf(tier1Brakes, submission("before"));
        IInvoices.SubmitInvoice memory bad = submission("bad");
        bad.supplier = ParticipantId.wrap(hostile);
        items[1] = callOf(tier1Brakes, bad);
        items[2] = callOf(tier1Brakes, submission("after"));

        vm.recordLogs();
        uint256 before = gasleft();
        IIntents.Outcome[] memory outcomes = ledger.execute(items);
        uint256 used = before - gasleft();

        assertOutcome(outcomes[0], IIntents.Outcome.Executed, "before");
        assertOutcome(outcomes[1], IIntents.Outcome.Refused, "the hostile one");
        assertOutcome(outcomes[2], IIntents.Outcome.Executed, "after");
        vm.assertLe(used, 2 * ledger.INTENT_GAS() + 200_000, "bounded");
        vm.assertTrue(!ledger.isNonceUsed(bad.supplier, bad.nonce), "nonce untouched");
    }

    function assertRefused(bytes memory item) private {
        assertOutcome(ledger.execute(batch(item))[0], IIntents.Outcome.Refused, vm.toString(item.length));
    }

    function assertExecuted(bytes memory item) private {
        assertOutcome(ledger.execute(batch(item))[0], IIntents.Outcome.Executed, "executed");
    }

    function selectorOf(uint256 action) private pure returns (bytes4) {
        bytes4[4] memory selectors = [
            IInvoices.submitInvoice.selector,
            IInvoices.confirmInvoice.selector,
            IInvoices.rejectInvoice.selector,
            IInvoices.withdrawInvoice.selector
        ];
        return selectors[action % 4];
    }

    function cut(bytes memory item, uint256 length) private pure returns (bytes memory part) {
        part = new bytes(length);
        for (uint256 i = 0; i < length; ++i) {
            part[i] = item[i];
        }
    }

    /// @dev Where the n-th word after the selector begins.
    function argument(uint256 n) private pure returns (uint256) {
        return 4 + n * 32;
    }

    function wordOf(bytes memory data, uint256 place) private pure returns (uint256 value) {
        assembly {
            value := mload(add(data, add(32, place)))
        }
    }

    function setWord(bytes memory data, uint256 place, uint256 value) private pure {
        assembly {
            mstore(add(data, add(32, place)), value)
        }
    }
}
