// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {newHolding} from "../src/types/HoldingRecord.sol";
import {LedgerFixture} from "./support/LedgerFixture.sol";
import {TypedData} from "./support/TypedData.sol";

/// @notice The buyer's answer, and the supplier's withdrawal before it.
contract InvoiceAnswersTest is LedgerFixture {
    bytes32 private invoice;

    function setUp() public override {
        super.setUp();
        invoice = submitted();
    }

    function test_The_buyer_confirms_the_whole() public {
        uint64 whole = ledger.invoice(invoice).amount;

        confirm(invoice, whole);

        assertState(invoice, IInvoices.InvoiceState.Confirmed, "state");
        vm.assertEq(holdingOf(invoice, invoice).amount, whole, "confirmed amount");
    }

    function testFuzz_The_buyer_confirms_a_part_and_all_else_stays_as_submitted(uint64 part) public {
        IInvoices.Invoice memory expected = ledger.invoice(invoice);
        part = uint64(1 + part % expected.amount);
        expected.state = IInvoices.InvoiceState.Confirmed;

        confirm(invoice, part);

        vm.assertEq(abi.encode(ledger.invoice(invoice)), abi.encode(expected), "record");
        vm.assertEq(holdingOf(invoice, invoice).amount, part, "owed");
    }

    function test_A_confirmation_is_at_least_one_unit_and_at_most_the_invoice() public {
        uint64 whole = ledger.invoice(invoice).amount;
        uint64[3] memory bad = [0, whole + 1, type(uint64).max];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertReverts(
                callOf(coreMotors, confirmation(invoice, bad[i])),
                abi.encodeWithSelector(IInvoices.AmountOutOfRange.selector, bad[i], whole)
            );
        }
        assertState(invoice, IInvoices.InvoiceState.Submitted, "still open");
    }

    function test_A_rejection_ends_the_invoice_and_says_why() public {
        IInvoices.RejectInvoice memory intent = rejection(invoice);
        bytes32 structHash = TypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit IInvoices.InvoiceRejected(invoice, coreMotors.id, digestOf(structHash), "not delivered");
        ledger.rejectInvoice(intent, sign(coreMotors, structHash));

        assertState(invoice, IInvoices.InvoiceState.Rejected, "state");
        vm.assertTrue(holdingOf(invoice, invoice).phase == IReceivables.Phase.None, "nothing is owed");
    }

    function test_A_reason_is_1_to_200_bytes() public {
        IInvoices.RejectInvoice memory intent = rejection(invoice);
        intent.reason = "";
        assertReverts(
            callOf(coreMotors, intent), abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 0, 200)
        );
        intent.reason = string(new bytes(201));
        assertReverts(
            callOf(coreMotors, intent), abi.encodeWithSelector(IInvoices.ReasonLengthOutOfRange.selector, 201, 200)
        );

        intent.reason = string(new bytes(200));
        ledger.rejectInvoice(intent, sign(coreMotors, TypedData.hash(intent)));
    }

    function test_The_supplier_withdraws_before_the_answer() public {
        IInvoices.WithdrawInvoice memory intent = withdrawal(invoice);
        bytes32 structHash = TypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit IInvoices.InvoiceWithdrawn(invoice, tier1Brakes.id, digestOf(structHash));
        ledger.withdrawInvoice(intent, sign(tier1Brakes, structHash));

        assertState(invoice, IInvoices.InvoiceState.Withdrawn, "state");
    }

    function test_The_event_of_a_confirmation_names_invoice_buyer_intent_and_the_first_holding() public {
        IInvoices.ConfirmInvoice memory intent = confirmation(invoice, 77);
        bytes32 structHash = TypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit IInvoices.InvoiceConfirmed(
            invoice, coreMotors.id, digestOf(structHash), newHolding(tier1Brakes.id, 77, 1, false), true
        );
        ledger.confirmInvoice(intent, sign(coreMotors, structHash));
    }

    function test_An_unknown_invoice_is_not_found() public {
        bytes32 unknown = keccak256("unknown");
        bytes memory notFound = abi.encodeWithSelector(IInvoices.InvoiceNotFound.selector, unknown);

        assertReverts(callOf(coreMotors, confirmation(unknown, 1)), notFound);
        assertReverts(callOf(coreMotors, rejection(unknown)), notFound);
        assertReverts(callOf(tier1Brakes, withdrawal(unknown)), notFound);
        assertState(unknown, IInvoices.InvoiceState.None, "reads as None");
    }
}
