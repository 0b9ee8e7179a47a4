using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Indexing.Receivables;

/// <summary>
/// A receivable as its events have made it. At every moment <c>Confirmed = Outstanding + Paid + Credited + WrittenOff +
/// Cancelled</c>, and <c>Outstanding</c> is the sum of its holdings. Amounts are minor units.
/// </summary>
/// <param name="Id">The invoice's id.</param>
/// <param name="Supplier">Who claimed it.</param>
/// <param name="Obligor">Who owes it.</param>
/// <param name="Currency">Three letters, as signed.</param>
/// <param name="DueDate">When it is due.</param>
/// <param name="RuleVersion">The version of the rules that it lives by.</param>
/// <param name="Irrevocable">The obligor will not ask for its promise back.</param>
/// <param name="DefencesWaived">The obligor cannot dispute it.</param>
/// <param name="Confirmed">What the obligor promised.</param>
/// <param name="Outstanding">What all holders are owed.</param>
/// <param name="Paid">What the obligor has paid.</param>
/// <param name="Credited">What credit notes and disputes have taken away.</param>
/// <param name="WrittenOff">What holders have given up.</param>
/// <param name="Recovered">What came in after all of what was written off; no part of the sum.</param>
/// <param name="Cancelled">What supplier and obligor undid together: nothing or all.</param>
/// <param name="Opened">Where it was confirmed.</param>
/// <param name="Changed">Where the newest change of any of its holdings was recorded.</param>
internal sealed record ReceivableRecord(
    InvoiceId Id,
    ParticipantId Supplier,
    ParticipantId Obligor,
    string Currency,
    EpochDay DueDate,
    ushort RuleVersion,
    bool Irrevocable,
    bool DefencesWaived,
    ulong Confirmed,
    ulong Outstanding,
    ulong Paid,
    ulong Credited,
    ulong WrittenOff,
    ulong Recovered,
    ulong Cancelled,
    LogPosition Opened,
    LogPosition Changed);
