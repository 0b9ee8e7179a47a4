namespace SupplyChainLedger.Service.Indexing;

/// <summary>Everything that the index logs.</summary>
internal static partial class IndexingLog
{
    [LoggerMessage(LogLevel.Information, "The index {Path} is of schema {Found}, not {Wanted}; it is rebuilt.")]
    public static partial void SchemaChanged(this ILogger log, string path, string found, long wanted);

    [LoggerMessage(
        LogLevel.Warning, "The index {Path} is damaged ({Finding}); it is kept as {Aside}, and rebuilt.")]
    public static partial void FileDamaged(this ILogger log, string path, string finding, string aside);

    [LoggerMessage(
        LogLevel.Warning,
        "The machine has gone down while the index {Path} was being made for the first time; it is begun anew.")]
    public static partial void LostWithMachine(this ILogger log, string path);

    [LoggerMessage(
        LogLevel.Warning, "The network's key is another one than before; the fingerprints of all invoices are made anew.")]
    public static partial void FingerprintKeyChanged(this ILogger log);

    [LoggerMessage(LogLevel.Information, "The index follows the chain from block {Block} on.")]
    public static partial void Following(this ILogger log, ulong block);

    [LoggerMessage(LogLevel.Information, "The index has reached block {Block}; what lists are read by is made.")]
    public static partial void Completing(this ILogger log, ulong block);

    [LoggerMessage(LogLevel.Warning, "The index cannot go on at block {Block} and keeps trying: {Reason}")]
    public static partial void Interrupted(this ILogger log, ulong block, string reason);

    [LoggerMessage(LogLevel.Information, "The index goes on from block {Block}.")]
    public static partial void Resumed(this ILogger log, ulong block);

    [LoggerMessage(
        LogLevel.Information,
        "A reorganisation took back the blocks {First} to {Last}; the index goes on from block {Fork}.")]
    public static partial void RolledBack(this ILogger log, ulong first, ulong last, ulong fork);

    [LoggerMessage(LogLevel.Information, "The node has lost the blocks after {Fork}, up to {Last}; so has the index.")]
    public static partial void ChainRegressed(this ILogger log, ulong fork, ulong last);

    [LoggerMessage(
        LogLevel.Warning,
        "Headers cannot be verified on this chain: that of block {Block} does not hash to the block's hash by the "
        + "standard rule. What the node says of blocks is believed; their logs are still compared with the receipts' "
        + "root.")]
    public static partial void HeadersUnverified(this ILogger log, ulong block);

    [LoggerMessage(
        LogLevel.Warning,
        "The header of block {Block} has fields that are unknown here ({Fields}) and cannot be verified: a fork has "
        + "added them. What the node says of such blocks is believed until this service is updated.")]
    public static partial void HeaderUnknown(this ILogger log, ulong block, string fields);

    [LoggerMessage(
        LogLevel.Warning,
        "The logs of block {Block} cannot be verified ({Reason}). Where the node serves no receipts, a log that it "
        + "leaves out is noticed only by what follows from it. Use a node that has eth_getBlockReceipts.")]
    public static partial void LogsUnverified(this ILogger log, ulong block, string reason);

    [LoggerMessage(LogLevel.Critical, "The index has stopped: {Reason}")]
    public static partial void Halted(this ILogger log, string reason);
}
