using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing.Invoices;

/// <summary>An invoice as its events have made it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Supplier">Who claims.</param>
/// <param name="Buyer">Who is to pay.</param>
/// <param name="Number">The invoice's number (BT-1).</param>
/// <param name="TypeCode">UNTDID 1001 code (BT-3).</param>
/// <param name="IssueDate">Date of issue (BT-2).</param>
/// <param name="DueDate">Date of maturity (BT-9).</param>
/// <param name="Currency">Three letters, as signed.</param>
/// <param name="Amount">Claimed minor units.</param>
/// <param name="DocumentHash">SHA-256 of the document.</param>
/// <param name="Submitted">Where it was submitted.</param>
/// <param name="SubmissionIntent">The intent that submitted it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Confirmed">Minor units that the buyer owes; 0 until confirmed.</param>
/// <param name="Opened">Where the confirmation opened the receivable; null until confirmed.</param>
/// <param name="RejectionReason">The buyer's reason; null unless rejected.</param>
/// <param name="Changed">Where the newest change was recorded; the submission when there was none.</param>
/// <param name="ChangeIntent">The intent that made the newest change.</param>
internal sealed record InvoiceRecord(
    InvoiceId Id,
    ParticipantId Supplier,
    ParticipantId Buyer,
    string Number,
    ushort TypeCode,
    EpochDay IssueDate,
    EpochDay DueDate,
    string Currency,
    ulong Amount,
    Hash32 DocumentHash,
    LogPosition Submitted,
    IntentHash SubmissionIntent,
    InvoiceState State,
    ulong Confirmed,
    LogPosition? Opened,
    string? RejectionReason,
    LogPosition Changed,
    IntentHash ChangeIntent);
