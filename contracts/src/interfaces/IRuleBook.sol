// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ParticipantId} from "../types/ParticipantId.sol";

/// @title The rule book: what may be agreed on this network, in versions
/// @notice A receivable lives by the version that was in force when it was confirmed, for ever. Versions count from 1;
/// a proposed one comes into force at its time, which is at least a day ahead, so that nobody is surprised. There
/// are at most 4,095: more than eleven years of a new one every day.
interface IRuleBook {
    /// @param standardTenorDays Days from a disbursement to the due date above which its financier must record why.
    /// @param maxTenorDays Days from confirmation to the due date at most; at least the standard.
    /// @param graceDays Days after the due date until an unpaid holding is in default.
    /// @param transferHours Time to answer a transfer, a credit note or a cancellation; at least 1.
    /// @param disbursementHours Time from an accepted offer to the declared payment; at least 1.
    /// @param acknowledgementHours Time to contest a declared payment or disbursement; at least 1.
    /// @param disputeDays Time after which an unresolved dispute ends and the debt stands: 1 to 3,650.
    /// @param smallestPart Minor units of any currency; at least 1.
    /// @param maxHands How many hands a part may pass through: 1 to 63.
    /// @param currencies ISO 4217 codes one after the other, at most ten; empty where all are allowed.
    /// @param name What people call it: 1 to 32 bytes.
    struct Rules {
        uint16 standardTenorDays;
        uint16 maxTenorDays;
        uint8 graceDays;
        uint16 transferHours;
        uint16 disbursementHours;
        uint16 acknowledgementHours;
        uint16 disputeDays;
        uint64 smallestPart;
        uint8 maxHands;
        bool tradeDocumentRequired;
        bool registryReferenceRequired;
        string currencies;
        string name;
    }

    /// @param effectiveFrom Unix seconds from which new receivables live by them; at least a day ahead.
    struct ProposeRules {
        ParticipantId operator;
        uint16 standardTenorDays;
        uint16 maxTenorDays;
        uint8 graceDays;
        uint16 transferHours;
        uint16 disbursementHours;
        uint16 acknowledgementHours;
        uint16 disputeDays;
        uint64 smallestPart;
        uint8 maxHands;
        bool tradeDocumentRequired;
        bool registryReferenceRequired;
        string currencies;
        string name;
        uint64 effectiveFrom;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param intent Zero for the version that the ledger was created with.
    event RulesProposed(uint16 indexed version, bytes32 intent, uint64 effectiveFrom, Rules rules);

    /// @notice A rule is outside of what it can be.
    /// @param field Its place in `Rules`, from 0.
    error RuleOutOfRange(uint8 field);
    /// @notice The version before has not come into force yet.
    error RuleChangePending(uint16 version, uint64 effectiveFrom);
    /// @notice The time is less than a day ahead.
    error RuleChangeTooSoon(uint64 effectiveFrom, uint64 earliest);
    /// @notice Holdings have no room for a version after this one.
    error RuleBookFull(uint16 version);
    /// @notice The rules do not allow the currency.
    error CurrencyNotAllowed(bytes3 currency, uint16 ruleVersion);
    /// @notice The due date is further away than the rules allow.
    error TenorTooLong(uint32 dueDate, uint32 latest);

    function proposeRules(ProposeRules calldata intent, bytes calldata signature) external;

    /// @notice The version in force now.
    function ruleVersion() external view returns (uint16);

    /// @notice The rules of a version, and when it came or comes into force; zero for version 1.
    function rules(uint16 version) external view returns (Rules memory, uint64 effectiveFrom);
}
