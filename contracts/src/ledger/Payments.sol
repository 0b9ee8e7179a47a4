// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../interfaces/IFinancing.sol";
import {IInvoices} from "../interfaces/IInvoices.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {Formats} from "../Formats.sol";
import {HoldingRecord, FINANCED, RECOURSE, RECOURSE_CLAIMED, RESOLD} from "../types/HoldingRecord.sol";
import {InvoiceRecord} from "../types/InvoiceRecord.sol";
import {ParticipantId, NOBODY} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {DualControl} from "./DualControl.sol";
import {Holdings} from "./Holdings.sol";
import {Exposures} from "./Exposures.sol";
import {SettlementHashing} from "./SettlementHashing.sol";

/// @title Payments between banks: declared by who owes, acknowledged or contested by who is owed
/// @dev A seller that buys its part back under recourse declares a payment too, in steps of its own.
abstract contract Payments is ISettlement, Holdings, DualControl, Exposures {
    /// @inheritdoc ISettlement
    function declarePayment(DeclarePayment calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            0,
            Permissions.SETTLE,
            intent.payer,
            SettlementHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _declared(intent, signature);
        _holdings[intent.receivable][intent.holding] = record;
        emit PaymentDeclared(
            intent.receivable,
            intent.holding,
            intent.payer,
            digest,
            record,
            intent.valueDate,
            intent.bankReference,
            intent.evidence
        );
    }

    /// @inheritdoc ISettlement
    function answerPayment(AnswerPayment calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            0,
            Permissions.SETTLE,
            intent.holder,
            SettlementHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _heldBy(intent.holder, intent.receivable, intent.holding);
        IReceivables.Step contested = _requireOpenPayment(intent.holding, record, intent.received);
        if (intent.amount != record.pending()) revert IFinancing.AmountMismatch(intent.holding, record.pending());
        _requireReasonUnless(intent.received, intent.reason);

        record = intent.received
            ? _received(intent.receivable, record)
            : record.inStep(contested, NOBODY, intent.amount, 0);
        _holdings[intent.receivable][intent.holding] = record;
        emit PaymentAnswered(
            intent.receivable,
            intent.holding,
            intent.holder,
            digest,
            record,
            intent.amount,
            intent.received,
            intent.reason,
            intent.evidence
        );
    }

    /// @inheritdoc ISettlement
    function setAccount(SetAccount calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            0,
            Permissions.ADMINISTER,
            intent.participant,
            SettlementHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        if (!Formats.isCurrency(intent.currency)) revert IInvoices.MalformedCurrency();
        _requireReference(intent.account);

        emit AccountSet(intent.participant, digest, intent.currency, intent.account);
    }

    /// @dev What follows from a payment that was acknowledged, or declared and not answered in time: the holding is
    /// less by it, or back with the seller, which from then on holds a debt in default without recourse.
    function _received(bytes32 receivable, HoldingRecord record) internal returns (HoldingRecord) {
        IReceivables.Step step = record.step();
        uint64 paid = record.pending();
        if (step == IReceivables.Step.PaymentDeclared || step == IReceivables.Step.PaymentContested) {
            return _lessened(receivable, record, paid);
        }
        _release(record.holder(), receivable, record, paid);
        return _boughtBack(receivable, record).without(RECOURSE | RECOURSE_CLAIMED | RESOLD).atRest();
    }

    /// @dev The holding is its seller's again, financed where it was when the seller had it.
    function _boughtBack(bytes32 receivable, HoldingRecord record) private returns (HoldingRecord) {
        ParticipantId seller = record.counterparty();
        if (!record.has(RESOLD)) return record.withHolder(seller).without(FINANCED);
        _bookBack(seller, receivable, record.amount());
        return record.withHolder(seller);
    }

    /// @dev The holding as it waits for its holder's answer.
    function _declared(DeclarePayment calldata intent, bytes calldata signature)
        private
        view
        returns (HoldingRecord record)
    {
        bytes32 id = intent.holding;
        record = _holding(intent.receivable, id);
        InvoiceRecord invoice = _invoices[intent.receivable];
        IReceivables.Step step = _stepOfPayer(id, record, invoice, intent.payer);
        _requireNotPast(id, record, IReceivables.Phase.Defaulted);
        _requireStep(id, record, IReceivables.Step.None);
        uint64 owed = record.amount();
        if (intent.amount == 0 || intent.amount > owed) revert IInvoices.AmountOutOfRange(intent.amount, owed);
        bool isRepurchase = step == IReceivables.Step.RepurchaseDeclared;
        if (isRepurchase && intent.amount != owed) revert IFinancing.AmountMismatch(id, owed);
        _requireReference(intent.bankReference);
        _requireTwo(intent.payer, invoice.currency(), intent.amount, signature);

        uint32 until = _after(_rules[record.ruleVersion()].acknowledgementTime());
        return record.inStep(step, NOBODY, intent.amount, until);
    }

    /// @dev The obligor owes every part; a seller, one with recourse that was claimed.
    function _stepOfPayer(bytes32 id, HoldingRecord record, InvoiceRecord invoice, ParticipantId payer)
        private
        pure
        returns (IReceivables.Step)
    {
        if (payer == invoice.buyer()) return IReceivables.Step.PaymentDeclared;
        if (!record.has(RECOURSE_CLAIMED) || payer != record.counterparty()) revert NotThePayer(id, payer);
        return IReceivables.Step.RepurchaseDeclared;
    }

    /// @dev A declared payment can be answered either way until its deadline, a contested one only acknowledged.
    /// @return contested The step that follows where the holder contests.
    function _requireOpenPayment(bytes32 id, HoldingRecord record, bool received)
        private
        view
        returns (IReceivables.Step contested)
    {
        IReceivables.Step step = record.step();
        if (step == IReceivables.Step.PaymentDeclared || step == IReceivables.Step.RepurchaseDeclared) {
            _requireInTime(id, record);
            return step == IReceivables.Step.PaymentDeclared
                ? IReceivables.Step.PaymentContested
                : IReceivables.Step.RepurchaseContested;
        }
        bool isContested = step == IReceivables.Step.PaymentContested || step == IReceivables.Step.RepurchaseContested;
        if (!isContested || !received) revert IReceivables.StepMismatch(id, step);
    }
}
