// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRuleBook} from "../interfaces/IRuleBook.sol";

/// @notice The rules of one version as stored, in one word (currencies and name lie beside it). From the lowest bit:
/// standard tenor 16, longest tenor 16, grace 8, transfer hours 16, disbursement hours 16, acknowledgement hours 16,
/// dispute days 16, smallest part 64, most hands 8, trade document 1, registry reference 1, all
/// currencies 1, effective from 64.
type RuleRecord is uint256;

using {
    standardTenorDays,
    maxTenorDays,
    graceDays,
    transferTime,
    disbursementTime,
    acknowledgementTime,
    disputeTime,
    smallestPart,
    maxHands,
    needsTradeDocument,
    needsRegistryReference,
    allowsAllCurrencies,
    effectiveFrom
} for RuleRecord global;

function newRules(IRuleBook.Rules memory rules, uint64 effectiveFrom_) pure returns (RuleRecord) {
    uint256 tenors = uint256(rules.standardTenorDays) | uint256(rules.maxTenorDays) << 16;
    uint256 times = uint256(rules.graceDays) << 32 | uint256(rules.transferHours) << 40
        | uint256(rules.disbursementHours) << 56 | uint256(rules.acknowledgementHours) << 72
        | uint256(rules.disputeDays) << 88;
    uint256 parts = uint256(rules.smallestPart) << 104 | uint256(rules.maxHands) << 168;
    uint256 needs = (rules.tradeDocumentRequired ? 1 << 176 : 0) | (rules.registryReferenceRequired ? 1 << 177 : 0)
        | (bytes(rules.currencies).length == 0 ? 1 << 178 : 0);
    return RuleRecord.wrap(tenors | times | parts | needs | uint256(effectiveFrom_) << 192);
}

function standardTenorDays(RuleRecord record) pure returns (uint16) {
    return uint16(RuleRecord.unwrap(record));
}

function maxTenorDays(RuleRecord record) pure returns (uint16) {
    return uint16(RuleRecord.unwrap(record) >> 16);
}

function graceDays(RuleRecord record) pure returns (uint8) {
    return uint8(RuleRecord.unwrap(record) >> 32);
}

/// @return Seconds to answer a transfer, a credit note or a cancellation.
function transferTime(RuleRecord record) pure returns (uint32) {
    return _seconds(record, 40, 1 hours);
}

/// @return Seconds from an accepted offer to the declared payment.
function disbursementTime(RuleRecord record) pure returns (uint32) {
    return _seconds(record, 56, 1 hours);
}

/// @return Seconds to contest a declared payment or disbursement.
function acknowledgementTime(RuleRecord record) pure returns (uint32) {
    return _seconds(record, 72, 1 hours);
}

/// @return Seconds after which an unresolved dispute ends.
function disputeTime(RuleRecord record) pure returns (uint32) {
    return _seconds(record, 88, 1 days);
}

function smallestPart(RuleRecord record) pure returns (uint64) {
    return uint64(RuleRecord.unwrap(record) >> 104);
}

function maxHands(RuleRecord record) pure returns (uint8) {
    return uint8(RuleRecord.unwrap(record) >> 168);
}

function needsTradeDocument(RuleRecord record) pure returns (bool) {
    return RuleRecord.unwrap(record) & 1 << 176 != 0;
}

function needsRegistryReference(RuleRecord record) pure returns (bool) {
    return RuleRecord.unwrap(record) & 1 << 177 != 0;
}

function allowsAllCurrencies(RuleRecord record) pure returns (bool) {
    return RuleRecord.unwrap(record) & 1 << 178 != 0;
}

/// @return Unix seconds.
function effectiveFrom(RuleRecord record) pure returns (uint64) {
    return uint64(RuleRecord.unwrap(record) >> 192);
}

/// @dev Sixteen bits of hours fit by far, and the rule book sees to it that so do the days.
function _seconds(RuleRecord record, uint256 place, uint32 unit) pure returns (uint32) {
    unchecked {
        return uint32(uint16(RuleRecord.unwrap(record) >> place)) * unit;
    }
}
