// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {TransferTypedData} from "../support/TransferTypedData.sol";
import {SettlementGas} from "./SettlementGas.sol";

/// @notice A part of each of many receivables is passed on, and taken, each in one batch.
abstract contract TransferGas is SettlementGas {
    uint64 private constant PASSED_ON = 250_000;

    /// @return gas Proposal and acceptance of one transfer.
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
            IReceivables.ProposeTransfer memory intent =
                transferTo(suppliers[(i + 1) % suppliers.length], receivables[i], PASSED_ON);
            intent.holder = by.id;
            intent.receivable = receivables[i];
            intent.nonce = nonceOf(by, "transfer", i / suppliers.length);
            items[i] = callOf(by, intent);
            parts[i] = digestOf(TransferTypedData.hash(intent));
        }
        return (gasPerIntent(items), parts);
    }

    function taking(bytes32[] memory receivables, bytes32[] memory parts) private returns (uint256) {
        bytes[] memory items = new bytes[](parts.length);
        for (uint256 i = 0; i < items.length; ++i) {
            Party memory by = suppliers[(i + 1) % suppliers.length];
            IReceivables.AnswerTransfer memory intent = transferAnswer(by, parts[i], true);
            intent.receivable = receivables[i];
            // Each has proposed before, and goes on in the same word.
            intent.nonce = nonceOf(by, "transfer", 100 + i / suppliers.length);
            items[i] = callOf(by, intent);
        }
        return gasPerIntent(items);
    }
}
