// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../src/interfaces/IDualControl.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {Permissions} from "../src/types/Permissions.sol";
import {LedgerFixture} from "./support/LedgerFixture.sol";
import {TypedData} from "./support/TypedData.sol";

/// @notice Keys may sign what they are permitted; above a participant's own threshold two of them must.
contract DualControlTest is LedgerFixture {
    Party private second;
    bytes32 private invoice;

    function setUp() public override {
        super.setUp();
        second = withKey(coreMotors, Permissions.OWE | Permissions.ADMINISTER);
        invoice = submitted();
    }

    function test_A_participant_sets_its_threshold_alone_the_first_time() public {
        IDualControl.SetThreshold memory intent = threshold(coreMotors, 1_000);
        vm.expectEmit(address(ledger));
        emit IDualControl.ThresholdSet(coreMotors.id, digestOf(hashOf(intent)), "EUR", 1_000);
        ledger.setThreshold(intent, sign(coreMotors, hashOf(intent)));

        vm.assertEq(ledger.threshold(coreMotors.id, "EUR"), 1_000, "set");
        vm.assertEq(ledger.threshold(coreMotors.id, "USD"), 0, "each currency has its own");
    }

    function test_Two_must_change_a_threshold_or_end_it() public {
        perform(callOf(coreMotors, threshold(coreMotors, 1_000)));
        IDualControl.SetThreshold memory intent = threshold(coreMotors, 0);
        assertReverts(
            callOf(coreMotors, intent),
            abi.encodeWithSelector(IDualControl.SecondSignatureRequired.selector, coreMotors.id, 1_000)
        );
        ledger.setThreshold(intent, signByTwo(coreMotors, second, hashOf(intent)));
        vm.assertEq(ledger.threshold(coreMotors.id, "EUR"), 0, "ended");
        perform(callOf(coreMotors, threshold(coreMotors, 2_000)));
    }

    function test_A_threshold_has_a_currency() public {
        IDualControl.SetThreshold memory intent = threshold(coreMotors, 1_000);
        intent.currency = "eur";
        assertReverts(callOf(coreMotors, intent), abi.encodeWithSelector(IInvoices.MalformedCurrency.selector));
    }

    function test_One_signs_up_to_the_threshold_and_two_above_it() public {
        perform(callOf(coreMotors, threshold(coreMotors, 1_000)));
        IInvoices.ConfirmInvoice memory intent = confirmation(invoice, 1_001);
        assertReverts(
            callOf(coreMotors, intent),
            abi.encodeWithSelector(IDualControl.SecondSignatureRequired.selector, coreMotors.id, 1_000)
        );
        ledger.confirmInvoice(intent, signByTwo(second, coreMotors, TypedData.hash(intent)));
        confirm(submit(submission("INV-2")), 1_000);
    }

    function test_Two_may_sign_where_one_would_do() public {
        IInvoices.ConfirmInvoice memory intent = confirmation(invoice, 1);
        ledger.confirmInvoice(intent, signByTwo(coreMotors, second, TypedData.hash(intent)));
    }

    function test_The_second_signature_is_of_another_key_of_the_same_participant_with_the_permission() public {
        IInvoices.ConfirmInvoice memory intent = confirmation(invoice, 1);
        bytes32 structHash = TypedData.hash(intent);
        assertReverts(
            by(intent, signByTwo(coreMotors, coreMotors, structHash)),
            abi.encodeWithSelector(IIntents.SignersNotDistinct.selector, vm.addr(coreMotors.key))
        );
        assertReverts(
            by(intent, signByTwo(coreMotors, bankEast, structHash)),
            abi.encodeWithSelector(IIntents.SignerNotRegistered.selector, vm.addr(bankEast.key), coreMotors.id)
        );
        Party memory clerk = withKey(coreMotors, Permissions.SETTLE);
        bytes memory missing =
            abi.encodeWithSelector(IIntents.PermissionMissing.selector, vm.addr(clerk.key), Permissions.OWE);
        assertReverts(by(intent, signByTwo(coreMotors, clerk, structHash)), missing);
        assertReverts(by(intent, signByTwo(clerk, coreMotors, structHash)), missing);
        assertReverts(by(intent, sign(clerk, structHash)), missing);
    }

    function test_Two_signatures_are_exactly_130_bytes() public {
        IInvoices.ConfirmInvoice memory intent = confirmation(invoice, 1);
        bytes memory both = signByTwo(coreMotors, second, TypedData.hash(intent));
        bytes memory invalid = abi.encodeWithSelector(IIntents.InvalidSignature.selector);
        assertReverts(by(intent, bytes.concat(both, hex"00")), invalid);
        assertReverts(by(intent, bytes.concat(both, both)), invalid);
        assembly ("memory-safe") {
            mstore(both, 129)
        }
        assertReverts(by(intent, both), invalid);
    }

    function by(IInvoices.ConfirmInvoice memory intent, bytes memory signature) private pure returns (bytes memory) {
        return abi.encodeCall(IInvoices.confirmInvoice, (intent, signature));
    }

    function threshold(Party memory of_, uint64 amount) private returns (IDualControl.SetThreshold memory) {
        return IDualControl.SetThreshold(of_.id, "EUR", amount, freshNonce(), soon());
    }

    function callOf(Party memory party, IDualControl.SetThreshold memory intent) private view returns (bytes memory) {
        return abi.encodeCall(IDualControl.setThreshold, (intent, sign(party, hashOf(intent))));
    }

    function hashOf(IDualControl.SetThreshold memory intent) private pure returns (bytes32) {
        return vm.eip712HashStruct(
            "SetThreshold(uint32 participant,string currency,uint64 threshold,uint256 nonce,uint64 deadline)",
            abi.encode(intent)
        );
    }
}
