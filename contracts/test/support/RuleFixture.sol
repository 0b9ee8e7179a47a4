// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../../src/interfaces/IDualControl.sol";
import {IRuleBook} from "../../src/interfaces/IRuleBook.sol";
import {RuleTypedData} from "./RuleTypedData.sol";
import {SettlementFixture} from "./SettlementFixture.sol";

/// @notice Rules and thresholds as the parties would write them.
abstract contract RuleFixture is SettlementFixture {
    /// @dev In force a day from now, as early as may be.
    function ruleChange(IRuleBook.Rules memory rules) internal returns (IRuleBook.ProposeRules memory intent) {
        intent = RuleTypedData.proposal(networkOperator.id, rules);
        intent.effectiveFrom = uint64(block.timestamp) + 1 days;
        intent.nonce = freshNonce();
        intent.deadline = soon();
    }

    function thresholdChange(Party memory by, uint64 threshold)
        internal
        returns (IDualControl.SetThreshold memory)
    {
        return IDualControl.SetThreshold(by.id, "EUR", threshold, freshNonce(), soon());
    }

    function callOf(Party memory by, IRuleBook.ProposeRules memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IRuleBook.proposeRules, (intent, sign(by, RuleTypedData.hash(intent))));
    }

    function callOf(Party memory by, IDualControl.SetThreshold memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IDualControl.setThreshold, (intent, sign(by, RuleTypedData.hash(intent))));
    }

    /// @dev Proposed, and in force when this returns.
    function live(IRuleBook.Rules memory rules) internal {
        IRuleBook.ProposeRules memory intent = ruleChange(rules);
        perform(callOf(networkOperator, intent), "propose rules");
        vm.warp(intent.effectiveFrom);
    }
}
