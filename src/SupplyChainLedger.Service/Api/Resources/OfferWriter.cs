using SupplyChainLedger.Service.Indexing.Financing;
using SupplyChainLedger.Service.Queries;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows offers as the API has them; sealed terms as they were sent.</summary>
internal static class OfferWriter
{
    public static V1.Offer Write(IndexSnapshot snapshot, OfferRecord record)
    {
        var placed = snapshot.PlaceOf(record.Placed);
        var changed = snapshot.PlaceOf(record.Ended) ?? placed;
        return new V1.Offer
        {
            Name = ResourceNames.Of(record.Id),
            Holding = ResourceNames.Of(record.Holding),
            Receivable = ResourceNames.OfReceivable(record.Receivable),
            Financier = snapshot.NameOf(record.Financier),
            Advance = record.SealedTerms.IsEmpty ? MoneyWriter.Write(record.Currency, record.Advance) : null,
            DiscountMillionths = record.Discount,
            Recourse = record.Recourse,
            Expiry = ChainWriter.Time(record.Expiry),
            SealedTerms = record.SealedTerms.ToArray().OrEmpty(),
            State = Write(record.State),
            Placement = placed.Inclusion,
            LastChange = changed.Inclusion,
            LastChangeIntent = changed.Intent,
        };
    }

    /// <summary>The state of a filter; null for all.</summary>
    public static OfferState? Read(V1.OfferState state) => state switch
    {
        V1.OfferState.Open => OfferState.Open,
        V1.OfferState.Withdrawn => OfferState.Withdrawn,
        V1.OfferState.Accepted => OfferState.Accepted,
        V1.OfferState.Lapsed => OfferState.Lapsed,
        _ => null,
    };

    private static V1.OfferState Write(OfferState state) => state switch
    {
        OfferState.Open => V1.OfferState.Open,
        OfferState.Withdrawn => V1.OfferState.Withdrawn,
        OfferState.Accepted => V1.OfferState.Accepted,
        OfferState.Lapsed => V1.OfferState.Lapsed,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An offer cannot stand there."),
    };
}
