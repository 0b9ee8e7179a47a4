// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {IRuleBook} from "../src/interfaces/IRuleBook.sol";
import {Roles} from "../src/types/Roles.sol";
import {RuleFixture} from "./support/RuleFixture.sol";
import {RuleTypedData} from "./support/RuleTypedData.sol";

/// @notice The rules of the network: how they change, within what bounds, and who lives by which.
contract RuleBookTest is RuleFixture {
    bytes32 private constant LATEST_RULES_SLOT = bytes32(uint256(11));

    function test_A_ledger_begins_with_version_1_in_force() public view {
        (IRuleBook.Rules memory shown, uint64 effectiveFrom) = ledger.rules(1);

        vm.assertEq(ledger.ruleVersion(), 1, "version");
        vm.assertEq(abi.encode(shown), abi.encode(openRules()), "rules");
        vm.assertEq(effectiveFrom, 0, "from the beginning");
    }

    function test_A_version_that_is_not_there_reads_as_nothing() public view {
        (IRuleBook.Rules memory shown,) = ledger.rules(2);
        vm.assertEq(shown.maxHands, 0, "no hands");
        vm.assertEq(bytes(shown.name).length, 0, "no name");
    }

    function test_The_operator_proposes_a_version_that_comes_into_force_at_its_time() public {
        IRuleBook.ProposeRules memory intent = ruleChange(cn77Rules());

        vm.expectEmit(address(ledger));
        emit IRuleBook.RulesProposed(2, digestOf(RuleTypedData.hash(intent)), intent.effectiveFrom, cn77Rules());
        perform(callOf(networkOperator, intent));

        (IRuleBook.Rules memory shown, uint64 effectiveFrom) = ledger.rules(2);
        vm.assertEq(abi.encode(shown), abi.encode(cn77Rules()), "rules");
        vm.assertEq(effectiveFrom, intent.effectiveFrom, "time");
        vm.warp(intent.effectiveFrom - 1);
        vm.assertEq(ledger.ruleVersion(), 1, "not yet");
        vm.warp(intent.effectiveFrom);
        vm.assertEq(ledger.ruleVersion(), 2, "now");
    }

    function testFuzz_Rules_are_kept_as_they_were_proposed(IRuleBook.Rules memory rules) public {
        rules.maxTenorDays = rules.maxTenorDays < rules.standardTenorDays
            ? rules.standardTenorDays
            : rules.maxTenorDays;
        rules.transferHours |= 1;
        rules.disbursementHours |= 1;
        rules.acknowledgementHours |= 1;
        rules.disputeDays = openRules().disputeDays;
        rules.smallestPart |= 1;
        rules.maxHands = 1 + rules.maxHands % 63;
        rules.currencies = "EURUSDJPYCNYKWDGBPCHFSEKNOKPLN";
        rules.name = "a name of thirty-two bytes - yes";

        live(rules);

        (IRuleBook.Rules memory shown,) = ledger.rules(2);
        vm.assertEq(abi.encode(shown), abi.encode(rules), "rules");
    }

    function test_The_longest_rules_fit_into_their_share_of_a_batch() public {
        IRuleBook.Rules memory rules = openRules();
        rules.currencies = "EURUSDJPYCNYKWDGBPCHFSEKNOKPLN";
        rules.name = "a name of thirty-two bytes - yes";

        IIntents.Outcome[] memory outcomes = ledger.execute(batch(callOf(networkOperator, ruleChange(rules))));

        assertOutcome(outcomes[0], IIntents.Outcome.Executed, "executed");
    }

    function test_A_change_is_announced_a_day_ahead() public {
        IRuleBook.ProposeRules memory intent = ruleChange(cn77Rules());
        intent.effectiveFrom = NOW + 1 days - 1;

        assertReverts(
            callOf(networkOperator, intent),
            abi.encodeWithSelector(IRuleBook.RuleChangeTooSoon.selector, NOW + 1 days - 1, NOW + 1 days)
        );
    }

    function test_One_change_waits_at_a_time() public {
        IRuleBook.ProposeRules memory first = ruleChange(cn77Rules());
        perform(callOf(networkOperator, first));
        bytes memory pending =
            abi.encodeWithSelector(IRuleBook.RuleChangePending.selector, uint16(2), first.effectiveFrom);

        assertReverts(callOf(networkOperator, ruleChange(openRules())), pending);
        vm.warp(first.effectiveFrom - 1);
        assertReverts(callOf(networkOperator, ruleChange(openRules())), pending);

        vm.warp(first.effectiveFrom);
        live(openRules());
        vm.assertEq(ledger.ruleVersion(), 3, "the next");
    }

    function test_Version_4095_is_the_last_since_a_holding_has_room_for_no_later_one() public {
        latestRulesAre(4094);
        live(openRules());
        bytes32 id = receivable("INV-4095", WHOLE);
        vm.assertEq(holdingOf(id, id).ruleVersion, 4095, "a holding names it whole");

        assertReverts(
            callOf(networkOperator, ruleChange(openRules())),
            abi.encodeWithSelector(IRuleBook.RuleBookFull.selector, uint16(4095))
        );
        vm.assertEq(ledger.ruleVersion(), 4095, "and stays in force");
    }

    function test_Only_an_operator_proposes() public {
        IRuleBook.ProposeRules memory intent = ruleChange(cn77Rules());
        intent.operator = coreMotors.id;

        assertReverts(
            callOf(coreMotors, intent),
            abi.encodeWithSelector(IIntents.RoleMissing.selector, coreMotors.id, Roles.OPERATOR)
        );
    }

    function test_Each_rule_has_its_bounds() public {
        IRuleBook.Rules[] memory bad = new IRuleBook.Rules[](11);
        for (uint256 i = 0; i < bad.length; ++i) bad[i] = openRules();
        (bad[0].standardTenorDays, bad[0].maxTenorDays) = (181, 180);
        bad[1].transferHours = 0;
        bad[2].disbursementHours = 0;
        bad[3].acknowledgementHours = 0;
        bad[4].disputeDays = 0;
        bad[5].smallestPart = 0;
        bad[6].maxHands = 0;
        bad[7].maxHands = 64;
        bad[8].currencies = "EURUS";
        bad[9].name = "";
        bad[10].name = "a name of thirty-three bytes, yes";
        uint8[11] memory field = [1, 3, 4, 5, 6, 7, 8, 8, 11, 12, 12];
        for (uint256 i = 0; i < bad.length; ++i) assertOutOfRange(bad[i], field[i]);
    }

    function test_Currencies_are_at_most_ten_codes_of_three_capital_letters() public {
        IRuleBook.Rules memory rules = openRules();
        string[5] memory bad = ["eur", "EU1", "E", unicode"€", "EURUSDJPYCNYKWDGBPCHFSEKNOKPLNCZK"];
        for (uint256 i = 0; i < bad.length; ++i) {
            rules.currencies = bad[i];
            assertOutOfRange(rules, 11);
        }
    }

    function test_A_ledger_cannot_be_created_with_rules_out_of_range() public {
        IRuleBook.Rules memory rules = openRules();
        rules.maxHands = 0;
        address extension = vm.deployCode("LedgerExtension.sol:LedgerExtension", abi.encode(participants));

        vm.expectRevert();
        vm.deployCode("Ledger.sol:Ledger", abi.encode(participants, extension, rules));
    }

    function test_A_receivable_lives_by_the_rules_of_its_confirmation_whatever_comes_later() public {
        IRuleBook.Rules memory strict = openRules();
        strict.smallestPart = WHOLE;
        bytes32 young = submit(submission("INV-2"));
        live(strict);
        confirm(young, WHOLE);
        vm.assertEq(holdingOf(young, young).ruleVersion, 2, "confirmed under the second");
        vm.assertEq(holdingOf(root, root).ruleVersion, 1, "still the first");

        bytes32 part = transferred(10);

        vm.assertEq(holdingOf(root, part).ruleVersion, 1, "inherited");
        root = young;
        assertReverts(
            callOf(tier1Brakes, transferTo(tier2Steel, young, 10)),
            abi.encodeWithSelector(bytes4(keccak256("PartTooSmall(uint64,uint64)")), 10, WHOLE)
        );
    }

    function test_An_invoice_submitted_before_a_change_is_confirmed_under_the_rules_after_it() public {
        bytes32 invoice = submit(submission("INV-2"));
        live(cn77Rules());

        assertReverts(
            callOf(coreMotors, confirmation(invoice, 1)),
            abi.encodeWithSelector(IRuleBook.CurrencyNotAllowed.selector, bytes3("EUR"), uint16(2))
        );
        assertState(invoice, IInvoices.InvoiceState.Submitted, "still open");
    }

    /// @dev As if so many versions had been proposed, which would take years.
    function latestRulesAre(uint16 version) private {
        vm.store(address(ledger), LATEST_RULES_SLOT, bytes32(uint256(version)));
    }

    function assertOutOfRange(IRuleBook.Rules memory rules, uint8 field) private {
        assertReverts(
            callOf(networkOperator, ruleChange(rules)),
            abi.encodeWithSelector(IRuleBook.RuleOutOfRange.selector, field),
            vm.toString(uint256(field))
        );
    }
}
