using System.Collections.Concurrent;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>The parts that must work before the service is ready.</summary>
internal enum ServicePart
{
    /// <summary>The chain's node answers.</summary>
    Node,

    /// <summary>The index follows the chain and is not too far behind.</summary>
    Index,

    /// <summary>The relay takes intents from the outbox to the chain.</summary>
    Relay,
}

/// <summary>What each part says of itself. A part that has not reported yet is not ready.</summary>
internal sealed class Readiness
{
    private const string NotStarted = "has not started yet";

    private readonly ConcurrentDictionary<ServicePart, string?> _reasons = new(
        Enum.GetValues<ServicePart>().Select(part => KeyValuePair.Create(part, (string?)NotStarted)));

    /// <summary>Whether every part is ready.</summary>
    public bool IsReady => Reasons.Count == 0;

    /// <summary>For each part that is not ready, its name and why; empty when the service is ready.</summary>
    public IReadOnlyList<string> Reasons =>
        [.. from one in _reasons where one.Value is not null orderby one.Key select $"{Name(one.Key)}: {one.Value}"];

    /// <summary>Replaces what a part said before.</summary>
    /// <param name="part">Who reports.</param>
    /// <param name="reason">Why it is not ready, for people, in a few words without secrets; null when it is.</param>
    public void Report(ServicePart part, string? reason) => _reasons[part] = reason;

    private static string Name(ServicePart part) => part.ToString().ToLowerInvariant();
}
