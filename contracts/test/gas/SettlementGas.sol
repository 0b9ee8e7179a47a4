// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {FinancingFixture} from "../support/FinancingFixture.sol";
import {SettlementFixture} from "../support/SettlementFixture.sol";
import {FinancingGas} from "./FinancingGas.sol";

/// @notice Many receivables are paid by their obligor, and acknowledged by their holders, each in one batch.
abstract contract SettlementGas is FinancingGas, SettlementFixture {
    uint64 private constant PAID = 1_000_000;

    function setUp() public virtual override(FinancingGas, FinancingFixture) {
        FinancingGas.setUp();
    }

    /// @return gas Declaration and acknowledgement of one payment.
    function paying(uint256 count) internal returns (uint256 gas) {
        bytes32[] memory receivables = confirmed("paying", count);
        gas = declaringPayment(receivables);
        gas += acknowledgingPayment(receivables);
    }

    function declaringPayment(bytes32[] memory receivables) private returns (uint256) {
        bytes[] memory items = new bytes[](receivables.length);
        for (uint256 i = 0; i < items.length; ++i) {
            ISettlement.DeclarePayment memory intent = payment(coreMotors, receivables[i], PAID);
            intent.receivable = receivables[i];
            intent.nonce = nonceOf(coreMotors, "pay", i);
            items[i] = callOf(coreMotors, intent);
        }
        return gasPerIntent(items);
    }

    function acknowledgingPayment(bytes32[] memory receivables) private returns (uint256) {
        bytes[] memory items = new bytes[](receivables.length);
        for (uint256 i = 0; i < items.length; ++i) {
            Party memory by = suppliers[i % suppliers.length];
            ISettlement.AnswerPayment memory intent = moneyReceived(by, receivables[i], PAID);
            intent.receivable = receivables[i];
            intent.nonce = nonceOf(by, "money received", i / suppliers.length);
            items[i] = callOf(by, intent);
        }
        return gasPerIntent(items);
    }
}
