// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IInvoices} from "../../src/interfaces/IInvoices.sol";
import {ILedger} from "../../src/interfaces/ILedger.sol";
import {ParticipantId} from "../../src/types/ParticipantId.sol";
import {Vm} from "../support/Vm.sol";
import {InvoiceHandler} from "./InvoiceHandler.sol";

/// @notice What holds after any history.
contract InvoiceInvariants {
    struct FuzzSelector {
        address target;
        bytes4[] selectors;
    }

    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    InvoiceHandler private handler;
    ILedger private ledger;

    function setUp() public {
        handler = new InvoiceHandler();
        handler.setUp();
        ledger = handler.theLedger();
    }

    /// @dev Read by forge: what the histories are made of.
    function targetSelectors() public view returns (FuzzSelector[] memory targets) {
        bytes4[] memory selectors = new bytes4[](5);
        selectors[0] = InvoiceHandler.submit.selector;
        selectors[1] = InvoiceHandler.confirm.selector;
        selectors[2] = InvoiceHandler.reject.selector;
        selectors[3] = InvoiceHandler.withdraw.selector;
        selectors[4] = InvoiceHandler.replay.selector;
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), selectors);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_Each_invoice_stands_as_a_plain_model_says() public view {
        for (uint256 i = 0; i < handler.invoiceCount(); ++i) {
            bytes32 id = handler.invoices(i);
            vm.assertEq(abi.encode(ledger.invoice(id)), abi.encode(handler.expected(id)), "record");
        }
    }

    function invariant_What_is_owed_is_confirmed_and_never_more_than_claimed() public view {
        for (uint256 i = 0; i < handler.invoiceCount(); ++i) {
            bytes32 id = handler.invoices(i);
            IInvoices.Invoice memory invoice = ledger.invoice(id);
            uint64 owed = ledger.holding(id, id).amount;
            vm.assertTrue((owed > 0) == (invoice.state == IInvoices.InvoiceState.Confirmed), "owed when confirmed");
            vm.assertEq(owed, handler.confirmed(id), "what was confirmed");
            vm.assertLe(owed, invoice.amount, "not more than claimed");
        }
    }

    function invariant_A_nonce_is_spent_exactly_when_its_intent_was_executed_or_rejected() public view {
        for (uint256 i = 0; i < handler.endedCount(); ++i) {
            (ParticipantId participant, uint256 nonce, IIntents.Outcome outcome) = handler.ended(i);
            bool spent = outcome != IIntents.Outcome.Refused;
            vm.assertTrue(ledger.isNonceUsed(participant, nonce) == spent, "nonce");
        }
    }

    function invariant_The_ledger_holds_no_money() public view {
        vm.assertEq(address(ledger).balance, 0, "balance");
    }
}
