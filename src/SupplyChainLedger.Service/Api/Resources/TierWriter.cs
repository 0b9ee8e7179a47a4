using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Holdings;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows the tiers that a holding has passed through as the API has them.</summary>
internal static class TierWriter
{
    /// <param name="snapshot">Where it was read.</param>
    /// <param name="tier">The tier.</param>
    /// <param name="currency">Three letters.</param>
    public static V1.Tier Write(IndexSnapshot snapshot, Tier tier, string currency)
    {
        var act = snapshot.Events.ActAt(tier.At);
        return new V1.Tier
        {
            Holding = ResourceNames.Of(tier.Holding),
            Participant = snapshot.NameOf(tier.Participant),
            FromParticipant = snapshot.NameOf(tier.From),
            Kind = (V1.TierKind)tier.Kind,
            Depth = (uint)tier.Depth,
            Amount = MoneyWriter.Write(currency, tier.Amount),
            Date = ChainWriter.DayOf(act.At.Block.Timestamp).ToApi(),
            DocumentHash = tier.Document.OrEmpty(),
            Inclusion = act.At.ToApi(snapshot.Head.FinalBlock),
            Intent = act.Intent is { } intent ? ResourceNames.Of(intent) : "",
        };
    }
}
