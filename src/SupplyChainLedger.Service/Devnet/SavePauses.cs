namespace SupplyChainLedger.Service.Devnet;

/// <summary>
/// When the development chain is saved. Saving holds up the mining, for a time in proportion to what the chain holds:
/// up to a tenth of the time where nobody waits for a block, and a hundredth where the chain never pauses.
/// </summary>
/// <param name="time">The clock, which begins to count now.</param>
internal sealed class SavePauses(TimeProvider time)
{
    private const int PausingShare = 10;
    private const int MovingShare = 100;

    private static readonly TimeSpan LongestUnsaved = TimeSpan.FromMinutes(5);

    private long _tried = time.GetTimestamp();
    private TimeSpan _needed;
    private ulong? _head;

    /// <summary>Whether it is time to save, seen from one look at the chain to the next.</summary>
    /// <param name="head">Number of the newest block.</param>
    public bool IsDue(ulong head)
    {
        var isPausing = head == _head;
        _head = head;
        var since = time.GetElapsedTime(_tried);
        return isPausing
            ? since >= _needed * PausingShare
            : since >= _needed * MovingShare && since >= LongestUnsaved;
    }

    /// <summary>Tells how long it has taken, be it for nothing: what failed is not tried again at once.</summary>
    /// <param name="needed">Until now.</param>
    public void Tried(TimeSpan needed) => (_tried, _needed) = (time.GetTimestamp(), needed);
}
