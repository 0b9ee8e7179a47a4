// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../interfaces/IFinancing.sol";
import {HoldingRecord, FINANCED, RECOURSE, TOUCHED} from "../types/HoldingRecord.sol";
import {InvoiceRecord} from "../types/InvoiceRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";
import {Arithmetic} from "./Arithmetic.sol";
import {Holdings} from "./Holdings.sol";

/// @title How much of an obligor each financier holds or has locked
/// @dev A financier's exposure is at every moment the sum of the parts that it holds `FINANCED` and of those that an
/// accepted offer of its own has locked. Whatever makes such a part smaller or takes it away releases as much.
abstract contract Exposures is Holdings {
    /// @dev An offer binds nothing yet, so two may be made for the same room; the first that is accepted takes it.
    function _requireRoom(ParticipantId financier, InvoiceRecord invoice, uint64 amount) internal view {
        _requireRoomIn(_exposureTo(financier, invoice), financier, invoice.buyer(), amount);
    }

    /// @dev Locks a part for a financier.
    function _book(ParticipantId financier, InvoiceRecord invoice, uint64 amount) internal {
        Exposure storage exposure_ = _exposureTo(financier, invoice);
        _requireRoomIn(exposure_, financier, invoice.buyer(), amount);
        exposure_.used += amount;
    }

    /// @dev Counts what a financier gets back, whether it wants it or not: to answer for it is its duty.
    function _bookBack(ParticipantId financier, bytes32 receivable, uint64 amount) internal {
        _exposureTo(financier, _invoices[receivable]).used += amount;
    }

    /// @dev Lowers the exposure of a holder by what it holds no longer; nothing to do where it did not finance it.
    /// @param record The holding before the change.
    function _release(ParticipantId holder, bytes32 receivable, HoldingRecord record, uint64 amount) internal {
        if (record.has(FINANCED)) _lower(holder, receivable, amount);
    }

    /// @dev A holding that is less by what was paid or credited: at rest, and its holder's exposure less by as much.
    function _lessened(bytes32 receivable, HoldingRecord record, uint64 by) internal returns (HoldingRecord) {
        _release(record.holder(), receivable, record, by);
        return record.atRest().withAmount(Arithmetic.less(record.amount(), by)).with(TOUCHED);
    }

    /// @dev Ends the lock of an accepted offer whose financier has not paid, and saves it: the part is at rest with
    /// its holder as it was before the request.
    function _unlock(bytes32 receivable, bytes32 id, HoldingRecord record) internal returns (HoldingRecord unlocked) {
        _lower(record.counterparty(), receivable, record.amount());
        unlocked = record.without(RECOURSE).atRest();
        _holdings[receivable][id] = unlocked;
    }

    function _lower(ParticipantId financier, bytes32 receivable, uint64 amount) private {
        Exposure storage exposure_ = _exposureTo(financier, _invoices[receivable]);
        exposure_.used = Arithmetic.less(exposure_.used, amount);
    }

    function _exposureTo(ParticipantId financier, InvoiceRecord invoice) private view returns (Exposure storage) {
        return _exposures[financier][invoice.buyer()][invoice.currency()];
    }

    function _requireRoomIn(Exposure storage exposure_, ParticipantId financier, ParticipantId obligor, uint64 wanted)
        private
        view
    {
        uint64 free = Arithmetic.room(exposure_.limit, exposure_.used);
        if (wanted > free) revert IFinancing.ExposureLimitExceeded(financier, obligor, wanted, free);
    }
}
