// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IInvoices} from "../../src/interfaces/IInvoices.sol";
import {Roles} from "../../src/types/Roles.sol";
import {LedgerFixture} from "../support/LedgerFixture.sol";

/// @notice What one intent costs in a batch with everything in it: the transaction's 21,000, its calldata,
/// and its execution from cold storage. Suppliers take part in turn; each participant draws a word of
/// nonces at random and uses its bits in order, and these are the first of it.
abstract contract GasMeter is LedgerFixture {
    Party[] internal suppliers;

    function setUp() public virtual override {
        super.setUp();
        suppliers.push(tier1Brakes);
        suppliers.push(tier2Steel);
        suppliers.push(join("tier2-bolts", Roles.SUPPLIER));
        suppliers.push(join("tier3-foundry", Roles.SUPPLIER));
    }

    /// @dev Invoices that wait for their answer.
    function open(string memory series, uint256 count) internal returns (bytes32[] memory invoices) {
        bytes[] memory items;
        (items, invoices) = submissions(series, count);
        ledger.execute(items);
    }

    function submissions(string memory series, uint256 count)
        internal
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

    function nonceOf(Party memory by, string memory series, uint256 i) internal pure returns (uint256) {
        return (uint256(keccak256(abi.encode(by.id, series))) << 8) + i;
    }

    function gasPerIntent(bytes[] memory items) internal returns (uint256) {
        IIntents.Outcome[] memory outcomes = ledger.execute(items);
        uint256 used = vm.lastCallGas().gasTotalUsed;
        for (uint256 i = 0; i < items.length; ++i) {
            assertOutcome(outcomes[i], IIntents.Outcome.Executed, "executed");
        }
        return used / items.length;
    }
}
