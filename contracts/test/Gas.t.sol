// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {Roles} from "../src/types/Roles.sol";
import {LedgerFixture} from "./support/LedgerFixture.sol";

/// @notice What one intent costs in a batch with everything in it: the transaction's 21,000, its calldata,
/// and its execution from cold storage. Suppliers take part in turn; each participant draws a word of
/// nonces at random and uses its bits in order, and these are the first of it. `npm run gas` writes anew.
/// forge-config: default.isolate = true
contract GasTest is LedgerFixture {
    string private constant SNAPSHOT = "snapshots/gas.json";

    Party[] private suppliers;

    function setUp() public override {
        super.setUp();
        suppliers.push(tier1Brakes);
        suppliers.push(tier2Steel);
        suppliers.push(join("tier2-bolts", Roles.SUPPLIER));
        suppliers.push(join("tier3-foundry", Roles.SUPPLIER));
    }

    function test_The_snapshot_equals_what_is_measured_now() public {
        string memory measured = string.concat(
            "{\n",
            entry("invoice.submit@1", submitting(1), ",\n"),
            entry("invoice.submit@10", submitting(10), ",\n"),
            entry("invoice.submit@100", submitting(100), ",\n"),
            entry("invoice.confirm@50", confirming(50), ",\n"),
            entry("invoice.reject@50", rejecting(50), ",\n"),
            entry("invoice.withdraw@50", withdrawing(50), "\n}\n")
        );
        if (vm.envOr("UPDATE_GAS_SNAPSHOT", false)) vm.writeFile(SNAPSHOT, measured);
        string memory kept = vm.readFile(SNAPSHOT);
        vm.assertEq(bytes(kept), bytes(measured), string.concat("run `npm run gas`; measured now: ", measured));
    }

    function test_A_submission_in_a_batch_of_100_costs_at_most_45000() public {
        vm.assertLe(submitting(100), 45_000, "gas per intent");
    }

    function submitting(uint256 count) private returns (uint256) {
        (bytes[] memory items,) = submissions(string.concat("submit ", vm.toString(count)), count);
        return gasPerIntent(items);
    }

    function confirming(uint256 count) private returns (uint256) {
        bytes32[] memory invoices = open("confirm", count);
        bytes[] memory items = new bytes[](count);
        for (uint256 i = 0; i < count; ++i) {
            IInvoices.ConfirmInvoice memory intent = confirmation(invoices[i], 1_000_000);
            intent.nonce = nonceOf(coreMotors, "confirm", i);
            items[i] = callOf(coreMotors, intent);
        }
        return gasPerIntent(items);
    }

    function rejecting(uint256 count) private returns (uint256) {
        bytes32[] memory invoices = open("reject", count);
        bytes[] memory items = new bytes[](count);
        for (uint256 i = 0; i < count; ++i) {
            IInvoices.RejectInvoice memory intent = rejection(invoices[i]);
            intent.nonce = nonceOf(coreMotors, "reject", i);
            items[i] = callOf(coreMotors, intent);
        }
        return gasPerIntent(items);
    }

    function withdrawing(uint256 count) private returns (uint256) {
        bytes32[] memory invoices = open("withdraw", count);
        bytes[] memory items = new bytes[](count);
        for (uint256 i = 0; i < count; ++i) {
            IInvoices.WithdrawInvoice memory intent = withdrawal(invoices[i]);
            Party memory by = suppliers[i % suppliers.length];
            intent.supplier = by.id;
            intent.nonce = nonceOf(by, "withdraw again", i / suppliers.length);
            items[i] = callOf(by, intent);
        }
        return gasPerIntent(items);
    }

    /// @dev Invoices that wait for their answer.
    function open(string memory series, uint256 count) private returns (bytes32[] memory invoices) {
        bytes[] memory items;
        (items, invoices) = submissions(series, count);
        ledger.execute(items);
    }

    function submissions(string memory series, uint256 count)
        private
        returns (bytes[] memory items, bytes32[] memory invoices)
    {
        items = new bytes[](count);
        invoices = new bytes32[](count);
        uint256 firstNumber = 2_027_000_000 + uint256(keccak256(bytes(series))) % 1_000_000;
        for (uint256 i = 0; i < count; ++i) {
            Party memory by = suppliers[i % suppliers.length];
            IInvoices.SubmitInvoice memory intent = submission(string.concat("INV-", vm.toString(firstNumber + i)));
            intent.supplier = by.id;
            intent.nonce = nonceOf(by, series, i / suppliers.length);
            items[i] = callOf(by, intent);
            invoices[i] = idOf(intent);
        }
    }

    function nonceOf(Party memory by, string memory series, uint256 i) private pure returns (uint256) {
        return (uint256(keccak256(abi.encode(by.id, series))) << 8) + i;
    }

    function entry(string memory key, uint256 value, string memory end) private pure returns (string memory) {
        return string.concat('  "', key, '": ', vm.toString(value), end);
    }

    function gasPerIntent(bytes[] memory items) private returns (uint256) {
        IIntents.Outcome[] memory outcomes = ledger.execute(items);
        uint256 used = vm.lastCallGas().gasTotalUsed;
        for (uint256 i = 0; i < items.length; ++i) {
            assertOutcome(outcomes[i], IIntents.Outcome.Executed, "executed");
        }
        return used / items.length;
    }
}
