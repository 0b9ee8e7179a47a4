// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IRuleBook} from "../src/interfaces/IRuleBook.sol";
import {Roles} from "../src/types/Roles.sol";
import {LedgerFixture} from "./support/LedgerFixture.sol";

/// @notice The rules come in versions, each announced a day ahead, and a receivable lives by the one it was born under.
contract RuleBookTest is LedgerFixture {
    uint64 private constant LATER = NOW + 2 days;

    function test_The_ledger_begins_with_its_first_rules_in_force() public view {
        vm.assertEq(ledger.ruleVersion(), 1, "version");
        (IRuleBook.Rules memory shown, uint64 from) = ledger.rules(1);
        vm.assertEq(abi.encode(shown), abi.encode(openRules()), "as given");
        vm.assertEq(from, 0, "from the beginning");
    }

    function test_An_operator_announces_the_next_version() public {
        IRuleBook.ProposeRules memory intent = proposal(cn77Rules());
        vm.expectEmit(address(ledger));
        emit IRuleBook.RulesProposed(2, digestOf(hashOf(intent)), LATER, cn77Rules());
        ledger.proposeRules(intent, sign(networkOperator, hashOf(intent)));

        (IRuleBook.Rules memory shown, uint64 from) = ledger.rules(2);
        vm.assertEq(abi.encode(shown), abi.encode(cn77Rules()), "as announced");
        vm.assertEq(from, LATER, "from then on");
    }

    function test_A_version_comes_into_force_at_its_second_and_the_one_before_rules_until_then() public {
        propose(cn77Rules());
        vm.warp(LATER - 1);
        vm.assertEq(ledger.ruleVersion(), 1, "not yet");
        vm.warp(LATER);
        vm.assertEq(ledger.ruleVersion(), 2, "now");
    }

    function test_A_receivable_lives_by_the_rules_it_was_born_under() public {
        bytes32 before = receivable("INV-1", 1_000);
        IRuleBook.Rules memory next = openRules();
        next.maxHands = 3;
        propose(next);
        bytes32 waiting = receivable("INV-2", 1_000);
        vm.warp(LATER);
        bytes32 since = receivable("INV-3", 1_000);

        vm.assertEq(holdingOf(before, before).ruleVersion, 1, "before");
        vm.assertEq(holdingOf(waiting, waiting).ruleVersion, 1, "announced is not in force");
        vm.assertEq(holdingOf(since, since).ruleVersion, 2, "since");
    }

    // Refused

    function test_One_change_waits_at_a_time() public {
        propose(openRules());
        IRuleBook.ProposeRules memory intent = proposal(openRules());
        assertReverts(
            callOf(networkOperator, intent),
            abi.encodeWithSelector(IRuleBook.RuleChangePending.selector, 2, LATER)
        );
        vm.warp(LATER);
        intent = proposal(openRules());
        intent.effectiveFrom = LATER + 1 days;
        perform(callOf(networkOperator, intent));
    }

    function test_A_change_is_announced_at_least_a_day_ahead() public {
        IRuleBook.ProposeRules memory intent = proposal(openRules());
        intent.effectiveFrom = NOW + 1 days - 1;
        assertReverts(
            callOf(networkOperator, intent),
            abi.encodeWithSelector(
                IRuleBook.RuleChangeTooSoon.selector, intent.effectiveFrom, NOW + 1 days
            )
        );
        intent.effectiveFrom = NOW + 1 days;
        perform(callOf(networkOperator, intent));
    }

    function test_Only_an_operator_changes_the_rules() public {
        IRuleBook.ProposeRules memory intent = proposal(openRules());
        intent.operator = bankEast.id;
        assertReverts(
            callOf(bankEast, intent), abi.encodeWithSelector(IIntents.RoleMissing.selector, bankEast.id, Roles.OPERATOR)
        );
    }

    function test_Each_rule_has_its_range() public {
        IRuleBook.Rules[14] memory bad;
        for (uint256 i = 0; i < bad.length; ++i) {
            bad[i] = openRules();
        }
        bad[0].standardTenorDays = 366;
        bad[0].maxTenorDays = 365;
        bad[1].transferHours = 0;
        bad[2].disbursementHours = 0;
        bad[3].acknowledgementHours = 0;
        bad[4].disputeDays = 0;
        bad[5].disputeDays = 3_651;
        bad[6].smallestPart = 0;
        bad[7].maxHands = 0;
        bad[8].maxHands = 64;
        bad[9].currencies = "EU";
        bad[10].currencies = "EURusd";
        bad[11].currencies = "AAABBBCCCDDDEEEFFFGGGHHHIIIJJJKKK";
        bad[12].name = "";
        bad[13].name = "a name that has 33 bytes, one more";
        uint8[14] memory field = [1, 3, 4, 5, 6, 6, 7, 8, 8, 11, 11, 11, 12, 12];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertReverts(
                callOf(networkOperator, proposal(bad[i])),
                abi.encodeWithSelector(IRuleBook.RuleOutOfRange.selector, field[i]),
                vm.toString(i)
            );
        }
    }

    function test_The_widest_rules_are_good() public {
        IRuleBook.Rules memory widest = openRules();
        widest.maxHands = 63;
        widest.disputeDays = 3_650;
        widest.graceDays = 255;
        widest.smallestPart = type(uint64).max;
        widest.currencies = "AAABBBCCCDDDEEEFFFGGGHHHIIIJJJ";
        widest.name = "a name that has 32 bytes exactly";
        propose(widest);
        (IRuleBook.Rules memory shown,) = ledger.rules(2);
        vm.assertEq(abi.encode(shown), abi.encode(widest), "as announced");
    }

    // What they mean for a confirmation

    function test_A_promise_is_made_in_an_allowed_currency_only() public {
        IRuleBook.Rules memory rules = openRules();
        rules.currencies = "CNYUSD";
        ledger = ledgerUnder(rules, participants);
        bytes32 inEuro = submitted();
        assertReverts(
            callOf(coreMotors, confirmation(inEuro, 1)),
            abi.encodeWithSelector(IRuleBook.CurrencyNotAllowed.selector, bytes3("EUR"), 1)
        );
        IInvoices.SubmitInvoice memory claim = submission("INV-2");
        claim.currency = "USD";
        confirm(submit(claim), 1);
    }

    function test_A_promise_is_not_for_later_than_the_longest_tenor() public {
        IRuleBook.Rules memory rules = openRules();
        uint32 today = uint32(NOW / 1 days);
        rules.standardTenorDays = 10;
        rules.maxTenorDays = 20;
        ledger = ledgerUnder(rules, participants);
        IInvoices.SubmitInvoice memory claim = submission("INV-1");
        claim.dueDate = today + 21;
        bytes32 tooLate = submit(claim);
        assertReverts(
            callOf(coreMotors, confirmation(tooLate, 1)),
            abi.encodeWithSelector(IRuleBook.TenorTooLong.selector, today + 21, today + 20)
        );
        claim = submission("INV-2");
        claim.dueDate = today + 20;
        confirm(submit(claim), 1);
    }

    function propose(IRuleBook.Rules memory rules) private {
        perform(callOf(networkOperator, proposal(rules)), "propose rules");
    }

    function proposal(IRuleBook.Rules memory rules) private returns (IRuleBook.ProposeRules memory) {
        return IRuleBook.ProposeRules({
            operator: networkOperator.id,
            standardTenorDays: rules.standardTenorDays,
            maxTenorDays: rules.maxTenorDays,
            graceDays: rules.graceDays,
            transferHours: rules.transferHours,
            disbursementHours: rules.disbursementHours,
            acknowledgementHours: rules.acknowledgementHours,
            disputeDays: rules.disputeDays,
            smallestPart: rules.smallestPart,
            maxHands: rules.maxHands,
            tradeDocumentRequired: rules.tradeDocumentRequired,
            registryReferenceRequired: rules.registryReferenceRequired,
            currencies: rules.currencies,
            name: rules.name,
            effectiveFrom: LATER,
            nonce: freshNonce(),
            deadline: soon()
        });
    }

    function callOf(Party memory by, IRuleBook.ProposeRules memory intent) private view returns (bytes memory) {
        return abi.encodeCall(IRuleBook.proposeRules, (intent, sign(by, hashOf(intent))));
    }

    function hashOf(IRuleBook.ProposeRules memory intent) private pure returns (bytes32) {
        return vm.eip712HashStruct(
            "ProposeRules(uint32 operator,uint16 standardTenorDays,uint16 maxTenorDays,uint8 graceDays,"
            "uint16 transferHours,uint16 disbursementHours,uint16 acknowledgementHours,uint16 disputeDays,"
            "uint64 smallestPart,uint8 maxHands,bool tradeDocumentRequired,bool registryReferenceRequired,"
            "string currencies,string name,uint64 effectiveFrom,uint256 nonce,uint64 deadline)",
            abi.encode(intent)
        );
    }
}
