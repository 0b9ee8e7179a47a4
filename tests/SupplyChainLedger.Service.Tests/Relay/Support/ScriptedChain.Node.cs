using System.Numerics;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>The node's side of the scripted chain.</summary>
internal sealed partial class ScriptedChain : IChainClient
{
    /// <summary>Nobody answers.</summary>
    public bool IsAway { get; set; }

    /// <summary>The sender cannot pay.</summary>
    public bool IsBroke { get; set; }

    /// <summary>
    /// The newest block is just being made: what it changes shows in counts and calls at the block below it, and
    /// nothing else of it can be seen.
    /// </summary>
    public bool IsAheadOfItself { get; set; }

    /// <summary>The newest block is made, and counts at the block below it show it already.</summary>
    public bool IsCountedAhead { get; set; }

    /// <summary>Runs before the node takes a transaction, and may throw.</summary>
    public Action? BeforeSend { get; set; }

    /// <summary>Runs after the node took a transaction and before it answers, and may throw.</summary>
    public Action? AfterSend { get; set; }

    /// <summary>Everything that was handed to the node, also what it had already.</summary>
    public List<byte[]> Sent { get; } = [];

    public Task<ulong> GetChainIdAsync(CancellationToken cancellationToken) => Answer(Workbench.ChainId);

    public Task<ulong> GetBlockNumberAsync(CancellationToken cancellationToken) => Answer(Tip.Header.Number);

    public Task<BlockHeader?> GetHeaderAsync(BlockTag block, CancellationToken cancellationToken) =>
        Answer<BlockHeader?>(At(block).Header);

    public Task<ulong> GetTransactionCountAsync(
        Address account, BlockTag block, CancellationToken cancellationToken) =>
        Answer(CountOf(account, StateAt(block)));

    public Task<BigInteger> GetGasPriceAsync(CancellationToken cancellationToken) =>
        Answer((BaseFee ?? 0) + PriorityFee);

    public Task<TransactionReceipt?> GetReceiptAsync(Hash32 transactionHash, CancellationToken cancellationToken)
    {
        var block = Shown.FirstOrDefault(one => one.Transactions.Any(inside => inside.Hash == transactionHash));
        return Answer(block is null ? null : new TransactionReceipt
        {
            TransactionHash = transactionHash,
            BlockHash = block.Header.Hash,
            BlockNumber = block.Header.Number,
            TransactionIndex = 0,
            Succeeded = !block.Reverted.Contains(transactionHash),
            ContractAddress = null,
            GasUsed = 0,
            EffectiveGasPrice = null,
            Logs = [],
        });
    }

    public Task<ChainTransaction?> GetTransactionAsync(Hash32 transactionHash, CancellationToken cancellationToken)
    {
        var known = Find(transactionHash);
        return Answer(known is null ? null : new ChainTransaction
        {
            Hash = transactionHash,
            BlockHash = null,
            BlockNumber = null,
            From = known.Sender,
            To = known.Transaction.To,
            Nonce = known.Transaction.Nonce,
            Value = 0,
            Input = known.Transaction.Data,
        });
    }

    public Task<byte[]> CallAsync(CallRequest request, BlockTag block, CancellationToken cancellationToken)
    {
        var at = At(block).Header;
        var calls = CallsOf(request.Data);
        if (request.GasLimit is { } limit && limit < GasFor(calls)) throw Revert(ScriptedLedger.InsufficientGas);
        var outcomes = calls.Select(call => Ledger.Judge(call, at.Timestamp, IsUsedAt(StateAt(block)))).ToList();
        if (LedgerCalls.Execute.Selector.Opens(request.Data))
        {
            Trials++;
            return Answer(LedgerCalls.Execute.EncodeResult([.. outcomes.Select(outcome => outcome.Outcome)]));
        }

        return outcomes[0].Outcome == BatchOutcome.Executed
            ? Answer(Array.Empty<byte>())
            : throw Revert(outcomes[0].Word.Reason.ToArray());
    }

    public Task<ulong> EstimateGasAsync(CallRequest request, CancellationToken cancellationToken) =>
        Answer(GasFor(CallsOf(request.Data)));

