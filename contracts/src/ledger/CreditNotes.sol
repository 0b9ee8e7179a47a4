// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../interfaces/ICorrections.sol";
import {IFinancing} from "../interfaces/IFinancing.sol";
import {IInvoices} from "../interfaces/IInvoices.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {Formats} from "../Formats.sol";
import {HoldingRecord} from "../types/HoldingRecord.sol";
import {InvoiceRecord} from "../types/InvoiceRecord.sol";
import {NOBODY} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {Roles} from "../types/Roles.sol";
import {CorrectionHashing} from "./CorrectionHashing.sol";
import {DualControl} from "./DualControl.sol";
import {Exposures} from "./Exposures.sol";
import {Holdings} from "./Holdings.sol";

/// @title Credit notes: the supplier takes back a part of what it has claimed
abstract contract CreditNotes is ICorrections, Holdings, DualControl, Exposures {
    /// @inheritdoc ICorrections
    function issueCreditNote(IssueCreditNote calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            Roles.SUPPLIER,
            Permissions.CLAIM,
            intent.supplier,
            CorrectionHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _holding(intent.receivable, intent.holding);
        InvoiceRecord invoice = _invoices[intent.receivable];
        if (invoice.supplier() != intent.supplier) {
            revert IInvoices.NotTheSupplier(intent.receivable, intent.supplier);
        }
        _requireNotPast(intent.holding, record, IReceivables.Phase.Overdue);
        _requireStep(intent.holding, record, IReceivables.Step.None);
        uint64 owed = record.amount();
        if (intent.amount == 0 || intent.amount > owed) revert IInvoices.AmountOutOfRange(intent.amount, owed);
        if (!Formats.isInvoiceNumber(intent.number)) revert IInvoices.MalformedNumber();
        _requireTwo(intent.supplier, invoice.currency(), intent.amount, signature);

        if (record.holder() == intent.supplier) {
            record = _lessened(intent.receivable, record, intent.amount);
        } else {
            uint32 until = _after(_rules[record.ruleVersion()].transferTime());
            record = record.inStep(IReceivables.Step.CreditNoteProposed, NOBODY, intent.amount, until);
        }
        _holdings[intent.receivable][intent.holding] = record;
        emit CreditNoteIssued(
            intent.receivable,
            intent.holding,
            intent.supplier,
            digest,
            record,
            intent.number,
            intent.amount,
            intent.documentHash
        );
    }

    /// @inheritdoc ICorrections
    function answerCreditNote(AnswerCreditNote calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            0,
            Permissions.MOVE,
            intent.holder,
            CorrectionHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _heldBy(intent.holder, intent.receivable, intent.holding);
        _requireStep(intent.holding, record, IReceivables.Step.CreditNoteProposed);
        _requireInTime(intent.holding, record);
        if (intent.amount != record.pending()) revert IFinancing.AmountMismatch(intent.holding, record.pending());
        _requireReasonUnless(intent.accepted, intent.reason);

        if (intent.accepted) {
            _requireTwo(intent.holder, _invoices[intent.receivable].currency(), intent.amount, signature);
            record = _lessened(intent.receivable, record, intent.amount);
        } else {
            record = record.atRest();
        }
        _holdings[intent.receivable][intent.holding] = record;
        emit CreditNoteAnswered(
            intent.receivable,
            intent.holding,
            intent.holder,
            digest,
            record,
            intent.amount,
            intent.accepted,
            intent.reason
        );
    }
}
