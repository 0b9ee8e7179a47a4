// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {TransferTypedData} from "../support/TransferTypedData.sol";
import {SettlementGas} from "./SettlementGas.sol";

/// @notice A part of each of many receivables is passed on, and taken, each in one batch.
abstract contract TransferGas is SettlementGas {
    uint64 private constant PART = 300_000;

    /// @return gas Proposal and acceptance of one part.
    function transferring(uint256 count) internal returns (uint256 gas) {
        bytes32[] memory receivables = confirmed("transferring", count);
        bytes32[] memory parts;
        (gas, parts) = proposing(receivables);
        gas += taking(receivables, parts);
    }

    function proposing(bytes32[] memory receivables) private returns (uint256, bytes32[] memory parts) {
        bytes[] memory items = new bytes[](receivables.length);
        parts = new bytes32[](receivables.length);
        for (uint256 i = 0; i < items.length; ++i) {
            Party memory by = suppliers[i % suppliers.length];
            IReceivables.ProposeTransfer memory intent = transferTo(takerOf(i), receivables[i], PART);
            (intent.holder, intent.receivable) = (by.id, receivables[i]);
            intent.nonce = nonceOf(by, "propose", i / suppliers.length);
            items[i] = callOf(by, intent);
            parts[i] = digestOf(TransferTypedData.hash(intent));
        }
        return (gasPerIntent(items), parts);
    }

    function taking(bytes32[] memory receivables, bytes32[] memory parts) private returns (uint256) {
        bytes[] memory items = new bytes[](parts.length);
        for (uint256 i = 0; i < items.length; ++i) {
            Party memory by = takerOf(i);
            IReceivables.AnswerTransfer memory intent = transferAnswer(by, parts[i], true);
            intent.receivable = receivables[i];
            // On in the word that the proposals have begun.
            intent.nonce = nonceOf(by, "propose", (parts.length + i) / suppliers.length + 1);
            items[i] = callOf(by, intent);
        }
        return gasPerIntent(items);
    }

    function takerOf(uint256 i) private view returns (Party memory) {
        return suppliers[(i + 1) % suppliers.length];
    }
}
