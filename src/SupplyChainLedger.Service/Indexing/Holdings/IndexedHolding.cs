using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>A holding as its events have made it.</summary>
/// <param name="Id">Its id; the receivable's own for the first one.</param>
/// <param name="Receivable">The receivable of which it is a part.</param>
/// <param name="Parent">The holding it was taken out of; null for the first one.</param>
/// <param name="Record">How it stands, as the contract keeps it.</param>
/// <param name="Supplier">Who claimed the invoice.</param>
/// <param name="Obligor">Who owes it.</param>
/// <param name="Currency">Three letters, as signed.</param>
/// <param name="DueDate">When it is due.</param>
/// <param name="Opened">Where it began.</param>
/// <param name="OpeningIntent">The intent that made it.</param>
/// <param name="OpeningAmount">Minor units that it began with.</param>
/// <param name="Changed">Where the newest change was recorded; where it began when there was none.</param>
/// <param name="ChangeIntent">The intent that made the newest change.</param>
internal sealed record IndexedHolding(
    HoldingId Id,
    InvoiceId Receivable,
    HoldingId? Parent,
    HoldingRecord Record,
    ParticipantId Supplier,
    ParticipantId Obligor,
    string Currency,
    EpochDay DueDate,
    LogPosition Opened,
    IntentHash OpeningIntent,
    ulong OpeningAmount,
    LogPosition Changed,
    IntentHash ChangeIntent)
{
    /// <summary>Whom the step concerns or who answers for it; null where there is nobody.</summary>
    public ParticipantId? Counterparty => Record.Counterparty.Value == 0 ? null : Record.Counterparty;

    /// <summary>Who is to pay it: the obligor, or the seller who answers for it once the holder has called upon it.
    /// </summary>
    public ParticipantId Payer => Record.RecourseClaimed ? Record.Counterparty : Obligor;
}
