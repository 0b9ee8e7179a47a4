// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../interfaces/ICorrections.sol";
import {IInvoices} from "../interfaces/IInvoices.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {HoldingRecord, TOUCHED} from "../types/HoldingRecord.sol";
import {InvoiceRecord} from "../types/InvoiceRecord.sol";
import {NOBODY} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {Roles} from "../types/Roles.sol";
import {CorrectionHashing} from "./CorrectionHashing.sol";
import {Holdings} from "./Holdings.sol";

/// @title Cancellation: supplier and buyer undo a receivable that nobody else has a part in
abstract contract Cancellation is ICorrections, Holdings {
    /// @inheritdoc ICorrections
    function requestCancellation(RequestCancellation calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            Roles.SUPPLIER,
            Permissions.CLAIM,
            intent.supplier,
            CorrectionHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _holding(intent.invoice, intent.invoice);
        if (_invoices[intent.invoice].supplier() != intent.supplier) {
            revert IInvoices.NotTheSupplier(intent.invoice, intent.supplier);
        }
        // Never touched, it is still the supplier's and whole.
        if (record.has(TOUCHED)) revert NotWhole(intent.invoice);
        _requireFree(intent.invoice, record);
        _requireReason(intent.reason);

        uint32 until = _after(_rules[record.ruleVersion()].transferTime());
        record = record.inStep(IReceivables.Step.CancellationRequested, NOBODY, 0, until);
        _holdings[intent.invoice][intent.invoice] = record;
        emit CancellationRequested(intent.invoice, intent.supplier, digest, record, intent.reason);
    }

    /// @inheritdoc ICorrections
    function answerCancellation(AnswerCancellation calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            Roles.BUYER,
            Permissions.OWE,
            intent.buyer,
            CorrectionHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _holding(intent.invoice, intent.invoice);
        InvoiceRecord invoice = _invoices[intent.invoice];
        if (invoice.buyer() != intent.buyer) revert IInvoices.NotTheBuyer(intent.invoice, intent.buyer);
        _requireStep(intent.invoice, record, IReceivables.Step.CancellationRequested);
        _requireInTime(intent.invoice, record);
        _requireReasonUnless(intent.accepted, intent.reason);

        record = record.atRest();
        if (intent.accepted) {
            record = record.withAmount(0);
            _invoices[intent.invoice] = invoice.withState(IInvoices.InvoiceState.Cancelled);
        }
        _holdings[intent.invoice][intent.invoice] = record;
        emit CancellationAnswered(
            intent.invoice, intent.buyer, digest, record, intent.accepted, intent.reason
        );
    }
}
