// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../interfaces/IReceivables.sol";
import {ParticipantId, NOBODY} from "./ParticipantId.sol";

/// @notice A holding as stored and as events carry it, in one word; zero where there is none. From the lowest bit:
/// holder 32, counterparty 32, amount 64, pending 64, deadline 32, phase 3, a flag, step 4, depth 6, flags 6, rule
/// version 12.
/// Packed by hand, since the compiler would write a change of several fields in several steps.
type HoldingRecord is uint256;

using {
    exists,
    holder,
    counterparty,
    amount,
    pending,
    deadline,
    phase,
    step,
    depth,
    ruleVersion,
    has,
    with,
    without,
    withHolder,
    withAmount,
    withPhase,
    passedTo,
    inStep,
    atRest,
    welcomesRecourse,
    wantsSealedOffers,
    unpack
} for HoldingRecord global;

/// @dev The seller who answers for it had financed it itself: when it buys it back, it counts against its exposure
/// limit again. Only together with `RECOURSE`.
uint256 constant RESOLD = 1 << 227;
/// @dev The holder bought it through financing, so that it counts against the holder's exposure limit.
uint256 constant FINANCED = 1 << 238;
/// @dev Bought with recourse to the counterparty, which keeps that field for as long as the flag is set. From an
/// accepted offer with recourse until its money is there, the counterparty is still the financier.
uint256 constant RECOURSE = 1 << 239;
/// @dev The holder has called upon the recourse.
uint256 constant RECOURSE_CLAIMED = 1 << 240;
/// @dev The obligor has waived its defences: it cannot dispute.
uint256 constant DEFENCES_WAIVED = 1 << 241;
/// @dev The obligor has disputed it once, and cannot do so again.
uint256 constant DISPUTED = 1 << 242;
/// @dev Something was split off, paid or credited, so that the whole can no longer be cancelled.
uint256 constant TOUCHED = 1 << 243;

/// @dev What a request says of the offers that it wants, in the place of the counterparty that it has not yet.
uint32 constant RECOURSE_WELCOME = 1;
uint32 constant SEALED_OFFERS = 2;

uint256 constant COUNTERPARTY_AT = 32;
uint256 constant AMOUNT_AT = 64;
uint256 constant PENDING_AT = 128;
uint256 constant DEADLINE_AT = 192;
uint256 constant PHASE_AT = 224;
uint256 constant STEP_AT = 228;
uint256 constant DEPTH_AT = 232;
uint256 constant VERSION_AT = 244;

/// @dev What the version's place in a holding has room for.
uint16 constant LAST_RULE_VERSION = (1 << 12) - 1;

uint256 constant COUNTERPARTY_FIELD = uint256(type(uint32).max) << COUNTERPARTY_AT;
/// @dev What a step is about, besides the counterparty.
uint256 constant STEP_FIELDS = uint256(0xf) << STEP_AT | uint256(type(uint32).max) << DEADLINE_AT
    | uint256(type(uint64).max) << PENDING_AT;

function newHolding(ParticipantId holder_, uint64 amount_, uint16 version, bool defencesWaived)
    pure
    returns (HoldingRecord)
{
    uint256 word = ParticipantId.unwrap(holder_) | uint256(amount_) << AMOUNT_AT | uint256(version) << VERSION_AT
        | uint256(IReceivables.Phase.Held) << PHASE_AT;
    return HoldingRecord.wrap(defencesWaived ? word | DEFENCES_WAIVED : word);
}

function exists(HoldingRecord record) pure returns (bool) {
    return HoldingRecord.unwrap(record) != 0;
}

function holder(HoldingRecord record) pure returns (ParticipantId) {
    return ParticipantId.wrap(uint32(HoldingRecord.unwrap(record)));
}

function counterparty(HoldingRecord record) pure returns (ParticipantId) {
    return ParticipantId.wrap(uint32(HoldingRecord.unwrap(record) >> COUNTERPARTY_AT));
}

function amount(HoldingRecord record) pure returns (uint64) {
    return uint64(HoldingRecord.unwrap(record) >> AMOUNT_AT);
}

function pending(HoldingRecord record) pure returns (uint64) {
    return uint64(HoldingRecord.unwrap(record) >> PENDING_AT);
}

function deadline(HoldingRecord record) pure returns (uint32) {
    return uint32(HoldingRecord.unwrap(record) >> DEADLINE_AT);
}

function phase(HoldingRecord record) pure returns (IReceivables.Phase) {
    return IReceivables.Phase(HoldingRecord.unwrap(record) >> PHASE_AT & 0x7);
}

function step(HoldingRecord record) pure returns (IReceivables.Step) {
    return IReceivables.Step(HoldingRecord.unwrap(record) >> STEP_AT & 0xf);
}

function depth(HoldingRecord record) pure returns (uint8) {
    return uint8(HoldingRecord.unwrap(record) >> DEPTH_AT & 0x3f);
}

