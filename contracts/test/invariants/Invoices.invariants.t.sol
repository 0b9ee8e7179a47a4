// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IInvoices} from "../../src/interfaces/IInvoices.sol";
import {ILedger} from "../../src/interfaces/ILedger.sol";
import {ParticipantId} from "../../src/types/ParticipantId.sol";
import {Vm} from "../support/Vm.sol";
import {InvoiceHandler} from "./InvoiceHandler.sol";

/// @notice What holds after any history. What was false once stays so, so that looking at times is enough.
/// forge-config: default.invariant.check-interval = 50
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
        bytes4[] memory selectors = new bytes4[](6);
        selectors[0] = InvoiceHandler.submit.selector;
        selectors[1] = InvoiceHandler.confirm.selector;
        selectors[2] = InvoiceHandler.reject.selector;
        selectors[3] = InvoiceHandler.withdraw.selector;
        selectors[4] = InvoiceHandler.replay.selector;
        selectors[5] = InvoiceHandler.takeBack.selector;
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), selectors);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_Every_invoice_and_every_nonce_is_as_a_plain_model_says() public view {
        for (uint256 i = 0; i < handler.invoiceCount(); ++i) {
            bytes32 id = handler.invoices(i);
            IInvoices.Invoice memory invoice = ledger.invoice(id);
            vm.assertEq(abi.encode(invoice), abi.encode(handler.expected(id)), "An invoice stands as the model says.");
            uint64 owed = ledger.holding(id, id).amount;
            bool isConfirmed = invoice.state == IInvoices.InvoiceState.Confirmed;
            vm.assertTrue((owed > 0) == isConfirmed, "Something is owed where it was confirmed.");
            vm.assertEq(owed, handler.confirmed(id), "What is owed is what was confirmed.");
            vm.assertLe(owed, invoice.amount, "No more is owed than was claimed.");
        }
        for (uint256 i = 0; i < handler.endedCount(); ++i) {
            (ParticipantId participant, uint256 nonce, IIntents.Outcome outcome) = handler.ended(i);
            bool spent = outcome != IIntents.Outcome.Refused;
            bool isUsed = ledger.isNonceUsed(participant, nonce);
            vm.assertTrue(isUsed == spent, "A nonce is spent exactly when its intent was executed or rejected.");
        }
        vm.assertEq(address(ledger).balance, 0, "The ledger holds no money.");
    }
}
