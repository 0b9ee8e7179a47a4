// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInvoices} from "../interfaces/IInvoices.sol";
import {ParticipantId} from "./ParticipantId.sol";

/// @notice An invoice as stored, in one word; zero where there is none. From the lowest bit:
/// supplier 32, buyer 32, amount 64, due date 32, currency 24, state 8.
/// Packed by hand, since the compiler would write a new record in several steps.
type InvoiceRecord is uint256;

using {exists, state, supplier, buyer, amount, dueDate, currency, withState, unpack} for InvoiceRecord global;

uint256 constant DUE_DATE_AT = 128;
uint256 constant CURRENCY_AT = 160;
uint256 constant STATE_AT = 184;

function newRecord(ParticipantId supplier_, ParticipantId buyer_, uint64 amount_, uint32 dueDate_, bytes3 currency_)
    pure
    returns (InvoiceRecord)
{
    uint256 parties = ParticipantId.unwrap(supplier_) | uint256(ParticipantId.unwrap(buyer_)) << 32;
    uint256 terms =
        uint256(amount_) << 64 | uint256(dueDate_) << DUE_DATE_AT | uint256(uint24(currency_)) << CURRENCY_AT;
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

/// @return Days since 1970-01-01.
function dueDate(InvoiceRecord record) pure returns (uint32) {
    return uint32(InvoiceRecord.unwrap(record) >> DUE_DATE_AT);
}

/// @return ISO 4217 code.
function currency(InvoiceRecord record) pure returns (bytes3) {
    return bytes3(uint24(InvoiceRecord.unwrap(record) >> CURRENCY_AT));
}

/// @dev Confirmed is not stored: a submitted invoice whose first holding exists is confirmed.
function state(InvoiceRecord record) pure returns (IInvoices.InvoiceState) {
    return IInvoices.InvoiceState(InvoiceRecord.unwrap(record) >> STATE_AT);
}

/// @notice The same invoice in another state.
function withState(InvoiceRecord record, IInvoices.InvoiceState next) pure returns (InvoiceRecord) {
    uint256 rest = InvoiceRecord.unwrap(record) & (1 << STATE_AT) - 1;
    return InvoiceRecord.wrap(rest | uint256(next) << STATE_AT);
}

function unpack(InvoiceRecord record) pure returns (IInvoices.Invoice memory) {
    return IInvoices.Invoice({
        supplier: record.supplier(),
        buyer: record.buyer(),
        state: record.state(),
        amount: record.amount(),
        dueDate: record.dueDate(),
        currency: record.currency()
    });
}
