using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Indexing.Financing;

/// <summary>A request for financing and what became of it. Amounts are minor units, times Unix seconds.</summary>
/// <param name="Holding">The part that was taken out for it; also the digest of the intent.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Parent">The holding it was taken out of.</param>
/// <param name="Requester">Who wants money for it.</param>
/// <param name="Obligor">Who owes it.</param>
/// <param name="Currency">Three letters.</param>
/// <param name="DueDate">When it is due.</param>
/// <param name="Amount">What the part is.</param>
/// <param name="LowestAdvance">The least money that the requester wants for it.</param>
/// <param name="OpenUntil">Until when an offer can be accepted.</param>
/// <param name="Recourse">Whether offers with recourse are welcome too.</param>
/// <param name="OfferKey">Compressed public key to seal offers with; empty where they are made in the open.</param>
/// <param name="Requested">Where it was requested.</param>
internal sealed record FinancingRecord(
    HoldingId Holding,
    InvoiceId Receivable,
    HoldingId Parent,
    ParticipantId Requester,
    ParticipantId Obligor,
    string Currency,
    EpochDay DueDate,
    ulong Amount,
    ulong LowestAdvance,
    uint OpenUntil,
    bool Recourse,
    ReadOnlyMemory<byte> OfferKey,
    LogPosition Requested)
{
    /// <summary>Where it stands.</summary>
    public FinancingState State { get; init; } = FinancingState.Requested;

    /// <summary>The accepted offer; null before one was.</summary>
    public AcceptedOffer? Accepted { get; init; }

    /// <summary>The financier's newest payment; null before it declared one.</summary>
    public Disbursement? Disbursement { get; init; }

    /// <summary>What the requester says against the payment; null where it never did.</summary>
    public Contest? Contest { get; init; }

    /// <summary>It was financed since the requester did not contest the payment in time.</summary>
    public bool BySilence { get; init; }

    /// <summary>Where it ended, one way or another; null while it waits for somebody.</summary>
    public LogPosition? Ended { get; init; }

    /// <summary>Where its newest change was recorded; the request itself when there was none.</summary>
    public LogPosition Changed =>
        Ended ?? Contest?.At ?? Disbursement?.Declared ?? Accepted?.At ?? Requested;
}
