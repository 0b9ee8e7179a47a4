using System.Buffers.Binary;
using System.Numerics;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Tries;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Tests.Indexing.Chain;

/// <summary>A chain in memory whose blocks, reorganisations, lag and lies a test decides.</summary>
internal sealed class ScriptedChain : IChainClient
{
    private const ulong GenesisTime = 1_800_000_000;

    private readonly List<ScriptedBlock> _canonical = [];
    private readonly Dictionary<Hash32, ScriptedBlock> _all = [];
    private ulong _salt;

    public ScriptedChain(uint finalityDepth = 6, ulong deploymentBlock = 1)
    {
        Network = new LedgerNetwork(31337, AddressOf(0xA1), AddressOf(0xB2), deploymentBlock, finalityDepth);
        Mine();
    }

    public LedgerNetwork Network { get; }

    public ulong Head => (ulong)_canonical.Count - 1;

    /// <summary>How many of the newest blocks the node does not show.</summary>
    public ulong HiddenBlocks { get; set; }

    /// <summary>Thrown by every call while it is set.</summary>
    public Exception? Outage { get; set; }

    /// <summary>What the node makes of the logs that it gives out.</summary>
    public Func<ScriptedBlock, IReadOnlyList<LogEntry>, IReadOnlyList<LogEntry>> LogsOf { get; set; } =
        static (_, logs) => logs;

    /// <summary>What the node makes of the headers that it gives out by number or as its newest.</summary>
    public Func<BlockHeader, BlockHeader> HeaderOf { get; set; } = static header => header;

    /// <summary>Runs before each answer, as things happen on a chain while it is being read.</summary>
    public Action BeforeAnswer { get; set; } = static () => { };

    /// <summary>Whether the node gives out receipts, and not just logs.</summary>
    public bool ServesReceipts { get; set; } = true;

    /// <summary>The most blocks whose receipts fit into one answer.</summary>
    public int MostReceipts { get; set; } = int.MaxValue;

    /// <summary>Of how many blocks the logs have been given out, in receipts or without.</summary>
    public int LogQueries { get; private set; }

    /// <summary>Seconds that have passed besides the two of each block.</summary>
    public ulong Elapsed { get; set; }

    public ScriptedBlock this[ulong number] => _canonical[(int)number];

    /// <summary>Adds a block with these events to the canonical chain.</summary>
    public ScriptedBlock Mine(params IReadOnlyList<LedgerEvent> events)
    {
        var number = (ulong)_canonical.Count;
        var parent = number == 0 ? Hash32.Zero : _canonical[^1].Header.Hash;
        var hash = HashOf(parent, number, _salt);
        var logs = events.Select((logged, index) => LogOf(logged, number, hash, index * 2)).ToList();
        var header = new BlockHeader
        {
            Number = number,
            Hash = hash,
            ParentHash = parent,
            Timestamp = GenesisTime + number * 2 + Elapsed,
            BaseFeePerGas = null,
            GasLimit = 30_000_000,
            GasUsed = 0,
            LogsBloom = BloomOf.Logs(logs),
            StateRoot = Hash32.Zero,
            ReceiptsRoot = RootOf(logs),
            HashOfFields = hash,
        };
        var block = new ScriptedBlock(header, logs, events);
        _canonical.Add(block);
        _all[hash] = block;
        return block;
    }

    /// <summary>Takes the newest blocks off the chain; what is mined next has other hashes.</summary>
    public IReadOnlyList<ScriptedBlock> Drop(int depth)
    {
        var dropped = _canonical[^depth..];
        _canonical.RemoveRange(_canonical.Count - depth, depth);
        _salt++;
        return dropped;
    }

    /// <summary>Puts blocks that were dropped back on the chain.</summary>
    public void Restore(IReadOnlyList<ScriptedBlock> dropped) => _canonical.AddRange(dropped);

    public Task<BlockHeader?> GetHeaderAsync(BlockTag block, CancellationToken cancellationToken) =>
        Answer(() => block == BlockTag.Latest
            ? HeaderOf(_canonical[(int)(Head - HiddenBlocks)].Header)
            : throw new NotSupportedException("Only the newest block is asked for by its standing."));

