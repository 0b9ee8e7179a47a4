// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInvoices} from "../interfaces/IInvoices.sol";
import {ParticipantId} from "./ParticipantId.sol";

/// @notice An invoice as stored, in one word; zero where there is none. From the lowest bit:
/// supplier 32, buyer 32, amount 64, confirmed 64, due date 32, currency 24, state 8.
/// Packed by hand, since the compiler would write a new record in several steps.
type InvoiceRecord is uint256;

using {exists, state, supplier, buyer, amount, withState, withConfirmed, unpack} for InvoiceRecord global;

uint256 constant STATE_AT = 248;
uint256 constant CONFIRMED_AT = 128;

function newRecord(ParticipantId supplier_, ParticipantId buyer_, uint64 amount_, uint32 dueDate, bytes3 currency)
    pure
    returns (InvoiceRecord)
{
    uint256 parties = ParticipantId.unwrap(supplier_) | uint256(ParticipantId.unwrap(buyer_)) << 32;
    uint256 terms = uint256(amount_) << 64 | uint256(dueDate) << 192 | uint256(uint24(currency)) << 224;
    return InvoiceRecord.wrap(parties | terms | uint256(IInvoices.InvoiceState.Submitted) << STATE_AT);
}

function exists(InvoiceRecord record) pure returns (bool) {
    return InvoiceRecord.unwrap(record) != 0;
}

function supplier(InvoiceRecord record) pure returns (ParticipantId) {
    return ParticipantId.wrap(uint32(InvoiceRecord.unwrap(record)));
}

function buyer(InvoiceRecord record) pure returns (ParticipantId) {
    return ParticipantId.wrap(uint32(InvoiceRecord.unwrap(record) >> 32));
}

function amount(InvoiceRecord record) pure returns (uint64) {
    return uint64(InvoiceRecord.unwrap(record) >> 64);
}

function state(InvoiceRecord record) pure returns (IInvoices.InvoiceState) {
    return IInvoices.InvoiceState(InvoiceRecord.unwrap(record) >> STATE_AT);
}

/// @notice The same invoice in another state.
function withState(InvoiceRecord record, IInvoices.InvoiceState next) pure returns (InvoiceRecord) {
    uint256 rest = InvoiceRecord.unwrap(record) & (1 << STATE_AT) - 1;
    return InvoiceRecord.wrap(rest | uint256(next) << STATE_AT);
}

/// @notice The same invoice, confirmed for an amount; it must not have been confirmed before.
function withConfirmed(InvoiceRecord record, uint64 confirmed) pure returns (InvoiceRecord) {
    uint256 word = InvoiceRecord.unwrap(record.withState(IInvoices.InvoiceState.Confirmed));
    return InvoiceRecord.wrap(word | uint256(confirmed) << CONFIRMED_AT);
}

function unpack(InvoiceRecord record) pure returns (IInvoices.Invoice memory) {
    uint256 word = InvoiceRecord.unwrap(record);
    return IInvoices.Invoice({
        supplier: record.supplier(),
        buyer: record.buyer(),
        state: record.state(),
        amount: record.amount(),
        confirmed: uint64(word >> CONFIRMED_AT),
        dueDate: uint32(word >> 192),
        currency: bytes3(uint24(word >> 224))
    });
}
