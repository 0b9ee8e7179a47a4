// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {HoldingRecord} from "../types/HoldingRecord.sol";
import {InvoiceRecord} from "../types/InvoiceRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";
import {RuleRecord} from "../types/RuleRecord.sol";
import {Intents} from "./Intents.sol";

/// @title Everything that the ledger remembers besides nonces
/// @dev In one place, since the ledger and its extension are two contracts over the same storage: both inherit this,
/// and nothing else of theirs has storage of its own.
abstract contract LedgerState is Intents {
    /// @dev How much of an obligor a financier wants to hold in a currency, and how much it holds or has locked.
    struct Exposure {
        uint64 limit;
        uint64 used;
    }

    /// @dev The terms of an offer that a contract has to check; the others are in its event. No financier: no offer.
    struct Offer {
        ParticipantId financier;
        uint64 advance;
        uint64 expiry;
        bool recourse;
    }

    /// @dev What is remembered of a version of the rules beside `RuleRecord`. The currencies are the bytes of their
    /// codes one after the other, at most ten.
    struct RuleText {
        bytes32 currencies;
        string name;
    }

    mapping(bytes32 id => InvoiceRecord) internal _invoices;
    mapping(bytes32 receivable => mapping(bytes32 holding => HoldingRecord)) internal _holdings;
    mapping(bytes32 holding => mapping(bytes32 offer => Offer)) internal _offers;
    mapping(ParticipantId financier => mapping(ParticipantId obligor => mapping(bytes3 currency => Exposure)))
        internal _exposures;
    mapping(ParticipantId obligor => bool) internal _stopped;
    mapping(ParticipantId => mapping(bytes3 currency => uint64)) internal _thresholds;
    mapping(uint256 version => RuleRecord) internal _rules;
    mapping(uint256 version => RuleText) internal _ruleTexts;
    uint16 internal _latestRules;
}
