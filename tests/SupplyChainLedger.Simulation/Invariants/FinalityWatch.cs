using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Simulation.Chain;

namespace SupplyChainLedger.Simulation.Invariants;

/// <summary>
/// Looks at every commit of the outbox: what is called final is so on the chain, and is never called anything else.
/// </summary>
internal sealed class FinalityWatch(SimulatedChain chain, Verdict verdict)
{
    private readonly Dictionary<IntentHash, (EntryState State, Hash32? Block, Hash32? Transaction)> _final = [];

    public void Look(IReadOnlyList<OutboxChange> changes)
    {
        foreach (var change in changes) Look(change.Entry);
    }

    /// <summary>Looks at an entry as it stands.</summary>
    public void Look(OutboxEntry entry)
    {
        var standing = (entry.State, entry.Outcome?.Block.Hash, entry.Outcome?.TransactionHash);
        if (_final.TryGetValue(entry.Hash, out var before))
        {
            verdict.Require(
                entry.IsFinal && standing == before,
                () => $"intent {entry.Hash} was final as {before}, and is {standing}, final: {entry.IsFinal}");
            return;
        }

        if (!entry.IsFinal) return;
        _final[entry.Hash] = standing;
        verdict.Require(!entry.IsPending, () => $"intent {entry.Hash} is final as {entry.State}");
        if (entry.Outcome?.Block is { } block)
        {
            verdict.Require(
                chain.IsFinal(block.Hash, block.Number),
                () => $"intent {entry.Hash} is final by block {block.Number} {block.Hash}, which is not, at height "
                    + $"{chain.Height} with a finality depth of {chain.Network.FinalityDepth}");
        }
        else
        {
            var time = chain.Tip.At(chain.Final)!.Header.Timestamp;
            verdict.Require(
                entry.State == EntryState.Expired && entry.Deadline < time,
                () => $"intent {entry.Hash} is {entry.State} by no block at {time}, its deadline is {entry.Deadline}");
        }
    }
}
