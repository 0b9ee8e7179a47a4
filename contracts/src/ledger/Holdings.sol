// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../interfaces/IFinancing.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {IInvoices} from "../interfaces/IInvoices.sol";
import {HoldingRecord, RECOURSE, TOUCHED} from "../types/HoldingRecord.sol";
import {InvoiceRecord} from "../types/InvoiceRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";
import {RuleRecord} from "../types/RuleRecord.sol";
import {Arithmetic} from "./Arithmetic.sol";
import {LedgerState} from "./LedgerState.sol";

/// @title Finding, checking and splitting holdings: what all actions on them share
abstract contract Holdings is LedgerState {
    uint256 private constant MAX_REASON_BYTES = 200;
    uint256 internal constant MAX_REFERENCE_BYTES = 64;

    function _holding(bytes32 receivable, bytes32 id) internal view returns (HoldingRecord record) {
        record = _holdings[receivable][id];
        if (!record.exists()) revert IReceivables.HoldingNotFound(id);
    }

    function _heldBy(ParticipantId holder, bytes32 receivable, bytes32 id)
        internal
        view
        returns (HoldingRecord record)
    {
        record = _holding(receivable, id);
        if (record.holder() != holder) revert IReceivables.NotTheHolder(id, holder);
    }

    /// @dev Held, not yet due, and waiting for nobody: what can be offered, moved and split.
    function _requireFree(bytes32 id, HoldingRecord record) internal pure {
        _requirePhase(id, record, IReceivables.Phase.Held);
        _requireStep(id, record, IReceivables.Step.None);
    }

    /// @dev Free, and not passed through as many hands as it may yet.
    function _requireMovable(bytes32 id, HoldingRecord record, RuleRecord rules) internal pure {
        _requireFree(id, record);
        if (record.depth() >= rules.maxHands()) revert IReceivables.TooManyHands(id, rules.maxHands());
    }

    function _requirePhase(bytes32 id, HoldingRecord record, IReceivables.Phase phase) internal pure {
        if (record.phase() != phase) revert IReceivables.PhaseMismatch(id, record.phase());
    }

    /// @dev Still owed, and not further in its life than this.
    function _requireNotPast(bytes32 id, HoldingRecord record, IReceivables.Phase last) internal pure {
        if (record.phase() > last) revert IReceivables.PhaseMismatch(id, record.phase());
    }

    function _requireStep(bytes32 id, HoldingRecord record, IReceivables.Step step) internal pure {
        if (record.step() != step) revert IReceivables.StepMismatch(id, record.step());
    }

    /// @dev On the due date itself it can still be passed on.
    function _requireNotDue(bytes32 receivable, InvoiceRecord invoice) internal view {
        uint32 dueDate = invoice.dueDate();
        if (_today() > dueDate) revert IReceivables.DueDateReached(receivable, dueDate);
    }

    /// @dev An answer counts until the deadline, and the deadline's own rule from the second after.
    function _requireInTime(bytes32 id, HoldingRecord record) internal view {
        if (block.timestamp > record.deadline()) revert IReceivables.StepEnded(id, record.deadline());
    }

    /// @dev Takes a part out of a free holding; the caller puts it in its step and saves both.
    /// @return rest What stays, closed when it is nothing.
    /// @return part As the whole was, with its own amount.
    function _split(bytes32 id, HoldingRecord whole, uint64 amount, RuleRecord rules)
        internal
        pure
        returns (HoldingRecord rest, HoldingRecord part)
    {
        if (whole.has(RECOURSE)) revert IReceivables.HeldWithRecourse(id);
        uint64 left = Arithmetic.split(whole.amount(), amount, rules.smallestPart());
        whole = whole.with(TOUCHED);
        rest = whole.withAmount(left);
        part = whole.withAmount(amount);
    }

    function _requireReason(string calldata reason) internal pure {
        uint256 length = bytes(reason).length;
        if (length == 0 || length > MAX_REASON_BYTES) {
            revert IInvoices.ReasonLengthOutOfRange(length, MAX_REASON_BYTES);
        }
    }

    /// @dev A refusal says why; consent says nothing.
    function _requireReasonUnless(bool consents, string calldata reason) internal pure {
        if (!consents) return _requireReason(reason);
        if (bytes(reason).length != 0) revert IInvoices.ReasonLengthOutOfRange(bytes(reason).length, 0);
    }

    /// @dev What finds a payment at a bank, or the account that it goes to.
    function _requireReference(string calldata text) internal pure {
        uint256 length = bytes(text).length;
        if (length == 0 || length > MAX_REFERENCE_BYTES) {
            revert IFinancing.ReferenceLengthOutOfRange(length, MAX_REFERENCE_BYTES);
        }
    }

    /// @dev Days since 1970-01-01, UTC.
    function _today() internal view returns (uint32) {
        return uint32(block.timestamp / 1 days);
    }

    /// @dev The deadline of a step that lasts this long.
    function _after(uint32 time) internal view returns (uint32) {
        unchecked {
            return uint32(block.timestamp + time);
        }
    }

    /// @dev The deadline of a step that lasts this long, and no longer than the due date.
    function _until(uint32 time, InvoiceRecord invoice) internal view returns (uint32) {
        uint256 end = _endOfDueDate(invoice);
        uint256 wanted = _after(time);
        return uint32(wanted < end ? wanted : end);
    }

    /// @dev The last second of the due date.
    function _endOfDueDate(InvoiceRecord invoice) internal pure returns (uint256) {
        unchecked {
            return (uint256(invoice.dueDate()) + 1) * 1 days - 1;
        }
    }
}
