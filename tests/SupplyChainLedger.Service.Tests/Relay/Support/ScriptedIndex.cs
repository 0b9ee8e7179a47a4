using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>An index of the scripted chain that goes on when it is told to.</summary>
internal sealed class ScriptedIndex(ScriptedChain chain, uint finalityDepth)
    : IIndexProgress, IIntentOutcomes, IIndexNudge
{
    private readonly List<ScriptedBlock> _blocks = [];
    private readonly IndexProgress _progress = new(new IndexHead(default, 0, 0, 0, IsComplete: true));
    private ulong _rollbacks;

    public IndexHead Current => _progress.Current;

    public int Nudges { get; private set; }

    public Task<IndexHead> WaitForChangeAsync(IndexHead seen, CancellationToken cancellation) =>
        _progress.WaitForChangeAsync(seen, cancellation);

    /// <summary>Goes to the chain's newest block, rolling back first where the chain has another one.</summary>
    public IndexHead Follow(int upTo = int.MaxValue)
    {
        var common = 0;
        var shared = Math.Min(_blocks.Count, chain.Blocks.Count);
        while (common < shared && _blocks[common] == chain.Blocks[common]) common++;
        if (common < _blocks.Count) _rollbacks++;
        _blocks.RemoveRange(common, _blocks.Count - common);
        _blocks.AddRange(chain.Blocks.Take(upTo).Skip(common));
        var tip = _blocks[^1].Ref;
        var final = tip.Number > finalityDepth ? tip.Number - finalityDepth : 0;
        _progress.Publish(new IndexHead(tip, chain.Tip.Header.Number, final, _rollbacks, IsComplete: true));
        return Current;
    }

    /// <summary>The index is deleted and begun anew.</summary>
    public void Clear() => _blocks.Clear();

    public void Nudge() => Nudges++;

    public IntentOutcome? Find(Hash32 key) =>
        _blocks.SelectMany(block => block.Outcomes).LastOrDefault(outcome => outcome.Key == key);

    public IReadOnlyList<IntentOutcome> InBlock(ulong blockNumber) => _blocks[(int)blockNumber].Outcomes;

    public Hash32? BlockHash(ulong blockNumber) =>
        (int)blockNumber < _blocks.Count ? _blocks[(int)blockNumber].Header.Hash : null;
}
