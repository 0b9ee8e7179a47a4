namespace SupplyChainLedger.Service.Indexing.Participants;

/// <summary>
/// Counts the changes of the register of participants and their keys, so that whoever has read of it can keep that for
/// as long as it holds.
/// </summary>
internal sealed class RegisterEdition
{
    private long _current;

    /// <summary>Another number after every change. What is read after this call is as new, or newer.</summary>
    public long Current => Volatile.Read(ref _current);

    /// <summary>Tells of a change that is committed.</summary>
    public void Advance() => Interlocked.Increment(ref _current);
}