    public Task<SendOutcome> SendRawTransactionAsync(
        ReadOnlyMemory<byte> transaction, CancellationToken cancellationToken)
    {
        if (IsAway) throw Away();
        BeforeSend?.Invoke();
        Sent.Add(transaction.ToArray());
        var signed = SignedTransaction.Decode(transaction.Span);
        if (Find(signed.Hash) is not null) return Answer(SendOutcome.AlreadyKnown);
        if (signed.Transaction.Nonce < CountOf(signed.Sender)) throw Reject(TransactionRejection.NonceTooLow);
        if (IsBroke) throw Reject(TransactionRejection.InsufficientFunds);
        if (_pool.Values.FirstOrDefault(one => IsRival(one, signed)) is { } rival)
        {
            if (MaxFee(signed) * 10 < MaxFee(rival) * 11) throw Reject(TransactionRejection.ReplacementUnderpriced);
            _pool.Remove(rival.Hash);
        }

        _pool[signed.Hash] = signed;
        AfterSend?.Invoke();
        return Answer(SendOutcome.Accepted);
    }

    Task<IReadOnlyList<BlockHeader>> IChainClient.GetHeadersAsync(
        ulong from, int count, CancellationToken cancellationToken) => throw Unused();

    Task<BlockHeader?> IChainClient.GetHeaderByHashAsync(Hash32 hash, CancellationToken cancellationToken) =>
        throw Unused();

    Task<IReadOnlyList<LogEntry>> IChainClient.GetLogsAsync(LogFilter filter, CancellationToken cancellationToken) =>
        throw Unused();

    Task<IReadOnlyList<IReadOnlyList<LogEntry>>> IChainClient.GetLogsByBlockHashesAsync(
        IReadOnlyList<Hash32> blockHashes, LogFilter filter, CancellationToken cancellationToken) => throw Unused();

    Task<IReadOnlyList<BlockReceipts>> IChainClient.GetReceiptsByBlockHashesAsync(
        IReadOnlyList<Hash32> blockHashes, IReadOnlyList<Address> contracts, CancellationToken cancellationToken) =>
        throw Unused();

    Task<BigInteger> IChainClient.GetBalanceAsync(Address account, CancellationToken cancellationToken) =>
        throw Unused();

    Task<byte[]> IChainClient.GetCodeAsync(Address account, CancellationToken cancellationToken) => throw Unused();

    private IEnumerable<ScriptedBlock> Shown => IsAheadOfItself ? _blocks.SkipLast(1) : _blocks;

    private static bool IsRival(SignedTransaction one, SignedTransaction other) =>
        one.Sender == other.Sender && one.Transaction.Nonce == other.Transaction.Nonce;

    private static TransactionRejectedException Reject(TransactionRejection rejection) =>
        new("eth_sendRawTransaction", new JsonRpcError(-32000, $"refused: {rejection}", null), rejection);

    private static ExecutionRevertedException Revert(byte[] data) =>
        new("eth_call", new JsonRpcError(3, "execution reverted", data));

    private static JsonRpcUnavailableException Away() =>
        new("any", "connection refused", new IOException("connection refused"));

    private static NotSupportedException Unused() => new("The relay has no use for this.");

    private ScriptedBlock At(BlockTag tag) => tag == BlockTag.Latest
        ? Shown.Last()
        : _blocks.FirstOrDefault(block => IsNamedBy(tag, block.Header))
            ?? throw new JsonRpcErrorException("any", new JsonRpcError(-32000, "header not found", null));

    private static bool IsNamedBy(BlockTag tag, BlockHeader header) =>
        tag == BlockTag.At(header.Number) || tag == BlockTag.Of(header.Number, header.Hash);

    private ulong StateAt(BlockTag tag)
    {
        var number = At(tag).Header.Number;
        return (IsAheadOfItself || IsCountedAhead) && number == Tip.Header.Number - 1 ? Tip.Header.Number : number;
    }

    private SignedTransaction? Find(Hash32 hash) => _pool.GetValueOrDefault(hash)
        ?? Shown.SelectMany(block => block.Transactions).FirstOrDefault(inside => inside.Hash == hash);

    private Task<T> Answer<T>(T value) => IsAway ? throw Away() : Task.FromResult(value);
}
