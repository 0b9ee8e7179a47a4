using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Indexing.Financing;

/// <summary>What a financier offers for a part. Amounts are minor units, times Unix seconds.</summary>
/// <param name="Id">The digest of the intent that placed it.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The part.</param>
/// <param name="Financier">Who offers.</param>
/// <param name="Requester">Who asked for it.</param>
/// <param name="Obligor">Who owes the part.</param>
/// <param name="Currency">Three letters.</param>
/// <param name="Amount">What the part is.</param>
/// <param name="Advance">Money paid out; 0 where the terms are sealed.</param>
/// <param name="Discount">Price in millionths of the amount a year; 0 where the terms are sealed.</param>
/// <param name="Recourse">Whether the requester answers for the obligor.</param>
/// <param name="Expiry">Until when it can be accepted.</param>
/// <param name="SealedTerms">The terms, encrypted to the requester; empty where they are open.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Placed">Where it was placed.</param>
/// <param name="Ended">Where it was accepted, withdrawn or lapsed; null while it is open.</param>
internal sealed record OfferRecord(
    OfferId Id,
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Financier,
    ParticipantId Requester,
    ParticipantId Obligor,
    string Currency,
    ulong Amount,
    ulong Advance,
    uint Discount,
    bool Recourse,
    ulong Expiry,
    ReadOnlyMemory<byte> SealedTerms,
    OfferState State,
    LogPosition Placed,
    LogPosition? Ended);

/// <summary>Where an offer stands. That its time has passed is not an event: see its expiry.</summary>
internal enum OfferState
{
    /// <summary>It can be accepted until it expires.</summary>
    Open = 1,

    /// <summary>The requester took it.</summary>
    Accepted = 2,

    /// <summary>The financier took it back.</summary>
    Withdrawn = 3,

    /// <summary>Another one was accepted, or the request ended without any.</summary>
    Lapsed = 4,
}
