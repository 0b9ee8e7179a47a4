// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../../src/interfaces/IFinancing.sol";
import {FinancingFixture} from "../support/FinancingFixture.sol";
import {FinancingTypedData} from "../support/FinancingTypedData.sol";
import {GasMeter} from "./GasMeter.sol";

/// @notice A part of each of many receivables is financed, step by step in batches, by two banks in turn.
abstract contract FinancingGas is GasMeter, FinancingFixture {
    uint64 private constant PART = 400_000;
    uint64 private constant ADVANCE = 385_000;

    Party[] private _banks;

    function setUp() public virtual override(GasMeter, FinancingFixture) {
        super.setUp();
        _banks.push(bankEast);
        _banks.push(bankWest);
        setLimit(bankEast, PART * 1000);
        setLimit(bankWest, PART * 1000);
    }

    /// @return gas All five steps of one part.
    function financing(uint256 count) internal returns (uint256 gas) {
        bytes32[] memory receivables = confirmed("financing", count);
        bytes32[] memory parts;
        bytes32[] memory terms;
        (gas, parts) = requesting(receivables);
        uint256 more;
        (more, terms) = offering(receivables, parts);
        gas += more;
        gas += accepting(receivables, parts, terms);
        gas += disbursing(receivables, parts);
        gas += acknowledging(receivables, parts);
    }

    function confirmed(string memory series, uint256 count) internal returns (bytes32[] memory receivables) {
        receivables = open(series, count);
        bytes[] memory items = new bytes[](count);
        for (uint256 i = 0; i < count; ++i) {
            items[i] = callOf(coreMotors, confirmation(receivables[i], 1_000_000));
        }
        ledger.execute(items);
    }

    function requesting(bytes32[] memory receivables) private returns (uint256, bytes32[] memory parts) {
        bytes[] memory items = new bytes[](receivables.length);
        parts = new bytes32[](receivables.length);
        for (uint256 i = 0; i < items.length; ++i) {
            Party memory by = sellerOf(i);
            IFinancing.RequestFinancing memory intent = request(receivables[i], receivables[i], PART);
            intent.holder = by.id;
            intent.nonce = nonceOf(by, "request", i / suppliers.length);
            items[i] = callOf(by, intent);
            parts[i] = digestOf(FinancingTypedData.hash(intent));
        }
        return (gasPerIntent(items), parts);
    }

    function offering(bytes32[] memory receivables, bytes32[] memory parts)
        private
        returns (uint256, bytes32[] memory terms)
    {
        bytes[] memory items = new bytes[](parts.length);
        terms = new bytes32[](parts.length);
        for (uint256 i = 0; i < items.length; ++i) {
            Party memory by = bankOf(i);
            IFinancing.PlaceOffer memory intent = offer(by, parts[i]);
            intent.receivable = receivables[i];
            intent.advance = ADVANCE;
            intent.nonce = nonceOf(by, "offer", i / _banks.length);
            items[i] = callOf(by, intent);
            terms[i] = digestOf(FinancingTypedData.hash(intent));
        }
        return (gasPerIntent(items), terms);
    }

    function accepting(bytes32[] memory receivables, bytes32[] memory parts, bytes32[] memory terms)
        private
        returns (uint256)
    {
        bytes[] memory items = new bytes[](parts.length);
        for (uint256 i = 0; i < items.length; ++i) {
            Party memory by = sellerOf(i);
            uint256 nonce = nonceOf(by, "accept", i / suppliers.length);
            IFinancing.AcceptOffer memory intent =
                IFinancing.AcceptOffer(by.id, receivables[i], parts[i], terms[i], nonce, soon());
            items[i] = callOf(by, intent);
        }
        return gasPerIntent(items);
    }

    function disbursing(bytes32[] memory receivables, bytes32[] memory parts) private returns (uint256) {
        bytes[] memory items = new bytes[](parts.length);
        for (uint256 i = 0; i < items.length; ++i) {
            Party memory by = bankOf(i);
            IFinancing.DeclareDisbursement memory intent = disbursement(by, parts[i], ADVANCE);
            intent.receivable = receivables[i];
            intent.nonce = nonceOf(by, "disburse", i / _banks.length);
            items[i] = callOf(by, intent);
        }
        return gasPerIntent(items);
    }

    function acknowledging(bytes32[] memory receivables, bytes32[] memory parts) private returns (uint256) {
        bytes[] memory items = new bytes[](parts.length);
        for (uint256 i = 0; i < items.length; ++i) {
            Party memory by = sellerOf(i);
            IFinancing.AnswerDisbursement memory intent = receipt(parts[i], ADVANCE);
            intent.holder = by.id;
            intent.receivable = receivables[i];
            intent.nonce = nonceOf(by, "acknowledge", i / suppliers.length);
            items[i] = callOf(by, intent);
        }
        return gasPerIntent(items);
    }

    function sellerOf(uint256 i) private view returns (Party memory) {
        return suppliers[i % suppliers.length];
    }

    function bankOf(uint256 i) private view returns (Party memory) {
        return _banks[i % _banks.length];
    }
}
