// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../src/interfaces/IDualControl.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {Permissions} from "../src/types/Permissions.sol";
import {RuleFixture} from "./support/RuleFixture.sol";
import {RuleTypedData} from "./support/RuleTypedData.sol";
import {TypedData} from "./support/TypedData.sol";

/// @notice Two keys for one act: when they are needed, and what counts as two.
contract DualControlTest is RuleFixture {
    uint64 private constant LIMIT_OF_ONE = 500_000;

    Party private second;
    bytes32 private invoice;

    function setUp() public override {
        super.setUp();
        second = withKey(coreMotors, Permissions.OWE | Permissions.ADMINISTER);
        invoice = submit(submission("INV-2"));
        setThreshold(coreMotors, LIMIT_OF_ONE);
    }

    function test_Up_to_its_threshold_one_key_is_enough() public {
        confirm(invoice, LIMIT_OF_ONE);
    }

    function test_Above_it_one_key_is_not() public {
        assertReverts(
            callOf(coreMotors, confirmation(invoice, LIMIT_OF_ONE + 1)),
            abi.encodeWithSelector(IDualControl.SecondSignatureRequired.selector, coreMotors.id, LIMIT_OF_ONE)
        );
    }

    function test_Two_keys_are_in_either_order() public {
        perform(byTwo(confirmation(invoice, LIMIT_OF_ONE + 1), coreMotors, second));
        invoice = submit(submission("INV-3"));
        perform(byTwo(confirmation(invoice, LIMIT_OF_ONE + 1), second, coreMotors));
    }

    function test_Two_may_sign_where_one_would_do() public {
        perform(byTwo(confirmation(invoice, 1), coreMotors, second));
    }

    function test_The_same_key_twice_is_one() public {
        assertRefused(
            byTwo(confirmation(invoice, LIMIT_OF_ONE + 1), coreMotors, coreMotors),
            abi.encodeWithSelector(IIntents.SignersNotDistinct.selector, vm.addr(coreMotors.key))
        );
    }

    function test_A_key_of_somebody_else_does_not_count() public {
        bytes memory stranger = abi.encodeWithSelector(
            IIntents.SignerNotRegistered.selector, vm.addr(tier1Brakes.key), coreMotors.id
        );
        IInvoices.ConfirmInvoice memory intent = confirmation(invoice, LIMIT_OF_ONE + 1);

        assertRefused(byTwo(intent, coreMotors, tier1Brakes), stranger);
        assertRefused(byTwo(intent, tier1Brakes, coreMotors), stranger);
    }

    function test_Each_of_the_two_needs_the_permission() public {
        Party memory clerk = withKey(coreMotors, Permissions.SETTLE);
        bytes memory missing =
            abi.encodeWithSelector(IIntents.PermissionMissing.selector, vm.addr(clerk.key), Permissions.OWE);
        IInvoices.ConfirmInvoice memory intent = confirmation(invoice, LIMIT_OF_ONE + 1);

        assertRefused(byTwo(intent, coreMotors, clerk), missing);
        assertRefused(byTwo(intent, clerk, coreMotors), missing);
    }

    function test_A_revoked_second_key_does_not_count() public {
        bytes memory call = byTwo(confirmation(invoice, LIMIT_OF_ONE + 1), coreMotors, second);
        vm.prank(OPERATOR);
        participants.revokeSigner(coreMotors.id, vm.addr(second.key));

        assertRefused(
            call,
            abi.encodeWithSelector(IIntents.SignerNotRegistered.selector, vm.addr(second.key), coreMotors.id)
        );
    }

    function test_Three_signatures_and_two_and_a_half_are_none() public {
        IInvoices.ConfirmInvoice memory intent = confirmation(invoice, 1);
        bytes memory one = sign(coreMotors, TypedData.hash(intent));
        bytes memory two = signByTwo(coreMotors, second, TypedData.hash(intent));
        bytes[4] memory bad = [bytes.concat(two, one), bytes.concat(two, hex"00"), new bytes(130), new bytes(0)];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertRefused(
                abi.encodeCall(IInvoices.confirmInvoice, (intent, bad[i])),
                abi.encodeWithSelector(IIntents.InvalidSignature.selector)
            );
        }
    }

    function testFuzz_A_second_signature_with_any_bit_flipped_is_not_the_signers(uint256 bit) public {
        IInvoices.ConfirmInvoice memory intent = confirmation(invoice, LIMIT_OF_ONE + 1);
        bytes memory signature = signByTwo(coreMotors, second, TypedData.hash(intent));
        bit = 65 * 8 + bit % (65 * 8);
        signature[bit / 8] = bytes1(uint8(signature[bit / 8]) ^ uint8(1 << bit % 8));

        (bool success,) = address(ledger).call(abi.encodeCall(IInvoices.confirmInvoice, (intent, signature)));
        vm.assertTrue(!success, "not signed by two");
    }

    function test_A_threshold_is_of_one_currency_and_of_one_participant() public {
        vm.assertEq(ledger.threshold(coreMotors.id, "EUR"), LIMIT_OF_ONE, "this one");
        vm.assertEq(ledger.threshold(coreMotors.id, "USD"), 0, "another currency");
        vm.assertEq(ledger.threshold(otherBuyer.id, "EUR"), 0, "another participant");
        IInvoices.SubmitInvoice memory intent = submission("INV-3");
        intent.currency = "USD";
        confirm(submit(intent), LIMIT_OF_ONE + 1);
    }

    function test_A_threshold_is_announced() public {
        IDualControl.SetThreshold memory intent = thresholdChange(otherBuyer, 7);

        vm.expectEmit(address(ledger));
        emit IDualControl.ThresholdSet(otherBuyer.id, digestOf(RuleTypedData.hash(intent)), "EUR", 7);
        perform(callOf(otherBuyer, intent));
    }

    function test_A_threshold_is_changed_and_ended_by_two_alone() public {
        uint64[2] memory next = [LIMIT_OF_ONE * 2, 0];
        for (uint256 i = 0; i < next.length; ++i) {
            IDualControl.SetThreshold memory intent = thresholdChange(coreMotors, next[i]);
            assertReverts(
                callOf(coreMotors, intent),
                abi.encodeWithSelector(
                    IDualControl.SecondSignatureRequired.selector,
                    coreMotors.id,
                    ledger.threshold(coreMotors.id, "EUR")
                )
            );
            bytes memory signature = signByTwo(coreMotors, second, RuleTypedData.hash(intent));
            perform(abi.encodeCall(IDualControl.setThreshold, (intent, signature)));
        }
        confirm(invoice, LIMIT_OF_ONE * 2);
    }

    function test_A_threshold_is_in_a_currency() public {
        IDualControl.SetThreshold memory intent = thresholdChange(otherBuyer, 7);
        intent.currency = "eur";
        assertReverts(callOf(otherBuyer, intent), abi.encodeWithSelector(IInvoices.MalformedCurrency.selector));
    }

    function byTwo(IInvoices.ConfirmInvoice memory intent, Party memory a, Party memory b)
        private
        view
        returns (bytes memory)
    {
        return abi.encodeCall(IInvoices.confirmInvoice, (intent, signByTwo(a, b, TypedData.hash(intent))));
    }

    /// @dev Not authentic, so that a batch leaves the nonce alone too.
    function assertRefused(bytes memory call, bytes memory reason) private {
        assertReverts(call, reason);
        assertOutcome(ledger.execute(batch(call))[0], IIntents.Outcome.Refused, "refused in a batch");
    }
}