function ruleVersion(HoldingRecord record) pure returns (uint16) {
    return uint16(HoldingRecord.unwrap(record) >> VERSION_AT);
}

/// @param flag One of the flags of this file.
function has(HoldingRecord record, uint256 flag) pure returns (bool) {
    return HoldingRecord.unwrap(record) & flag != 0;
}

/// @param flags One or more flags of this file.
function with(HoldingRecord record, uint256 flags) pure returns (HoldingRecord) {
    return HoldingRecord.wrap(HoldingRecord.unwrap(record) | flags);
}

/// @param flags One or more flags of this file.
function without(HoldingRecord record, uint256 flags) pure returns (HoldingRecord) {
    return HoldingRecord.wrap(HoldingRecord.unwrap(record) & ~flags);
}

function withHolder(HoldingRecord record, ParticipantId next) pure returns (HoldingRecord) {
    return _replace(record, 0, type(uint32).max, ParticipantId.unwrap(next));
}

/// @notice The same holding with another amount; one with nothing left is closed.
function withAmount(HoldingRecord record, uint64 next) pure returns (HoldingRecord) {
    HoldingRecord changed = _replace(record, AMOUNT_AT, type(uint64).max, next);
    return next == 0 ? changed.withPhase(IReceivables.Phase.Closed) : changed;
}

function withPhase(HoldingRecord record, IReceivables.Phase next) pure returns (HoldingRecord) {
    return _replace(record, PHASE_AT, 0x7, uint256(next));
}

/// @notice The same holding in the next hand. The rules allow at most 63 of them, so that the depth has room.
function passedTo(HoldingRecord record, ParticipantId next) pure returns (HoldingRecord) {
    unchecked {
        return HoldingRecord.wrap(HoldingRecord.unwrap(record.withHolder(next)) + (1 << DEPTH_AT));
    }
}

/// @notice The same holding waiting for somebody.
/// @param counterparty_ Whom the step concerns besides the holder; `NOBODY` keeps who is there.
/// @param pending_ Minor units that the step is about.
/// @param deadline_ Unix seconds at which the step ends by itself.
function inStep(
    HoldingRecord record,
    IReceivables.Step next,
    ParticipantId counterparty_,
    uint64 pending_,
    uint32 deadline_
) pure returns (HoldingRecord) {
    uint256 step_ = uint256(next) << STEP_AT | uint256(deadline_) << DEADLINE_AT | uint256(pending_) << PENDING_AT
        | uint256(ParticipantId.unwrap(counterparty_)) << COUNTERPARTY_AT;
    uint256 replaced = counterparty_ == NOBODY ? STEP_FIELDS : STEP_FIELDS | COUNTERPARTY_FIELD;
    return record.without(replaced).with(step_);
}

/// @notice The same holding waiting for nobody; it keeps its counterparty only where there is recourse to it.
function atRest(HoldingRecord record) pure returns (HoldingRecord) {
    return record.without(record.has(RECOURSE) ? STEP_FIELDS : STEP_FIELDS | COUNTERPARTY_FIELD);
}

/// @notice What a request for financing keeps of its wishes while it waits for offers.
function wishes(bool recourse, bool sealedOffers) pure returns (ParticipantId) {
    return ParticipantId.wrap((recourse ? RECOURSE_WELCOME : 0) | (sealedOffers ? SEALED_OFFERS : 0));
}

/// @notice Whether a request for financing welcomes offers with recourse.
function welcomesRecourse(HoldingRecord record) pure returns (bool) {
    return ParticipantId.unwrap(record.counterparty()) & RECOURSE_WELCOME != 0;
}

/// @notice Whether a request for financing wants the terms of its offers sealed.
function wantsSealedOffers(HoldingRecord record) pure returns (bool) {
    return ParticipantId.unwrap(record.counterparty()) & SEALED_OFFERS != 0;
}

function unpack(HoldingRecord record) pure returns (IReceivables.Holding memory) {
    return IReceivables.Holding({
        holder: record.holder(),
        counterparty: record.step() == IReceivables.Step.FinancingRequested ? NOBODY : record.counterparty(),
        amount: record.amount(),
        pending: record.pending(),
        deadline: record.deadline(),
        phase: record.phase(),
        step: record.step(),
        depth: record.depth(),
        financed: record.has(FINANCED),
        recourse: record.has(RECOURSE),
        recourseClaimed: record.has(RECOURSE_CLAIMED),
        defencesWaived: record.has(DEFENCES_WAIVED),
        disputed: record.has(DISPUTED),
        ruleVersion: record.ruleVersion()
    });
}

function _replace(HoldingRecord record, uint256 place, uint256 mask, uint256 value) pure returns (HoldingRecord) {
    return HoldingRecord.wrap(HoldingRecord.unwrap(record) & ~(mask << place) | value << place);
}
