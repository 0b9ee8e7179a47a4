using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>A transaction in a block.</summary>
internal sealed record MinedTransaction(SignedTransaction Signed, bool Succeeded, ulong GasUsed);

/// <summary>A block, on whatever branch.</summary>
internal sealed record MinedBlock(
    BlockHeader Header,
    MinedBlock? Parent,
    IReadOnlyList<MinedTransaction> Transactions,
    IReadOnlyList<LogEntry> Logs,
    LedgerState State)
{
    public ulong Number => Header.Number;

    /// <summary>The block of a number on the branch that ends here; null above it.</summary>
    public MinedBlock? At(ulong number)
    {
        if (number > Number) return null;
        var block = this;
        while (block.Number > number) block = block.Parent!;
        return block;
    }

    /// <summary>The blocks of the branch, from here down to the first.</summary>
    public IEnumerable<MinedBlock> Branch()
    {
        for (var block = this; block is not null; block = block.Parent) yield return block;
    }

    /// <summary>Whether a block is on the branch that ends here.</summary>
    public bool Has(Hash32 hash, ulong number) => At(number)?.Header.Hash == hash;
}