    public Task<IReadOnlyList<BlockHeader>> GetHeadersAsync(
        ulong from, int count, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<BlockHeader>>(() =>
        [
            .. _canonical.Take((int)(Head - HiddenBlocks) + 1).Skip((int)from).Take(count)
                .Select(one => HeaderOf(one.Header)),
        ])!;

    public Task<IReadOnlyList<IReadOnlyList<LogEntry>>> GetLogsByBlockHashesAsync(
        IReadOnlyList<Hash32> blockHashes, LogFilter filter, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<IReadOnlyList<LogEntry>>>(() =>
        {
            LogQueries += blockHashes.Count;
            return [.. blockHashes.Select(hash => LogsOf(_all[hash], Matching(_all[hash], filter)))];
        })!;

    public Task<IReadOnlyList<BlockReceipts>> GetReceiptsByBlockHashesAsync(
        IReadOnlyList<Hash32> blockHashes, IReadOnlyList<Address> contracts, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<BlockReceipts>>(() =>
        {
            if (!ServesReceipts) throw new ReceiptsNotServedException("it is scripted so.");
            if (blockHashes.Count > MostReceipts) throw new JsonRpcTooLargeException("eth_getBlockReceipts", 1);
            LogQueries += blockHashes.Count;
            return [.. blockHashes.Select(hash => ReceiptsOf(LogsOf(_all[hash], _all[hash].Logs), contracts))];
        })!;

    public Task<ulong> GetChainIdAsync(CancellationToken cancellationToken) => Answer(() => Network.ChainId);

    public Task<ulong> GetBlockNumberAsync(CancellationToken cancellationToken) => Answer(() => Head - HiddenBlocks);

    public Task<BlockHeader?> GetHeaderByHashAsync(Hash32 hash, CancellationToken cancellationToken) =>
        Answer(() => _all.GetValueOrDefault(hash)?.Header);

    public Task<IReadOnlyList<LogEntry>> GetLogsAsync(LogFilter filter, CancellationToken cancellationToken) =>
        throw NotScripted();

    public Task<TransactionReceipt?> GetReceiptAsync(Hash32 transactionHash, CancellationToken cancellationToken) =>
        throw NotScripted();

    public Task<ChainTransaction?> GetTransactionAsync(Hash32 transactionHash, CancellationToken cancellationToken) =>
        throw NotScripted();

    public Task<ulong> GetTransactionCountAsync(
        Address account, BlockTag block, CancellationToken cancellationToken) =>
        throw NotScripted();

    public Task<BigInteger> GetBalanceAsync(Address account, CancellationToken cancellationToken) =>
        throw NotScripted();

    public Task<byte[]> GetCodeAsync(Address account, CancellationToken cancellationToken) => throw NotScripted();

    public Task<BigInteger> GetGasPriceAsync(CancellationToken cancellationToken) => throw NotScripted();

    public Task<byte[]> CallAsync(CallRequest request, BlockTag block, CancellationToken cancellationToken) =>
        throw NotScripted();

    public Task<ulong> EstimateGasAsync(CallRequest request, CancellationToken cancellationToken) =>
        throw NotScripted();

    public Task<SendOutcome> SendRawTransactionAsync(
        ReadOnlyMemory<byte> transaction, CancellationToken cancellationToken) => throw NotScripted();

    public static Address AddressOf(byte last) => Address.FromBytes([.. new byte[Address.Size - 1], last]);

    private static NotSupportedException NotScripted() => new("The indexer has no need of this call.");

    private static IReadOnlyList<LogEntry> Matching(ScriptedBlock block, LogFilter filter) =>
        [.. block.Logs.Where(log => filter.Addresses.Contains(log.Address))];

    private static Hash32 HashOf(Hash32 parent, ulong number, ulong salt)
    {
        var bytes = new byte[48];
        parent.CopyTo(bytes);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(32), number);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(40), salt);
        return Keccak256.Hash(bytes);
    }

    private static BlockReceipts ReceiptsOf(IReadOnlyList<LogEntry> logs, IReadOnlyList<Address> contracts) => new()
    {
        Root = RootOf(logs),
        Logs = [.. logs.Where(log => contracts.Contains(log.Address))],
    };

    /// <summary>As if each log were a receipt of its own: what a root of receipts vouches for, and no more.</summary>
    private static Hash32 RootOf(IReadOnlyList<LogEntry> logs) => new TrieRoot().OfList(
    [
        .. logs.Select(static log => (ReadOnlyMemory<byte>)(byte[])
            [.. log.Address.ToBytes(), .. log.Topics.SelectMany(static topic => topic.ToBytes()), .. log.Data]),
    ]);

    private LogEntry LogOf(LedgerEvent logged, ulong number, Hash32 blockHash, int index)
    {
        var encoded = LedgerEvents.Encode(logged);
        var ofRegister = logged
            is ParticipantRegistered or SignerAdded or SignerRevoked or ParticipantSuspended or ParticipantReinstated;
        return new LogEntry
        {
            Address = ofRegister ? Network.Participants : Network.Ledger,
            Topics = encoded.Topics,
            Data = encoded.Data,
            BlockNumber = number,
            BlockHash = blockHash,
            TransactionHash = Keccak256.Hash([.. blockHash.ToBytes(), (byte)index]),
            TransactionIndex = index,
            LogIndex = index,
        };
    }

    private Task<T?> Answer<T>(Func<T?> answer)
    {
        BeforeAnswer();
        if (Outage is { } outage) return Task.FromException<T?>(outage);
        try
        {
            return Task.FromResult(answer());
        }
        catch (JsonRpcException fault)
        {
            return Task.FromException<T?>(fault);
        }
    }
}

/// <summary>A block of the scripted chain.</summary>
internal sealed record ScriptedBlock(
    BlockHeader Header, IReadOnlyList<LogEntry> Logs, IReadOnlyList<LedgerEvent> Events);
