// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {TransferGas} from "./gas/TransferGas.sol";

/// @notice The snapshot of what every action costs, and what must never be exceeded. `npm run gas` writes it anew.
/// forge-config: default.isolate = true
contract GasTest is TransferGas {
    string private constant SNAPSHOT = "snapshots/gas.json";

    function test_The_snapshot_equals_what_is_measured_now() public {
        string memory measured = string.concat(
            "{\n",
            entry("invoice.submit@1", submitting(1), ",\n"),
            entry("invoice.submit@10", submitting(10), ",\n"),
            entry("invoice.submit@100", submitting(100), ",\n"),
            entry("invoice.confirm@50", confirming(50), ",\n"),
            entry("invoice.reject@50", rejecting(50), ",\n"),
            entry("invoice.withdraw@50", withdrawing(50), ",\n"),
            entry("receivable.transfer@50", transferring(50), ",\n"),
            entry("financing.life@50", financing(50), ",\n"),
            entry("settlement.payment@50", paying(50), ",\n"),
            entry("intent.cancel@50", cancelling(50), "\n}\n")
        );
        if (vm.envOr("UPDATE_GAS_SNAPSHOT", false)) vm.writeFile(SNAPSHOT, measured);
        string memory kept = vm.readFile(SNAPSHOT);
        vm.assertEq(bytes(kept), bytes(measured), string.concat("run `npm run gas`; measured now: ", measured));
    }

    function test_A_submission_in_a_batch_of_100_costs_at_most_45000() public {
        vm.assertLe(submitting(100), 45_000, "gas per intent");
    }

    function test_A_confirmation_in_a_batch_of_50_costs_at_most_42000() public {
        vm.assertLe(confirming(50), 42_000, "gas per intent");
    }

    function test_A_transfer_proposed_and_accepted_in_batches_of_50_costs_at_most_75000() public {
        vm.assertLe(transferring(50), 75_000, "gas for both");
    }

    function test_Financing_from_request_to_receipt_in_batches_of_50_costs_at_most_230000() public {
        vm.assertLe(financing(50), 230_000, "gas for all five");
    }

    function test_A_payment_declared_and_acknowledged_in_batches_of_50_costs_at_most_60000() public {
        vm.assertLe(paying(50), 60_000, "gas for both");
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

    function cancelling(uint256 count) private returns (uint256) {
        bytes[] memory items = new bytes[](count);
        for (uint256 i = 0; i < count; ++i) {
            items[i] = callOf(
                coreMotors, takingBack(coreMotors, bytes32(i), nonceOf(coreMotors, "cancel", i))
            );
        }
        return gasPerIntent(items);
    }

    function entry(string memory key, uint256 value, string memory end) private pure returns (string memory) {
        return string.concat('  "', key, '": ', vm.toString(value), end);
    }
}
