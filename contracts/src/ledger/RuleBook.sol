// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRuleBook} from "../interfaces/IRuleBook.sol";
import {LAST_RULE_VERSION} from "../types/HoldingRecord.sol";
import {RuleRecord, newRules} from "../types/RuleRecord.sol";
import {Permissions} from "../types/Permissions.sol";
import {Roles} from "../types/Roles.sol";
import {Formats} from "../Formats.sol";
import {LedgerState} from "./LedgerState.sol";
import {RuleHashing} from "./RuleHashing.sol";

/// @title The versions of the rules, and which of them is in force
abstract contract RuleBook is IRuleBook, LedgerState {
    uint64 private constant NOTICE = 1 days;
    uint256 private constant MAX_CURRENCIES_BYTES = 30;
    uint256 private constant MAX_NAME_BYTES = 32;
    uint8 private constant MOST_HANDS = 63;
    /// @dev Ten years: with more, a dispute's deadline would soon be too late for its 32 bits.
    uint16 private constant LONGEST_DISPUTE = 3650;

    /// @inheritdoc IRuleBook
    function proposeRules(ProposeRules calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            Roles.OPERATOR,
            Permissions.ADMINISTER,
            intent.operator,
            RuleHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        uint16 latest = _latestRules;
        uint64 pendingFrom = _rules[latest].effectiveFrom();
        if (pendingFrom > block.timestamp) revert RuleChangePending(latest, pendingFrom);
        uint64 earliest = uint64(block.timestamp) + NOTICE;
        if (intent.effectiveFrom < earliest) revert RuleChangeTooSoon(intent.effectiveFrom, earliest);
        _addRules(_rulesOf(intent), intent.effectiveFrom, digest);
    }

    /// @inheritdoc IRuleBook
    function ruleVersion() external view returns (uint16 version) {
        (version,) = _rulesInForce();
    }

    /// @inheritdoc IRuleBook
    function rules(uint16 version) external view returns (Rules memory shown, uint64 effectiveFrom) {
        RuleRecord record = _rules[version];
        shown.standardTenorDays = record.standardTenorDays();
        shown.maxTenorDays = record.maxTenorDays();
        shown.graceDays = record.graceDays();
        shown.transferHours = uint16(record.transferTime() / 1 hours);
        shown.disbursementHours = uint16(record.disbursementTime() / 1 hours);
        shown.acknowledgementHours = uint16(record.acknowledgementTime() / 1 hours);
        shown.disputeDays = uint16(record.disputeTime() / 1 days);
        shown.smallestPart = record.smallestPart();
        shown.maxHands = record.maxHands();
        shown.tradeDocumentRequired = record.needsTradeDocument();
        shown.registryReferenceRequired = record.needsRegistryReference();
        shown.currencies = _textOf(_ruleTexts[version].currencies);
        shown.name = _ruleTexts[version].name;
        effectiveFrom = record.effectiveFrom();
    }

    /// @dev The newest version, or the one before while the newest waits.
    function _rulesInForce() internal view returns (uint16 version, RuleRecord record) {
        version = _latestRules;
        record = _rules[version];
        if (record.effectiveFrom() > block.timestamp) record = _rules[--version];
    }

    function _requireCurrency(bytes3 currency, uint16 version, RuleRecord record) internal view {
        if (record.allowsAllCurrencies()) return;
        bytes32 allowed = _ruleTexts[version].currencies;
        for (uint256 place = 0; place < MAX_CURRENCIES_BYTES; place += 3) {
            if (bytes3(allowed << place * 8) == currency) return;
        }
        revert CurrencyNotAllowed(currency, version);
    }

    /// @dev The tenor counts from today; a due date that has passed is not too far away.
    function _requireTenor(uint32 dueDate, RuleRecord record) internal view {
        uint32 latest = uint32(block.timestamp / 1 days) + record.maxTenorDays();
        if (dueDate > latest) revert TenorTooLong(dueDate, latest);
    }

    /// @dev Writes a version without notice: the ledger's first one, and what `proposeRules` has checked.
    function _addRules(Rules memory added, uint64 effectiveFrom, bytes32 intent) internal {
        _requireInRange(added);
        if (_latestRules == LAST_RULE_VERSION) revert RuleBookFull(LAST_RULE_VERSION);
        uint16 version = ++_latestRules;
        _rules[version] = newRules(added, effectiveFrom);
        _ruleTexts[version].currencies = bytes32(bytes(added.currencies));
        _ruleTexts[version].name = added.name;
        emit RulesProposed(version, intent, effectiveFrom, added);
    }

    function _requireInRange(Rules memory added) private pure {
        if (added.maxTenorDays < added.standardTenorDays) revert RuleOutOfRange(1);
        if (added.transferHours == 0) revert RuleOutOfRange(3);
        if (added.disbursementHours == 0) revert RuleOutOfRange(4);
        if (added.acknowledgementHours == 0) revert RuleOutOfRange(5);
        if (added.disputeDays == 0 || added.disputeDays > LONGEST_DISPUTE) revert RuleOutOfRange(6);
        if (added.smallestPart == 0) revert RuleOutOfRange(7);
        if (added.maxHands == 0 || added.maxHands > MOST_HANDS) revert RuleOutOfRange(8);
        if (!Formats.areCurrencies(added.currencies, MAX_CURRENCIES_BYTES)) revert RuleOutOfRange(11);
        uint256 nameLength = bytes(added.name).length;
        if (nameLength == 0 || nameLength > MAX_NAME_BYTES) revert RuleOutOfRange(12);
    }

    function _rulesOf(ProposeRules calldata intent) private pure returns (Rules memory) {
        return Rules({
            standardTenorDays: intent.standardTenorDays,
            maxTenorDays: intent.maxTenorDays,
            graceDays: intent.graceDays,
            transferHours: intent.transferHours,
            disbursementHours: intent.disbursementHours,
            acknowledgementHours: intent.acknowledgementHours,
            disputeDays: intent.disputeDays,
            smallestPart: intent.smallestPart,
            maxHands: intent.maxHands,
            tradeDocumentRequired: intent.tradeDocumentRequired,
            registryReferenceRequired: intent.registryReferenceRequired,
            currencies: intent.currencies,
            name: intent.name
        });
    }

    function _textOf(bytes32 currencies) private pure returns (string memory) {
        uint256 length = 0;
        while (length < MAX_CURRENCIES_BYTES && currencies[length] != 0) ++length;
        bytes memory text = abi.encodePacked(currencies);
        assembly ("memory-safe") {
            mstore(text, length)
        }
        return string(text);
    }
}
