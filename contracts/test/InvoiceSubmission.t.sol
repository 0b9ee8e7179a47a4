// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {ParticipantId} from "../src/types/ParticipantId.sol";
import {Roles} from "../src/types/Roles.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {LedgerFixture} from "./support/LedgerFixture.sol";
import {TypedData} from "./support/TypedData.sol";

/// @notice The supplier's claim: what is recorded of it, and which claims are not admitted.
contract InvoiceSubmissionTest is LedgerFixture {
    function test_A_submission_is_recorded_as_signed() public {
        IInvoices.SubmitInvoice memory intent = submission("INV-2027/0001");

        bytes32 id = submit(intent);

        IInvoices.Invoice memory invoice = ledger.invoice(id);
        vm.assertTrue(invoice.supplier == tier1Brakes.id, "supplier");
        vm.assertTrue(invoice.buyer == coreMotors.id, "buyer");
        assertState(id, IInvoices.InvoiceState.Submitted, "state");
        vm.assertEq(invoice.amount, intent.amount, "amount");
        vm.assertTrue(holdingOf(id, id).phase == IReceivables.Phase.None, "nothing is owed before confirmation");
        vm.assertEq(invoice.dueDate, DUE, "due date");
        vm.assertEq(bytes32(invoice.currency), bytes32("EUR"), "currency");
        vm.assertTrue(ledger.isNonceUsed(tier1Brakes.id, intent.nonce), "the nonce is used");
        vm.assertTrue(!ledger.isNonceUsed(coreMotors.id, intent.nonce), "nonces are per participant");
    }

    function test_The_event_carries_every_field_and_the_digest_of_the_intent() public {
        IInvoices.SubmitInvoice memory intent = submission("INV-2");
        bytes32 structHash = TypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit IInvoices.InvoiceSubmitted(
            idOf(intent),
            tier1Brakes.id,
            coreMotors.id,
            digestOf(structHash),
            "INV-2",
            380,
            ISSUED,
            DUE,
            "EUR",
            intent.amount,
            intent.documentHash
        );
        ledger.submitInvoice(intent, sign(tier1Brakes, structHash));
    }

    /// @custom:fault 63 anybody may send it
    function test_Anybody_may_carry_the_intent() public {
        IInvoices.SubmitInvoice memory intent = submission();
        bytes memory signature = sign(tier1Brakes, TypedData.hash(intent));

        vm.prank(address(0xCAFE));
        ledger.submitInvoice(intent, signature);

        vm.assertTrue(ledger.invoice(idOf(intent)).supplier == tier1Brakes.id, "the signer is the supplier");
    }

    function test_The_id_follows_from_supplier_number_date_and_type_and_nothing_else() public {
        IInvoices.SubmitInvoice memory intent = submission("INV-3");

        bytes32 id = submit(intent);

        bytes32 number = keccak256("INV-3");
        vm.assertEq(id, keccak256(abi.encode(uint256(2), number, uint256(ISSUED), uint256(380))), "id");
    }

    function test_A_second_submission_is_rejected_even_with_another_amount_or_buyer_or_document() public {
        bytes32 id = submitted();
        IInvoices.SubmitInvoice memory again = submission();
        again.amount += 1;
        again.buyer = otherBuyer.id;
        again.dueDate += 1;
        again.currency = "USD";
        again.documentHash = keccak256("another layout");

        assertNotAdmitted(again, abi.encodeWithSelector(IInvoices.InvoiceAlreadyExists.selector, id));
    }

    function test_The_id_stays_taken_after_confirmation_rejection_and_withdrawal() public {
        bytes32[3] memory ended;
        ended[0] = submit(submission("A"));
        ended[1] = submit(submission("B"));
        ended[2] = submit(submission("C"));
        confirm(ended[0], 1);
        reject(ended[1]);
        withdraw(ended[2]);

        string[3] memory numbers = ["A", "B", "C"];
        for (uint256 i = 0; i < 3; ++i) {
            bytes memory taken = abi.encodeWithSelector(IInvoices.InvoiceAlreadyExists.selector, ended[i]);
            assertNotAdmitted(submission(numbers[i]), taken);
        }
    }

    function test_Another_number_date_or_type_is_another_invoice() public {
        submitted();
        IInvoices.SubmitInvoice memory other = submission();
        other.issueDate += 1;
        submit(other);
        other = submission();
        other.typeCode = 393;
        submit(other);
        other = submission();
        other.supplier = tier2Steel.id;
        submit(other);
        submit(submission("INV-1a"));
    }

    function test_Parties_must_exist_be_active_and_have_their_role() public {
        IInvoices.SubmitInvoice memory intent = submission();
        intent.buyer = ParticipantId.wrap(99);
        assertNotAdmitted(intent, abi.encodeWithSelector(IIntents.ParticipantNotFound.selector, 99));

        intent = submission();
        intent.buyer = bankEast.id;
        assertNotAdmitted(intent, abi.encodeWithSelector(IIntents.RoleMissing.selector, bankEast.id, Roles.BUYER));

        intent = submission();
        intent.supplier = bankEast.id;
        assertNotAdmitted(
            bankEast, intent, abi.encodeWithSelector(IIntents.RoleMissing.selector, bankEast.id, Roles.SUPPLIER)
        );

        suspend(coreMotors);
        bytes memory inactive = abi.encodeWithSelector(IIntents.ParticipantNotActive.selector, coreMotors.id);
        assertNotAdmitted(submission(), inactive);

        suspend(tier1Brakes);
        inactive = abi.encodeWithSelector(IIntents.ParticipantNotActive.selector, tier1Brakes.id);
        assertNotAdmitted(submission(), inactive);
    }

    function test_Nobody_sends_invoices_to_itself() public {
        Party memory both = join("both", Roles.SUPPLIER | Roles.BUYER);
        IInvoices.SubmitInvoice memory intent = submission();
        intent.supplier = both.id;
        intent.buyer = both.id;

        assertNotAdmitted(both, intent, abi.encodeWithSelector(IInvoices.BuyerIsSupplier.selector, both.id));
    }

    function test_A_number_is_1_to_64_bytes_with_nothing_invisible_at_its_ends() public {
        bytes memory longest = new bytes(64);
        for (uint256 i = 0; i < 64; ++i) {
            longest[i] = "9";
        }
        submit(submission("x"));
        submit(submission("in the middle"));
        submit(submission(unicode"№ 1"));
        submit(submission(string(longest)));

        string[9] memory bad =
            ["", " A", "A ", "\tA", "A\n", "\x00A", "A\x00", "A\x7f", string.concat(string(longest), "9")];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertNotAdmitted(submission(bad[i]), abi.encodeWithSelector(IInvoices.MalformedNumber.selector));
        }
    }

    function test_Credit_notes_and_documents_without_type_are_not_invoices() public {
        uint16[3] memory bad = [uint16(0), 381, 396];
        for (uint256 i = 0; i < bad.length; ++i) {
            IInvoices.SubmitInvoice memory intent = submission();
            intent.typeCode = bad[i];
            assertNotAdmitted(intent, abi.encodeWithSelector(IInvoices.NotAnInvoiceType.selector, bad[i]));
        }
    }

    function test_The_due_date_is_not_before_the_issue_date() public {
        IInvoices.SubmitInvoice memory intent = submission();
        intent.dueDate = intent.issueDate;
        submit(intent);

        intent = submission("late");
        intent.dueDate = intent.issueDate - 1;
        assertNotAdmitted(intent, abi.encodeWithSelector(IInvoices.DatesOutOfOrder.selector, ISSUED, ISSUED - 1));

        intent = submission("undated");
        intent.issueDate = 0;
        assertNotAdmitted(intent, abi.encodeWithSelector(IInvoices.DatesOutOfOrder.selector, 0, DUE));
    }

    function test_A_due_date_is_a_date_that_calendars_can_show() public {
        uint32 lastDay = 2_932_896;
        IInvoices.SubmitInvoice memory intent = submission();
        intent.dueDate = lastDay;
        submit(intent);

        intent = submission("beyond");
        intent.dueDate = lastDay + 1;
        assertNotAdmitted(
            intent, abi.encodeWithSelector(IInvoices.DatesOutOfOrder.selector, ISSUED, lastDay + 1)
        );
    }

    function test_A_currency_is_three_capital_letters() public {
        string[9] memory bad = ["", "EU", "EURO", "eur", "E R", "EU1", "@UR", "E[R", unicode"E€"];
        for (uint256 i = 0; i < bad.length; ++i) {
            IInvoices.SubmitInvoice memory intent = submission();
            intent.currency = bad[i];
            assertNotAdmitted(intent, abi.encodeWithSelector(IInvoices.MalformedCurrency.selector));
        }
    }

    function testFuzz_Exactly_capital_letters_make_a_currency(bytes3 code) public {
        bool capitals = true;
        for (uint256 i = 0; i < 3; ++i) {
            capitals = capitals && code[i] >= "A" && code[i] <= "Z";
        }
        IInvoices.SubmitInvoice memory intent = submission();
        intent.currency = string(abi.encodePacked(code));

        if (capitals) submit(intent);
        else assertNotAdmitted(intent, abi.encodeWithSelector(IInvoices.MalformedCurrency.selector));
    }

    function test_An_amount_is_positive_and_fits_a_signed_64_bit_number() public {
        uint64 most = uint64(type(int64).max);
        IInvoices.SubmitInvoice memory intent = submission("most");
        intent.amount = most;
        submit(intent);

        uint64[3] memory bad = [0, most + 1, type(uint64).max];
        for (uint256 i = 0; i < bad.length; ++i) {
            intent = submission();
            intent.amount = bad[i];
            assertNotAdmitted(intent, abi.encodeWithSelector(IInvoices.AmountOutOfRange.selector, bad[i], most));
        }
    }

    function testFuzz_Whatever_is_admitted_reads_back_as_signed(
        uint64 amount,
        uint32 issueDate,
        uint32 term,
        uint16 typeCode,
        bytes32 document
    ) public {
        IInvoices.SubmitInvoice memory intent = submission();
        intent.amount = uint64(1 + amount % uint64(type(int64).max));
        intent.issueDate = uint32(1 + issueDate % 1_000_000);
        intent.dueDate = intent.issueDate + term % 1_000_000;
        intent.typeCode = typeCode;
        intent.documentHash = document;
        vm.assume(typeCode != 0 && typeCode != 381 && typeCode != 396);

        bytes32 id = submit(intent);

        IInvoices.Invoice memory invoice = ledger.invoice(id);
        vm.assertEq(invoice.amount, intent.amount, "amount");
        vm.assertEq(invoice.dueDate, intent.dueDate, "due date");
        vm.assertTrue(invoice.supplier == intent.supplier && invoice.buyer == intent.buyer, "parties");
        vm.assertEq(id, idOf(intent), "id");
    }

    function assertNotAdmitted(IInvoices.SubmitInvoice memory intent, bytes memory reason) private {
        assertNotAdmitted(tier1Brakes, intent, reason);
    }

    /// @dev A direct call reverts with the reason and changes nothing.
    function assertNotAdmitted(Party memory by, IInvoices.SubmitInvoice memory intent, bytes memory reason) private {
        IInvoices.Invoice memory before = ledger.invoice(idOf(intent));
        assertReverts(callOf(by, intent), reason, intent.number);
        vm.assertTrue(!ledger.isNonceUsed(by.id, intent.nonce), "nothing is used by a call that reverts");
        vm.assertEq(abi.encode(ledger.invoice(idOf(intent))), abi.encode(before), "nothing is changed");
    }
}
