using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Queries.Holdings;

/// <summary>One hand that a holding has passed through.</summary>
/// <param name="Holding">The holding that it was then.</param>
/// <param name="Participant">Who held it from then on.</param>
/// <param name="From">Who had it before: the obligor for the first tier.</param>
/// <param name="Kind">How it came about.</param>
/// <param name="Depth">How many hands it had passed through by then; the supplier is 0.</param>
/// <param name="Amount">Minor units that came to this tier.</param>
/// <param name="Document">SHA-256 of the invoice or the trade's document; zero where there is none.</param>
/// <param name="At">Where it came about.</param>
internal sealed record Tier(
    HoldingId Holding,
    ParticipantId Participant,
    ParticipantId From,
    TierKind Kind,
    int Depth,
    ulong Amount,
    Hash32 Document,
    LogPosition At);

/// <summary>How a holding came to a tier.</summary>
internal enum TierKind
{
    /// <summary>The obligor confirmed the invoice to its supplier.</summary>
    Confirmation = 1,

    /// <summary>The holder before paid with it.</summary>
    Transfer = 2,

    /// <summary>A financier bought it.</summary>
    Financing = 3,

    /// <summary>A seller bought it back after default.</summary>
    Repurchase = 4,

    /// <summary>The same holder, of whose holding a part became one of its own.</summary>
    Split = 5,
}
