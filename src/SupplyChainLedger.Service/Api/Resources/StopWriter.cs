using SupplyChainLedger.Service.Indexing.Settlement;
using SupplyChainLedger.Service.Queries;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows the stops of obligors as the API has them.</summary>
internal static class StopWriter
{
    public static V1.Stop Write(IndexSnapshot snapshot, StopRecord record)
    {
        var stopped = snapshot.PlaceOf(record.Stopped);
        var lifted = snapshot.PlaceOf(record.Lifted?.At);
        return new V1.Stop
        {
            Obligor = snapshot.NameOf(record.Obligor),
            Holding = ResourceNames.Of(record.Holding),
            Receivable = ResourceNames.OfReceivable(record.Receivable),
            Stopping = stopped.Inclusion,
            StoppingIntent = stopped.Intent,
            Lifted = lifted is not null,
            LiftedBy = snapshot.NameOf(record.Lifted?.Operator),
            LiftReason = record.Lifted?.Reason ?? "",
            Lifting = lifted?.Inclusion,
            LiftingIntent = lifted?.Intent ?? "",
        };
    }
}
