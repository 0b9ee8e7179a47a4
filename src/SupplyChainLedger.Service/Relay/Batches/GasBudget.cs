namespace SupplyChainLedger.Service.Relay.Batches;

/// <summary>
/// How much gas batches need, learned from the ones before. An estimate by the node costs a dozen executions of the
/// batch; a limit that turns out too low shows in the simulation already, and only then the node is asked.
/// </summary>
internal sealed class GasBudget
{
    // The transaction itself, and what must be left before the last item (IIntents.INTENT_GAS).
    private const ulong Fixed = 500_000;
    private const ulong FirstGuess = 70_000;
    private const ulong Least = 50_000;

    private ulong _perIntent = FirstGuess;

    /// <summary>Whether a block has shown what intents need, and none has shown since that it was too little.</summary>
    public bool IsProven { get; private set; }

    /// <summary>A limit that should do for so many intents.</summary>
    public ulong For(int count) => Fixed + _perIntent * (ulong)count;

    /// <summary>How many intents should fit under a limit; at least one.</summary>
    public int CountWithin(ulong limit) => (int)Math.Max(1, limit > Fixed ? (limit - Fixed) / _perIntent : 0);

    /// <summary>Takes in what a batch needs as the node says, with a quarter on top.</summary>
    public void Expect(int count, ulong needed) => _perIntent = Math.Max(Least, needed * 5 / 4 / (ulong)count);

    /// <summary>Takes in what a batch has used in its block, with a quarter on top.</summary>
    public void Learn(int count, ulong used)
    {
        if (count == 0) return;
        Expect(count, used);
        IsProven = true;
    }

    /// <summary>A batch failed as a whole in its block: the next ones get half as much again.</summary>
    public void Raise()
    {
        _perIntent += _perIntent / 2;
        IsProven = false;
    }
}
