namespace SupplyChainLedger.Service.Hosting;

/// <summary>The parts that must work before the service is ready.</summary>
internal enum ServicePart
{
    /// <summary>The chain's node answers.</summary>
    Node,

    /// <summary>The node is one of this network.</summary>
    Network,

    /// <summary>The chain goes on.</summary>
    Chain,

    /// <summary>The index follows the chain.</summary>
    Index,

    /// <summary>No block that was called final has been taken back.</summary>
    Finality,

    /// <summary>The index is not too far behind the chain.</summary>
    Lag,

    /// <summary>The outbox's disk takes what is accepted.</summary>
    Outbox,

    /// <summary>The relay takes intents from the outbox to the chain.</summary>
    Relay,

    /// <summary>The process as a whole; it reports only that it ends.</summary>
    Service,
}

/// <summary>
/// What each part says of itself. Node, index and relay are not ready before they have reported; of the others no word
/// is good word.
/// </summary>
internal sealed class Readiness
{
    private const string NotStarted = "has not started yet";

    private readonly Lock _gate = new();
    private readonly SortedDictionary<ServicePart, string> _reasons =
        new(new[] { ServicePart.Node, ServicePart.Index, ServicePart.Relay }
            .ToDictionary(static part => part, static _ => NotStarted));

    private readonly TaskCompletionSource _firstReady = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether every part is ready.</summary>
    public bool IsReady => Reasons.Count == 0;

    /// <summary>Whether one part is ready.</summary>
    public bool IsPartReady(ServicePart part) => ReasonOf(part) is null;

    /// <summary>Why a part is not ready; null when it is.</summary>
    public string? ReasonOf(ServicePart part)
    {
        lock (_gate) return _reasons.GetValueOrDefault(part);
    }

    /// <summary>Raised after each report that changed something.</summary>
    public event Action? Changed;

    /// <summary>Completes when every part has been ready at the same time for the first time.</summary>
    public Task FirstReady => _firstReady.Task;

    /// <summary>For each part that is not ready, its name and why; empty when the service is ready.</summary>
    public IReadOnlyList<string> Reasons =>
        [.. Problems.Select(static one => $"{NameOf(one.Key)}: {one.Value}")];

    /// <summary>The same, for each part what is wrong with it.</summary>
    public IReadOnlyList<KeyValuePair<ServicePart, string>> Problems
    {
        get
        {
            lock (_gate) return [.. _reasons];
        }
    }

    /// <summary>Replaces what a part said before.</summary>
    /// <param name="part">Who reports.</param>
    /// <param name="reason">Why it is not ready, for people, in a few words without secrets; null when it is.</param>
    public void Report(ServicePart part, string? reason)
    {
        lock (_gate)
        {
            if (_reasons.GetValueOrDefault(part) == reason) return;
            if (reason is null) _reasons.Remove(part);
            else _reasons[part] = reason;
            if (_reasons.Count == 0) _firstReady.TrySetResult();
        }

        Changed?.Invoke();
    }

    /// <summary>The part's name as people and metrics see it.</summary>
    public static string NameOf(ServicePart part) => part.ToString().ToLowerInvariant();
}
