using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows where something was recorded, and by which intent.</summary>
internal static class PlaceWriter
{
    /// <summary>The place of an event that a record names.</summary>
    public static Place PlaceOf(this IndexSnapshot snapshot, LogPosition position)
    {
        var act = snapshot.Events.ActAt(position);
        return new Place(
            act.At.ToApi(snapshot.Head.FinalBlock), act.Intent is { } intent ? ResourceNames.Of(intent) : "");
    }

    /// <summary>The place of an event that may not have come yet.</summary>
    public static Place? PlaceOf(this IndexSnapshot snapshot, LogPosition? position) =>
        position is { } known ? snapshot.PlaceOf(known) : null;
}

/// <summary>Where something was recorded.</summary>
/// <param name="Inclusion">Its place on the chain.</param>
/// <param name="Intent">Resource name of the intent that did it; empty where none did.</param>
internal sealed record Place(Inclusion Inclusion, string Intent);
