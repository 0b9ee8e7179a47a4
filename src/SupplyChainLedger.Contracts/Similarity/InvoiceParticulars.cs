using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>What invoices are compared by: all that is on chain of one, whether it is recorded yet or not.</summary>
/// <param name="Supplier">Who claims.</param>
/// <param name="Buyer">Who is to pay.</param>
/// <param name="Number">The invoice's number (BT-1), as signed.</param>
/// <param name="IssueDate">Date of issue (BT-2).</param>
/// <param name="DueDate">Date of maturity (BT-9).</param>
/// <param name="Currency">Three letters, as signed.</param>
/// <param name="Amount">Claimed minor units.</param>
/// <param name="DocumentHash">SHA-256 of the document; zero where it is not known.</param>
public sealed record InvoiceParticulars(
    ParticipantId Supplier,
    ParticipantId Buyer,
    string Number,
    EpochDay IssueDate,
    EpochDay DueDate,
    string Currency,
    ulong Amount,
    Hash32 DocumentHash);
