// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntentCancellation} from "../src/interfaces/IIntentCancellation.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {Permissions} from "../src/types/Permissions.sol";
import {RuleFixture} from "./support/RuleFixture.sol";
import {TypedData} from "./support/TypedData.sol";

/// @notice An intent is taken back by spending its nonce: who may, when, and what comes of both.
contract IntentCancellationTest is RuleFixture {
    /// @dev What became of the nonce before the cancellation comes.
    enum Before {
        Nothing,
        Executed,
        Rejected,
        Cancelled
    }

    IInvoices.SubmitInvoice private waiting;
    bytes32 private digest;

    function setUp() public override {
        super.setUp();
        waiting = submission("INV-waiting");
        digest = digestOf(TypedData.hash(waiting));
    }

    /// @custom:fault 55 a nonce cancelled: what was signed with it never takes effect, whoever relays it
    function test_What_is_taken_back_never_takes_effect() public {
        IIntentCancellation.CancelIntent memory intent = takingBack(tier1Brakes, digest, waiting.nonce);

        vm.expectEmit(address(ledger));
        emit IIntentCancellation.IntentCancelled(
            tier1Brakes.id, digestOf(TypedData.hash(intent)), digest, waiting.nonce
        );
        perform(callOf(tier1Brakes, intent));

        vm.assertTrue(ledger.isNonceUsed(tier1Brakes.id, waiting.nonce), "spent");
        assertUsed(callOf(tier1Brakes, waiting));
        assertState(idOf(waiting), IInvoices.InvoiceState.None, "nothing came of it");
    }

    /// @custom:fault 55 cancelled too late: the cancellation is refused, and what was done stays done
    function test_What_has_taken_effect_is_not_taken_back() public {
        perform(callOf(tier1Brakes, waiting));

        assertUsed(callOf(tier1Brakes, takingBack(tier1Brakes, digest, waiting.nonce)));
        assertState(idOf(waiting), IInvoices.InvoiceState.Submitted, "as it was");
    }

    function test_In_one_batch_the_first_of_the_two_wins() public {
        bytes memory original = callOf(tier1Brakes, waiting);
        bytes memory cancelling = callOf(tier1Brakes, takingBack(tier1Brakes, digest, waiting.nonce));
        uint256 before = vm.snapshotState();
        assertFirstWins(original, cancelling);
        assertState(idOf(waiting), IInvoices.InvoiceState.Submitted, "in time");
        vm.revertToState(before);
        assertFirstWins(cancelling, original);
        assertState(idOf(waiting), IInvoices.InvoiceState.None, "taken back");
    }

    function test_Each_permission_alone_is_enough_for_it() public {
        for (uint16 permission = 1; permission < Permissions.ALL; permission <<= 1) {
            Party memory clerk = withKey(tier1Brakes, permission);
            perform(callOf(clerk, takingBack(clerk, digest, freshNonce())), vm.toString(permission));
        }
    }

    function test_One_key_is_enough_above_every_threshold_and_two_may_sign() public {
        setThreshold(tier1Brakes, 1);
        perform(callOf(tier1Brakes, takingBack(tier1Brakes, digest, waiting.nonce)));

        Party memory second = withKey(tier1Brakes, Permissions.SETTLE);
        IIntentCancellation.CancelIntent memory intent = takingBack(tier1Brakes, digest, freshNonce());
        bytes memory both = signByTwo(tier1Brakes, second, TypedData.hash(intent));
        perform(abi.encodeCall(IIntentCancellation.cancelIntent, (intent, both)));
    }

    function test_A_suspended_participant_takes_back_what_it_has_signed() public {
        suspend(tier1Brakes);
        perform(callOf(tier1Brakes, takingBack(tier1Brakes, digest, waiting.nonce)));
        reinstate(tier1Brakes);
        assertUsed(callOf(tier1Brakes, waiting));
    }

    /// @custom:fault 55 a nonce is cancelled by its own participant alone
    function test_Nobody_takes_back_what_another_has_signed() public {
        IIntentCancellation.CancelIntent memory intent = takingBack(tier1Brakes, digest, waiting.nonce);
        bytes memory stranger = abi.encodeWithSelector(
            IIntents.SignerNotRegistered.selector, vm.addr(tier2Steel.key), tier1Brakes.id
        );
        assertReverts(callOf(tier2Steel, intent), stranger);

        perform(callOf(tier2Steel, takingBack(tier2Steel, digest, waiting.nonce)), "its own nonce of that number");
        perform(callOf(tier1Brakes, waiting), "another's is untouched");
    }

    function test_A_revoked_key_takes_nothing_back() public {
        Party memory clerk = withKey(tier1Brakes, Permissions.CLAIM);
        bytes memory call = callOf(clerk, takingBack(clerk, digest, waiting.nonce));
        vm.prank(OPERATOR);
        participants.revokeSigner(tier1Brakes.id, vm.addr(clerk.key));

        assertReverts(
            call, abi.encodeWithSelector(IIntents.SignerNotRegistered.selector, vm.addr(clerk.key), tier1Brakes.id)
        );
    }

    function test_A_cancellation_has_a_deadline_as_every_intent() public {
        IIntentCancellation.CancelIntent memory intent = takingBack(tier1Brakes, digest, waiting.nonce);
        intent.deadline = uint64(block.timestamp) - 1;
        assertReverts(
            callOf(tier1Brakes, intent),
            abi.encodeWithSelector(IIntents.IntentExpired.selector, intent.deadline, uint64(block.timestamp))
        );
    }

    /// @dev It is executed or refused, and never rejected, in each state of the nonce and for whoever signs.
    function testFuzz_Each_signer_in_each_state_of_the_nonce(uint8 state, uint8 whose, bytes32 aimedAt, bytes32 number)
        public
    {
        Before before = Before(state % 4);
        Party[4] memory signers =
            [tier1Brakes, withKey(tier1Brakes, Permissions.MOVE), tier2Steel, Party(tier1Brakes.id, 0xBAD)];
        Party memory by = Party(tier1Brakes.id, signers[whose % 4].key);
        waiting.nonce = uint256(number);
        arrange(before);

        bytes memory call = callOf(by, takingBack(by, aimedAt, waiting.nonce));
        IIntents.Outcome outcome = ledger.execute(batch(call))[0];

        bool executed = whose % 4 < 2 && before == Before.Nothing;
        assertOutcome(outcome, executed ? IIntents.Outcome.Executed : IIntents.Outcome.Refused, "as it should");
        bool spent = executed || before != Before.Nothing;
        vm.assertTrue(ledger.isNonceUsed(tier1Brakes.id, waiting.nonce) == spent, "spent once");
        assertOutcome(ledger.execute(batch(call))[0], IIntents.Outcome.Refused, "never twice");
        IIntents.Outcome late = ledger.execute(batch(callOf(tier1Brakes, waiting)))[0];
        assertOutcome(late, spent ? IIntents.Outcome.Refused : IIntents.Outcome.Executed, "what was signed with it");
    }

    function arrange(Before before) private {
        if (before == Before.Executed) perform(callOf(tier1Brakes, waiting));
        if (before == Before.Rejected) {
            IInvoices.SubmitInvoice memory bad = waiting;
            bad.amount = 0;
            IIntents.Outcome outcome = ledger.execute(batch(callOf(tier1Brakes, bad)))[0];
            assertOutcome(outcome, IIntents.Outcome.Rejected, "not admissible");
        }
        if (before == Before.Cancelled) {
            perform(callOf(tier1Brakes, takingBack(tier1Brakes, bytes32("another"), waiting.nonce)));
        }
    }

    function assertFirstWins(bytes memory first, bytes memory second) private {
        bytes[] memory items = new bytes[](2);
        (items[0], items[1]) = (first, second);
        IIntents.Outcome[] memory outcomes = ledger.execute(items);
        assertOutcome(outcomes[0], IIntents.Outcome.Executed, "the first");
        assertOutcome(outcomes[1], IIntents.Outcome.Refused, "the second");
    }

    function assertUsed(bytes memory call) private {
        assertReverts(
            call, abi.encodeWithSelector(IIntents.NonceAlreadyUsed.selector, tier1Brakes.id, waiting.nonce)
        );
    }
}
