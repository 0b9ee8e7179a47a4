// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInvoices} from "../interfaces/IInvoices.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {Formats} from "../Formats.sol";
import {HoldingRecord, newHolding} from "../types/HoldingRecord.sol";
import {InvoiceRecord, newRecord} from "../types/InvoiceRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {Roles} from "../types/Roles.sol";
import {RuleRecord} from "../types/RuleRecord.sol";
import {Standing} from "../types/Standing.sol";
import {DualControl} from "./DualControl.sol";
import {Holdings} from "./Holdings.sol";
import {InvoiceHashing} from "./InvoiceHashing.sol";
import {RuleBook} from "./RuleBook.sol";
import {StructHash} from "./StructHash.sol";

/// @title From the supplier's claim to the buyer's answer
abstract contract Invoices is IInvoices, Holdings, RuleBook, DualControl {
    /// @dev So that sums of amounts and signed differences of them fit well-known integer types everywhere.
    uint64 private constant MAX_AMOUNT = uint64(type(int64).max);

    /// @dev 9999-12-31, the last date that calendars everywhere can show.
    uint32 private constant LAST_DAY = 2_932_896;

    /// @dev UNTDID 1001.
    uint16 private constant CREDIT_NOTE = 381;
    uint16 private constant FACTORED_CREDIT_NOTE = 396;

    /// @inheritdoc IInvoices
    function submitInvoice(SubmitInvoice calldata intent, bytes calldata signature) external returns (bytes32 id) {
        ParticipantId supplier = intent.supplier;
        ParticipantId buyer = intent.buyer;
        string calldata number = intent.number;
        string calldata currency = intent.currency;
        bytes32 numberHash = StructHash.text(number);
        bytes32 structHash = InvoiceHashing.hash(intent, numberHash, StructHash.text(currency));
        (bytes32 digest, Standing ofSupplier, Standing ofBuyer) =
            _authenticate(Permissions.CLAIM, supplier, buyer, structHash, intent.nonce, intent.deadline, signature);
        _requireRole(supplier, ofSupplier, Roles.SUPPLIER);
        _requireRole(buyer, ofBuyer, Roles.BUYER);

        uint16 typeCode = intent.typeCode;
        uint32 issueDate = intent.issueDate;
        uint32 dueDate = intent.dueDate;
        uint64 amount = intent.amount;
        if (supplier == buyer) revert BuyerIsSupplier(buyer);
        if (!Formats.isInvoiceNumber(number)) revert MalformedNumber();
        if (!_isInvoiceType(typeCode)) revert NotAnInvoiceType(typeCode);
        if (issueDate == 0 || dueDate < issueDate || dueDate > LAST_DAY) revert DatesOutOfOrder(issueDate, dueDate);
        if (!Formats.isCurrency(currency)) revert MalformedCurrency();
        if (amount == 0 || amount > MAX_AMOUNT) revert AmountOutOfRange(amount, MAX_AMOUNT);

        id = InvoiceHashing.invoiceId(supplier, numberHash, issueDate, typeCode);
        if (_invoices[id].exists()) revert InvoiceAlreadyExists(id);

        _invoices[id] = newRecord(supplier, buyer, amount, dueDate, bytes3(bytes(currency)));
        emit InvoiceSubmitted(
            id, supplier, buyer, digest, number, typeCode, issueDate, dueDate, currency, amount, intent.documentHash
        );
    }

    /// @inheritdoc IInvoices
    function confirmInvoice(ConfirmInvoice calldata intent, bytes calldata signature) external {
        ParticipantId buyer = intent.buyer;
        bytes32 id = intent.invoice;
        bytes32 digest = _authenticateAs(
            Roles.BUYER,
            Permissions.OWE,
            buyer,
            InvoiceHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        InvoiceRecord record = _openForBuyer(id, buyer);
        uint64 amount = intent.amount;
        if (amount == 0 || amount > record.amount()) revert AmountOutOfRange(amount, record.amount());
        if (_stopped[buyer]) revert ISettlement.ObligorIsStopped(buyer);
        bytes3 currency = record.currency();
        (uint16 version, RuleRecord rules) = _rulesInForce();
        _requireCurrency(currency, version, rules);
        _requireTenor(record.dueDate(), rules);
        _requireTwo(buyer, currency, amount, signature);

        HoldingRecord root = newHolding(record.supplier(), amount, version, intent.defencesWaived);
        _holdings[id][id] = root;
        emit InvoiceConfirmed(id, buyer, digest, root, intent.irrevocable);
    }

    /// @inheritdoc IInvoices
    function rejectInvoice(RejectInvoice calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            Roles.BUYER,
            Permissions.OWE,
            intent.buyer,
            InvoiceHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        InvoiceRecord record = _openForBuyer(intent.invoice, intent.buyer);
        _requireReason(intent.reason);

        _invoices[intent.invoice] = record.withState(InvoiceState.Rejected);
        emit InvoiceRejected(intent.invoice, intent.buyer, digest, intent.reason);
    }

    /// @inheritdoc IInvoices
    function withdrawInvoice(WithdrawInvoice calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            Roles.SUPPLIER,
            Permissions.CLAIM,
            intent.supplier,
            InvoiceHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        InvoiceRecord record = _existing(intent.invoice);
        if (record.supplier() != intent.supplier) revert NotTheSupplier(intent.invoice, intent.supplier);
        _requireOpen(intent.invoice, record);

        _invoices[intent.invoice] = record.withState(InvoiceState.Withdrawn);
        emit InvoiceWithdrawn(intent.invoice, intent.supplier, digest);
    }

    /// @inheritdoc IInvoices
    function invoice(bytes32 id) external view returns (Invoice memory shown) {
        InvoiceRecord record = _invoices[id];
        shown = record.unpack();
        shown.state = _stateOf(id, record);
    }

    function _isInvoiceAction(bytes4 selector) internal pure returns (bool) {
        return selector == IInvoices.submitInvoice.selector || selector == IInvoices.confirmInvoice.selector
            || selector == IInvoices.rejectInvoice.selector || selector == IInvoices.withdrawInvoice.selector;
    }

    function _openForBuyer(bytes32 id, ParticipantId buyer) private view returns (InvoiceRecord record) {
        record = _existing(id);
        if (record.buyer() != buyer) revert NotTheBuyer(id, buyer);
        _requireOpen(id, record);
    }

    function _existing(bytes32 id) private view returns (InvoiceRecord record) {
        record = _invoices[id];
        if (!record.exists()) revert InvoiceNotFound(id);
    }

    function _requireOpen(bytes32 id, InvoiceRecord record) private view {
        InvoiceState state = _stateOf(id, record);
        if (state != InvoiceState.Submitted) revert InvoiceNotOpen(id, state);
    }

    /// @dev The first holding says that it was confirmed, so that confirming need not write the invoice too.
    function _stateOf(bytes32 id, InvoiceRecord record) private view returns (InvoiceState state) {
        state = record.state();
        if (state == InvoiceState.Submitted && _holdings[id][id].exists()) state = InvoiceState.Confirmed;
    }

    function _isInvoiceType(uint16 typeCode) private pure returns (bool) {
        return typeCode != 0 && typeCode != CREDIT_NOTE && typeCode != FACTORED_CREDIT_NOTE;
    }
}
