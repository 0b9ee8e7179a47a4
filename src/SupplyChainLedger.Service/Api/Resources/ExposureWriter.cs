using SupplyChainLedger.Service.Queries;
using Exposure = SupplyChainLedger.Service.Queries.Exposures.Exposure;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows exposures as the API has them.</summary>
internal static class ExposureWriter
{
    public static V1.Exposure Write(IndexSnapshot snapshot, Exposure exposure)
    {
        var changed = snapshot.PlaceOf(exposure.Changed);
        return new V1.Exposure
        {
            Financier = snapshot.NameOf(exposure.Financier),
            Obligor = snapshot.NameOf(exposure.Obligor),
            Limit = MoneyWriter.Write(exposure.Currency, exposure.Limit),
            Used = MoneyWriter.Write(exposure.Currency, exposure.Used),
            Free = MoneyWriter.Write(exposure.Currency, exposure.Free),
            LastChange = changed.Inclusion,
            LastChangeIntent = changed.Intent,
        };
    }
}
