// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IRuleBook} from "../src/interfaces/IRuleBook.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {newHolding} from "../src/types/HoldingRecord.sol";
import {RuleFixture} from "./support/RuleFixture.sol";
import {TypedData} from "./support/TypedData.sol";

/// @notice What a confirmation brings about, and which rules it has to keep.
contract ConfirmationsTest is RuleFixture {
    uint32 private constant TODAY = uint32(NOW / 1 days);

    function testFuzz_The_supplier_holds_what_was_confirmed(uint64 amount, bool waived, bool irrevocable) public {
        bytes32 id = submit(submission("INV-2"));
        IInvoices.ConfirmInvoice memory intent = confirmation(id, uint64(1 + amount % 1_234_567));
        intent.defencesWaived = waived;
        intent.irrevocable = irrevocable;
        bytes32 structHash = TypedData.hash(intent);

        vm.expectEmit(address(ledger));
        emit IInvoices.InvoiceConfirmed(
            id, coreMotors.id, digestOf(structHash), newHolding(tier1Brakes.id, intent.amount, 1, waived), irrevocable
        );
        ledger.confirmInvoice(intent, sign(coreMotors, structHash));

        root = id;
        assertHolding(id, newHolding(tier1Brakes.id, intent.amount, 1, waived), "the first holding");
        vm.assertTrue(holdingOf(id, id).defencesWaived == waived, "defences");
        assertState(id, IInvoices.InvoiceState.Confirmed, "confirmed");
    }

    function test_A_confirmed_invoice_can_be_neither_confirmed_again_nor_rejected_nor_withdrawn() public {
        bytes memory notOpen = abi.encodeWithSelector(
            IInvoices.InvoiceNotOpen.selector, root, IInvoices.InvoiceState.Confirmed
        );
        assertReverts(callOf(coreMotors, confirmation(root, 1)), notOpen);
        assertReverts(callOf(coreMotors, rejection(root)), notOpen);
        assertReverts(callOf(tier1Brakes, withdrawal(root)), notOpen);
    }

    function test_An_obligor_in_default_confirms_nothing_until_its_stop_is_lifted() public {
        bytes32 waiting = submit(submission("INV-2"));
        letDefault(root);

        assertReverts(
            callOf(coreMotors, confirmation(waiting, 1)),
            abi.encodeWithSelector(ISettlement.ObligorIsStopped.selector, coreMotors.id)
        );
        perform(callOf(networkOperator, lifting(networkOperator)), "lift");
        confirm(waiting, 1);
    }

    function test_A_stop_of_one_obligor_is_none_of_another() public {
        IInvoices.SubmitInvoice memory intent = submission("INV-2");
        intent.buyer = otherBuyer.id;
        bytes32 id = submit(intent);
        letDefault(root);
        IInvoices.ConfirmInvoice memory answer = confirmation(id, 1);
        answer.buyer = otherBuyer.id;

        perform(callOf(otherBuyer, answer));
    }

    function test_The_due_date_is_at_most_the_longest_tenor_from_today() public {
        IRuleBook.Rules memory rules = openRules();
        (rules.standardTenorDays, rules.maxTenorDays) = (30, 60);
        ledger = ledgerUnder(rules, participants);
        bytes32[2] memory ids = dueIn(60, 61);

        assertReverts(
            callOf(coreMotors, confirmation(ids[1], 1)),
            abi.encodeWithSelector(IRuleBook.TenorTooLong.selector, TODAY + 61, TODAY + 60)
        );
        confirm(ids[0], 1);
        vm.warp(NOW + 1 days);
        confirm(ids[1], 1);
    }

    function test_What_is_due_already_can_still_be_confirmed() public {
        bytes32 id = submit(submission("INV-2"));
        vm.warp(END_OF_GRACE);

        confirm(id, 1);

        vm.assertEq(holdingOf(id, id).amount, 1, "owed");
    }

    function test_Only_the_currencies_of_the_rules_are_confirmed() public {
        IRuleBook.Rules memory rules = openRules();
        rules.currencies = "CNYEURUSDJPYKWDGBPCHFSEKNOKPLN";
        ledger = ledgerUnder(rules, participants);
        string[3] memory allowed = ["CNY", "EUR", "PLN"];
        for (uint256 i = 0; i < allowed.length; ++i) confirm(in_(allowed[i]), 1);
        // NYE stands in the list too, but not at the beginning of a code.
        string[3] memory others = ["CZK", "NYE", "AAA"];
        for (uint256 i = 0; i < others.length; ++i) {
            bytes3 code = bytes3(bytes(others[i]));
            assertReverts(
                callOf(coreMotors, confirmation(in_(others[i]), 1)),
                abi.encodeWithSelector(IRuleBook.CurrencyNotAllowed.selector, code, uint16(1))
            );
        }
    }

    function in_(string memory currency) private returns (bytes32) {
        IInvoices.SubmitInvoice memory intent = submission(string.concat("in ", currency));
        intent.currency = currency;
        return submit(intent);
    }

    function dueIn(uint32 first, uint32 second) private returns (bytes32[2] memory ids) {
        uint32[2] memory tenors = [first, second];
        for (uint256 i = 0; i < 2; ++i) {
            IInvoices.SubmitInvoice memory intent = submission(vm.toString(uint256(tenors[i])));
            intent.dueDate = TODAY + tenors[i];
            ids[i] = submit(intent);
        }
    }
}
