using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>How a holding passed from one holder to the next.</summary>
/// <param name="At">Where it passed.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Giver">Who had it.</param>
/// <param name="Taker">Who has it from then on.</param>
/// <param name="Amount">Minor units that passed.</param>
/// <param name="Cause">Why it passed.</param>
internal sealed record Endorsement(
    LogPosition At,
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Giver,
    ParticipantId Taker,
    ulong Amount,
    EndorsementCause Cause);

/// <summary>Why a holding passed to another holder.</summary>
internal enum EndorsementCause
{
    /// <summary>The recipient accepted it, as payment of a trade of its own.</summary>
    Transfer = 1,

    /// <summary>The financier paid for it.</summary>
    Financing = 2,

    /// <summary>The seller bought it back after default.</summary>
    Repurchase = 3,
}
