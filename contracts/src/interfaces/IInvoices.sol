// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {HoldingRecord} from "../types/HoldingRecord.sol";
import {ParticipantId} from "../types/ParticipantId.sol";

/// @title Invoices: submitted by the supplier, then confirmed or rejected by the buyer, or withdrawn
/// @notice Amounts are whole minor units of the currency (ISO 4217), dates are days since 1970-01-01,
/// deadlines are Unix seconds. The order of each struct's fields is the order of its EIP-712 type.
interface IInvoices {
    enum InvoiceState {
        None,
        Submitted,
        Confirmed,
        Rejected,
        Withdrawn,
        Cancelled
    }

    /// @notice An invoice as the contract keeps it, in one storage slot. What the buyer owes is in its holdings.
    /// @dev Cancelled: confirmed, and undone by supplier and buyer together.
    struct Invoice {
        ParticipantId supplier;
        ParticipantId buyer;
        InvoiceState state;
        uint64 amount;
        uint32 dueDate;
        bytes3 currency;
    }

    /// @param number The supplier's number (BT-1): 1 to 64 bytes with no blank or control byte at its ends.
    /// @param typeCode Invoice type (BT-3, UNTDID 1001): any but 0 and the credit notes 381 and 396.
    /// @param issueDate Day of issue (BT-2), after 1970-01-01.
    /// @param dueDate Day on which payment is due (BT-9), from the day of issue to 9999-12-31.
    /// @param currency ISO 4217 code (BT-5): three capital letters.
    /// @param amount Amount due (BT-115): 1 to 2^63 - 1.
    /// @param documentHash SHA-256 of the document's bytes.
    struct SubmitInvoice {
        ParticipantId supplier;
        ParticipantId buyer;
        string number;
        uint16 typeCode;
        uint32 issueDate;
        uint32 dueDate;
        string currency;
        uint64 amount;
        bytes32 documentHash;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param amount What the buyer promises to pay: 1 to the invoice's amount.
    /// @param irrevocable The buyer will not ask for its promise back.
    /// @param defencesWaived The buyer will pay every holder, whatever it may hold against the supplier: no disputes.
    struct ConfirmInvoice {
        ParticipantId buyer;
        bytes32 invoice;
        uint64 amount;
        bool irrevocable;
        bool defencesWaived;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param reason Why the buyer does not owe it: 1 to 200 bytes.
    struct RejectInvoice {
        ParticipantId buyer;
        bytes32 invoice;
        string reason;
        uint256 nonce;
        uint64 deadline;
    }

    struct WithdrawInvoice {
        ParticipantId supplier;
        bytes32 invoice;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param intent EIP-712 digest of the intent that did it; the same in all events of actions.
    event InvoiceSubmitted(
        bytes32 indexed invoice,
        ParticipantId indexed supplier,
        ParticipantId indexed buyer,
        bytes32 intent,
        string number,
        uint16 typeCode,
        uint32 issueDate,
        uint32 dueDate,
        string currency,
        uint64 amount,
        bytes32 documentHash
    );
    /// @param record The first holding of the receivable, whose id is the invoice's own.
    event InvoiceConfirmed(
        bytes32 indexed invoice, ParticipantId indexed buyer, bytes32 intent, HoldingRecord record, bool irrevocable
    );
    event InvoiceRejected(bytes32 indexed invoice, ParticipantId indexed buyer, bytes32 intent, string reason);
    event InvoiceWithdrawn(bytes32 indexed invoice, ParticipantId indexed supplier, bytes32 intent);

    /// @notice The supplier has submitted this number, date and type before; the id stays taken for ever.
    error InvoiceAlreadyExists(bytes32 invoice);
    /// @notice No invoice has this id.
    error InvoiceNotFound(bytes32 invoice);
    /// @notice The invoice is confirmed, rejected, withdrawn or cancelled already.
    error InvoiceNotOpen(bytes32 invoice, InvoiceState state);
    /// @notice The participant is not the buyer of the invoice.
    error NotTheBuyer(bytes32 invoice, ParticipantId participant);
    /// @notice The participant is not the supplier of the invoice.
    error NotTheSupplier(bytes32 invoice, ParticipantId participant);
    /// @notice Supplier and buyer are the same participant.
    error BuyerIsSupplier(ParticipantId participant);
    /// @notice The amount is not 1 to `max` minor units.
    error AmountOutOfRange(uint64 amount, uint64 max);
    /// @notice The number is not 1 to 64 bytes, or has a blank or control byte at its ends.
    error MalformedNumber();
    /// @notice The currency is not three capital letters.
    error MalformedCurrency();
    /// @notice The document is not an invoice: no type, or a credit note (381, 396).
    error NotAnInvoiceType(uint16 typeCode);
    /// @notice There is no issue date, or the due date is before it or after 9999-12-31.
    error DatesOutOfOrder(uint32 issueDate, uint32 dueDate);
    /// @notice The reason is not 1 to 200 bytes long.
    error ReasonLengthOutOfRange(uint256 length, uint256 max);

    /// @notice The supplier states that the buyer owes it an invoice.
    /// @return invoice `keccak256(abi.encode(supplier, keccak256(bytes(number)), issueDate, typeCode))`.
    function submitInvoice(SubmitInvoice calldata intent, bytes calldata signature) external returns (bytes32 invoice);

    /// @notice The buyer promises to pay the whole or a part of the invoice on its due date: the receivable is born,
    /// held by the supplier, under the rules in force.
    function confirmInvoice(ConfirmInvoice calldata intent, bytes calldata signature) external;

    /// @notice The buyer states that it does not owe the invoice.
    function rejectInvoice(RejectInvoice calldata intent, bytes calldata signature) external;

    /// @notice The supplier takes the invoice back, before the buyer has answered.
    function withdrawInvoice(WithdrawInvoice calldata intent, bytes calldata signature) external;

    /// @notice An invoice as it stands; its state is `None` where the id was never taken.
    function invoice(bytes32 id) external view returns (Invoice memory);
}
