// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../interfaces/IFinancing.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {HoldingRecord, FINANCED, RECOURSE, RESOLD} from "../types/HoldingRecord.sol";
import {InvoiceRecord} from "../types/InvoiceRecord.sol";
import {ParticipantId, NOBODY} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {Roles} from "../types/Roles.sol";
import {RuleRecord} from "../types/RuleRecord.sol";
import {DualControl} from "./DualControl.sol";
import {Exposures} from "./Exposures.sol";
import {FinancingHashing} from "./FinancingHashing.sol";
import {Holdings} from "./Holdings.sol";

/// @title From the financier's payment to the part that is its own
abstract contract Disbursements is IFinancing, Holdings, DualControl, Exposures {

    /// @inheritdoc IFinancing
    function declareDisbursement(DeclareDisbursement calldata intent, bytes calldata signature) external {
        ParticipantId financier = intent.financier;
        bytes32 digest = _authenticateAs(
            Roles.FINANCIER,
            Permissions.FUND,
            financier,
            FinancingHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        bytes32 receivable = intent.receivable;
        bytes32 id = intent.holding;
        HoldingRecord record = _holding(receivable, id);
        _requireStep(id, record, IReceivables.Step.OfferAccepted);
        if (record.counterparty() != financier) revert IReceivables.NotTheCounterparty(id, financier);
        _requireInTime(id, record);
        _requireAdvance(intent.amount, record.pending(), record.amount());
        InvoiceRecord invoice = _invoices[receivable];
        RuleRecord rules = _rules[record.ruleVersion()];
        _requireReferences(intent, record.ruleVersion(), rules);
        _requireJustification(intent.justification, invoice, rules);
        _requireTwo(financier, invoice.currency(), intent.amount, signature);

        // The seller has its full time to answer, even where it ends after the due date.
        record = record.inStep(
            IReceivables.Step.DisbursementDeclared,
            NOBODY,
            intent.amount,
            _after(rules.acknowledgementTime())
        );
        _holdings[receivable][id] = record;
        _emitDeclared(intent, digest, record);
    }

    /// @inheritdoc IFinancing
    function answerDisbursement(AnswerDisbursement calldata intent, bytes calldata signature) external {
        ParticipantId holder = intent.holder;
        bytes32 digest = _authenticateAs(
            0, Permissions.SETTLE, holder, FinancingHashing.hash(intent), intent.nonce, intent.deadline, signature
        );
        bytes32 receivable = intent.receivable;
        bytes32 id = intent.holding;
        bool received = intent.received;
        HoldingRecord record = _heldBy(holder, receivable, id);
        _requireAnswerable(id, record, received);
        if (intent.amount != record.pending()) revert AmountMismatch(id, record.pending());
        _requireReasonUnless(received, intent.reason);

        if (received) {
            record = _passToFinancier(receivable, id, record);
        } else {
            record = record.inStep(IReceivables.Step.DisbursementContested, NOBODY, intent.amount, 0);
            _holdings[receivable][id] = record;
        }
        emit DisbursementAnswered(
            receivable, id, holder, digest, record, received, intent.reason, intent.evidence
        );
    }

    /// @dev What a disbursement does that was received, or that nobody contested in time: the part is the financier's
    /// from now on, and saved so. With recourse, the counterparty is the seller who answers for it.
    function _passToFinancier(bytes32 receivable, bytes32 id, HoldingRecord record)
        internal
        returns (HoldingRecord passed)
    {
        ParticipantId seller = record.holder();
        if (record.has(FINANCED) && record.has(RECOURSE)) record = record.with(RESOLD);
        _release(seller, receivable, record, record.amount());
        passed = record.passedTo(record.counterparty()).with(FINANCED);
        passed = passed.inStep(IReceivables.Step.None, seller, 0, 0).atRest();
        _holdings[receivable][id] = passed;
    }

    /// @dev Money is at least one minor unit, whatever a sealed offer says.
    function _requireAdvance(uint64 advance, uint64 lowest, uint64 highest) internal pure {
        if (lowest == 0) lowest = 1;
        if (advance < lowest || advance > highest) revert AdvanceOutOfRange(advance, lowest, highest);
    }

    /// @dev What was contested once can only be acknowledged after all.
    function _requireAnswerable(bytes32 id, HoldingRecord record, bool received) private view {
        if (received && record.step() == IReceivables.Step.DisbursementContested) return;
        _requireStep(id, record, IReceivables.Step.DisbursementDeclared);
        _requireInTime(id, record);
    }

    function _requireReferences(DeclareDisbursement calldata intent, uint16 version, RuleRecord rules) private pure {
        _requireReference(intent.bankReference);
        uint256 registry = bytes(intent.registryReference).length;
        if (registry > MAX_REFERENCE_BYTES) revert ReferenceLengthOutOfRange(registry, MAX_REFERENCE_BYTES);
        if (registry == 0 && rules.needsRegistryReference()) revert RegistryReferenceRequired(version);
    }

    /// @dev The tenor of the financing: how long the financier's money is out. It is never negative, since an offer
    /// cannot be taken up after the due date.
    function _requireJustification(bytes32 justification, InvoiceRecord invoice, RuleRecord rules) private view {
        if (justification != 0) return;
        uint32 tenor = invoice.dueDate() - _today();
        if (tenor > rules.standardTenorDays()) revert JustificationRequired(tenor, rules.standardTenorDays());
    }

    function _emitDeclared(DeclareDisbursement calldata intent, bytes32 digest, HoldingRecord record) private {
        emit DisbursementDeclared(
            intent.receivable,
            intent.holding,
            intent.financier,
            digest,
            record,
            intent.valueDate,
            intent.bankReference,
            intent.evidence,
            intent.registryReference,
            intent.justification
        );
    }
}
