using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>Checks and decodes what a node gives out as the logs of a block.</summary>
internal static class LogReading
{
    /// <exception cref="InconsistentChainException">A log is not what was asked for, or cannot be read.</exception>
    public static ChainBlock Read(BlockHeader header, IReadOnlyList<LogEntry> logs, LedgerNetwork network)
    {
        var read = new List<ChainLog>(logs.Count);
        var previous = -1;
        foreach (var log in logs)
        {
            RequireAsked(header, log, previous, network);
            previous = log.LogIndex;
            if (Decode(log) is { } decoded)
            {
                var at = new LogPosition(header.Number, (uint)log.LogIndex);
                read.Add(new ChainLog(at, log.TransactionHash, log.Topics, log.Data, decoded));
            }
        }

        return new ChainBlock(new BlockRef(header.Number, header.Hash, header.Timestamp), header.ParentHash, read);
    }

    /// <summary>Checks what no root vouches for: it must at least be in the block's filter.</summary>
    /// <exception cref="InconsistentChainException">A log is not.</exception>
    public static void RequireInBloom(BlockHeader header, IReadOnlyList<LogEntry> logs)
    {
        foreach (var log in logs)
        {
            if (!header.LogsBloom.MightContain(log.Address) || !log.Topics.All(header.LogsBloom.MightContain))
                throw Wrong(header, log, "is not in the block's Bloom filter");
        }
    }

    private static void RequireAsked(BlockHeader header, LogEntry log, int previous, LedgerNetwork network)
    {
        if (log.BlockHash != header.Hash || log.BlockNumber != header.Number)
            throw Wrong(header, log, $"is of the block {log.BlockNumber} {log.BlockHash}");
        if (log.Address != network.Ledger && log.Address != network.Participants)
            throw Wrong(header, log, $"is of the contract {log.Address}");
        if (log.LogIndex <= previous)
            throw Wrong(header, log, $"comes after log {previous}");
    }

    private static LedgerEvent? Decode(LogEntry log)
    {
        try
        {
            return LedgerEvents.Decode(log.Topics, log.Data);
        }
        catch (Exception fault) when (fault is AbiException or ArgumentException)
        {
            throw new InconsistentChainException(
                $"Log {log.LogIndex} of block {log.BlockNumber} cannot be read: {fault.Message}", fault);
        }
    }

    private static InconsistentChainException Wrong(BlockHeader header, LogEntry log, string how) =>
        new($"The node's log {log.LogIndex} for block {header.Number} {header.Hash} {how}.");
}
