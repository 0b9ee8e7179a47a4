// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../../src/interfaces/IDualControl.sol";
import {IFinancing} from "../../src/interfaces/IFinancing.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {IRuleBook} from "../../src/interfaces/IRuleBook.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {ParticipantId, NOBODY} from "../../src/types/ParticipantId.sol";
import {RuleTypedData} from "../support/RuleTypedData.sol";
import {TypedData} from "../support/TypedData.sol";
import {Vm} from "../support/Vm.sol";
import {TableActions} from "../table/TableActions.sol";

/// @notice Whoever carries an intent may change its bytes as it likes: for every kind of intent that there is.
contract AlteredIntentsTest is TableActions {
    uint256 private constant KINDS = uint256(ACTIONS) + 6;

    function setUp() public override {
        super.setUp();
        arrange(State(Kind.Passed, IReceivables.Phase.Held, IReceivables.Step.None, false));
    }

    /// @custom:fault 53 a flipped bit anywhere in any action: refused, unless nobody reads it
    function testFuzz_An_action_with_any_bit_flipped_is_refused_or_does_exactly_what_was_signed(
        uint256 kind,
        uint256 bit
    ) public {
        bytes memory signed = signedOf(kind % KINDS);
        bytes memory altered = bytes.concat(signed);
        bit %= altered.length * 8;
        altered[bit / 8] = bytes1(uint8(altered[bit / 8]) ^ uint8(1 << bit % 8));

        uint256 before = vm.snapshotState();
        (IIntents.Outcome intended, bytes32 seenThen) = outcomeOf(signed);
        vm.revertToState(before);
        (IIntents.Outcome outcome, bytes32 seen) = outcomeOf(altered);

        if (outcome == IIntents.Outcome.Refused) return;
        assertOutcome(outcome, intended, "as signed");
        vm.assertEq(seen, seenThen, "with the same events");
        assertOutcome(ledger.execute(batch(signed))[0], IIntents.Outcome.Refused, "and in its place");
    }

    /// @custom:fault 53 each of them is signed well to begin with, so that it is the flipped bit that is refused
    function test_Every_kind_of_action_is_authentic_as_signed() public {
        for (uint256 kind = 0; kind < KINDS; ++kind) {
            uint256 before = vm.snapshotState();
            (IIntents.Outcome outcome,) = outcomeOf(signedOf(kind));
            vm.assertTrue(outcome != IIntents.Outcome.Refused, vm.toString(kind));
            vm.revertToState(before);
        }
    }

    /// @custom:fault 53 a signature of nobody, in the name of nobody
    function testFuzz_A_signature_that_recovers_to_the_zero_address_speaks_for_nobody(bytes32 s, bool odd) public {
        // No point of the curve has this abscissa, so that nobody is recovered.
        bytes memory ofNobody = abi.encodePacked(bytes32(uint256(5)), uint256(s) >> 1, uint8(odd ? 28 : 27));
        ISettlement.SetAccount memory intent = ISettlement.SetAccount(NOBODY, "EUR", "DE-1", freshNonce(), soon());
        bytes memory item = abi.encodeCall(ISettlement.setAccount, (intent, ofNobody));

        assertReverts(item, abi.encodeWithSelector(IIntents.InvalidSignature.selector));
        assertOutcome(ledger.execute(batch(item))[0], IIntents.Outcome.Refused, "refused");
    }

    function outcomeOf(bytes memory item) private returns (IIntents.Outcome outcome, bytes32 events) {
        vm.recordLogs();
        outcome = ledger.execute(batch(item))[0];
        events = keccak256(abi.encode(vm.getRecordedLogs()));
    }

    /// @dev The actions of the table, and those that are about no holding.
    function signedOf(uint256 kind) private returns (bytes memory) {
        if (kind < ACTIONS) return callTo(Action(kind), tier2Steel);
        kind -= ACTIONS;
        if (kind == 0) return callOf(bankEast, limit(bankEast, 7));
        if (kind == 1) return callOf(networkOperator, lifting(networkOperator));
        if (kind == 2) {
            return callOf(
                coreMotors, ISettlement.SetAccount(coreMotors.id, "EUR", "DE-1", freshNonce(), soon())
            );
        }
        if (kind == 3) {
            IDualControl.SetThreshold memory threshold =
                IDualControl.SetThreshold(coreMotors.id, "EUR", 5, freshNonce(), soon());
            bytes memory signature = sign(coreMotors, RuleTypedData.hash(threshold));
            return abi.encodeCall(IDualControl.setThreshold, (threshold, signature));
        }
        if (kind == 4) return callOf(coreMotors, takingBack(coreMotors, keccak256("waiting"), freshNonce()));
        IRuleBook.ProposeRules memory rules = RuleTypedData.proposal(networkOperator.id, cn77Rules());
        (rules.effectiveFrom, rules.nonce, rules.deadline) = (NOW + 2 days, freshNonce(), soon());
        return abi.encodeCall(IRuleBook.proposeRules, (rules, sign(networkOperator, RuleTypedData.hash(rules))));
    }
}
