using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Client;

/// <summary>Which events to watch, and from where. What is absent does not narrow.</summary>
public sealed record EventFilter
{
    /// <summary>All events from the first block on.</summary>
    public static readonly EventFilter All = new();

    /// <summary>Position of the last event that was dealt with; empty to start with the first block.</summary>
    public string AfterPosition { get; init; } = "";

    /// <summary>Only events of this invoice.</summary>
    public InvoiceId? Invoice { get; init; }

    /// <summary>Only events that name the participant with this handle.</summary>
    public string? Participant { get; init; }
}
