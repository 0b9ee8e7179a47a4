using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Relay;

/// <summary>
/// What a node says that contradicts the index, and may be no more than a block that it is just making: some count a
/// transaction, and run calls on its effects, before they show it. Such a finding is believed when it is made again
/// after the index has passed the head of that time, or after a while without blocks.
/// </summary>
internal sealed class Suspicions(RelayOptions options, TimeProvider time)
{
    private const int MaxKept = 10_000;

    private readonly Dictionary<Hash32, (ulong Head, long Since)> _first = [];

    /// <summary>Whether this is not the first finding of its kind, and the first is long enough ago.</summary>
    /// <param name="subject">The transaction or intent.</param>
    /// <param name="head">Number of the chain's newest block.</param>
    /// <param name="indexed">Number of the newest indexed block.</param>
    public bool IsConfirmed(Hash32 subject, ulong head, ulong indexed)
    {
        if (_first.Count > MaxKept) _first.Clear();
        if (!_first.TryGetValue(subject, out var first))
        {
            _first[subject] = (head, time.GetTimestamp());
            return false;
        }

        if (indexed <= first.Head && time.GetElapsedTime(first.Since) < options.CheckInterval) return false;
        _first.Remove(subject);
        return true;
    }
}
