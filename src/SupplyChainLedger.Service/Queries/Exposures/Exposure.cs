using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Queries.Exposures;

/// <summary>How much of an obligor a financier wants to hold, and how much it does. Amounts are minor units.</summary>
/// <param name="Financier">The financier.</param>
/// <param name="Obligor">The obligor.</param>
/// <param name="Currency">Three letters.</param>
/// <param name="Limit">The most that it wants.</param>
/// <param name="Used">What it holds through financing, or has locked by an accepted offer.</param>
/// <param name="Changed">Where the limit was set.</param>
internal sealed record Exposure(
    ParticipantId Financier, ParticipantId Obligor, string Currency, ulong Limit, ulong Used, LogPosition Changed)
{
    /// <summary>What it may still take on; 0 where the limit was lowered below what is used.</summary>
    public ulong Free => Limit > Used ? Limit - Used : 0;
}
