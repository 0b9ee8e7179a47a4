using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Indexing.Settlement;

/// <summary>An obligor that has missed a maturity and gets no new receivables.</summary>
/// <param name="Obligor">Who was stopped.</param>
/// <param name="Receivable">What it has not paid.</param>
/// <param name="Holding">Which part of it.</param>
/// <param name="Stopped">Where it was stopped.</param>
/// <param name="Lifted">How it ended; null while it is in force.</param>
internal sealed record StopRecord(
    ParticipantId Obligor, InvoiceId Receivable, HoldingId Holding, LogPosition Stopped, LiftedStop? Lifted);

/// <summary>How a stop ended.</summary>
/// <param name="Operator">Who lifted it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Where.</param>
internal sealed record LiftedStop(ParticipantId Operator, string Reason, LogPosition At);
