using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Blocks;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// <see cref="IChainClient"/> over JSON-RPC. Answers are compared with the question, since a node behind a load
/// balancer may answer for another block than the one before it.
/// </summary>
public sealed class ChainClient(JsonRpcClient rpc) : IChainClient
{
    private const int InvalidParams = -32602;

    private readonly ReceiptCalls _receipts = new(rpc);
    private volatile bool _takesNoHash;

    /// <inheritdoc/>
    public Task<ulong> GetChainIdAsync(CancellationToken cancellationToken) =>
        rpc.CallAsync(new JsonRpcRequest("eth_chainId"), ChainJson.ReadNumber, cancellationToken);

    /// <inheritdoc/>
    public Task<ulong> GetBlockNumberAsync(CancellationToken cancellationToken) =>
        rpc.CallAsync(new JsonRpcRequest("eth_blockNumber"), ChainJson.ReadNumber, cancellationToken);

    /// <inheritdoc/>
    public async Task<BlockHeader?> GetHeaderAsync(BlockTag block, CancellationToken cancellationToken)
    {
        try
        {
            return await rpc.CallAsync(
                HeaderRequest(block),
                json => Expect(
                    ChainJson.ReadHeader(json), header => block.Number is null || block.Number == header.Number),
                cancellationToken);
        }
        catch (JsonRpcErrorException) when (block == BlockTag.Finalized)
        {
            // Nodes without a notion of finality refuse the tag, each in its own words.
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BlockHeader>> GetHeadersAsync(
        ulong from, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var requests = new JsonRpcRequest[count];
        for (var i = 0; i < count; i++) requests[i] = HeaderRequest(BlockTag.At(checked(from + (ulong)i)));

        var headers = new List<BlockHeader>(count);
        foreach (var header in await rpc.BatchAsync(requests, ChainJson.ReadHeader, cancellationToken))
        {
            if (header is null) break;
            if (header.Number != from + (ulong)headers.Count)
                throw new JsonRpcInvalidResponseException(requests[0].Method, "it is of another block.");
            headers.Add(header);
        }

        return headers;
    }

    /// <inheritdoc/>
    public Task<BlockHeader?> GetHeaderByHashAsync(Hash32 hash, CancellationToken cancellationToken) =>
        rpc.CallAsync(
            new JsonRpcRequest("eth_getBlockByHash", hash.ToString(), false),
            json => Expect(ChainJson.ReadHeader(json), header => header.Hash == hash),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> GetLogsAsync(LogFilter filter, CancellationToken cancellationToken) =>
        rpc.CallAsync(
            LogsRequest(filter), json => ExpectBlock(ChainJson.ReadLogs(json), filter.BlockHash), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IReadOnlyList<LogEntry>>> GetLogsByBlockHashesAsync(
        IReadOnlyList<Hash32> blockHashes, LogFilter filter, CancellationToken cancellationToken)
    {
        var requests = blockHashes.Select(hash => LogsRequest(filter.At(hash))).ToArray();
        var logs = await rpc.BatchAsync(requests, ChainJson.ReadLogs, cancellationToken);
        for (var i = 0; i < logs.Count; i++)
        {
            if (logs[i].Any(log => log.BlockHash != blockHashes[i]))
                throw new JsonRpcInvalidResponseException("eth_getLogs", "a log is of another block.");
        }

        return logs;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BlockReceipts>> GetReceiptsByBlockHashesAsync(
        IReadOnlyList<Hash32> blockHashes, IReadOnlyList<Address> contracts, CancellationToken cancellationToken)
    {
        var receipts = await _receipts.GetAsync(blockHashes, contracts, cancellationToken);
        for (var i = 0; i < receipts.Count; i++)
        {
            if (receipts[i].Logs.Any(log => log.BlockHash != blockHashes[i]))
                throw new JsonRpcInvalidResponseException("eth_getBlockReceipts", "a log is of another block.");
        }

        return receipts;
    }

    /// <summary>The header of the block with this hash, as evidence; null when the node does not have it.</summary>
    /// <exception cref="JsonRpcException">
    /// The node gives no usable answer: also where what it tells does not hash to this hash.
    /// </exception>
    public Task<HeaderEvidence?> GetHeaderEvidenceAsync(Hash32 hash, CancellationToken cancellationToken) =>
        rpc.CallAsync(
            new JsonRpcRequest("eth_getBlockByHash", hash.ToString(), false),
            json => Expect(ChainJson.ReadEvidence(json), header => header.Hash == hash),
            cancellationToken);

    /// <summary>
    /// An account and words of its storage with what proves them (EIP-1186). Not every node serves this, and most only
    /// for their newest blocks.
    /// </summary>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public Task<AccountProof> GetProofAsync(
        Address account, IReadOnlyList<Hash32> slots, BlockTag block, CancellationToken cancellationToken) =>
        AtBlockAsync(
            block,
            tag => new JsonRpcRequest(
                "eth_getProof",
                account.ToString(),
                new JsonArray([.. slots.Select(static slot => (JsonNode)slot.ToString())]),
                tag),
            json => ChainJson.ReadProof(json, slots.Count),
            cancellationToken);

    /// <inheritdoc/>
    public Task<TransactionReceipt?> GetReceiptAsync(Hash32 transactionHash, CancellationToken cancellationToken) =>
        rpc.CallAsync(
            new JsonRpcRequest("eth_getTransactionReceipt", transactionHash.ToString()),
            json => Expect(ChainJson.ReadReceipt(json), receipt => receipt.TransactionHash == transactionHash),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ChainTransaction?> GetTransactionAsync(Hash32 transactionHash, CancellationToken cancellationToken) =>
        rpc.CallAsync(
            new JsonRpcRequest("eth_getTransactionByHash", transactionHash.ToString()),
            json => Expect(ChainJson.ReadTransaction(json), transaction => transaction.Hash == transactionHash),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ulong> GetTransactionCountAsync(
        Address account, BlockTag block, CancellationToken cancellationToken) => AtBlockAsync(
        block,
        tag => new JsonRpcRequest("eth_getTransactionCount", account.ToString(), tag),
        ChainJson.ReadNumber,
        cancellationToken);

    /// <inheritdoc/>
    public Task<BigInteger> GetBalanceAsync(Address account, CancellationToken cancellationToken) =>
        rpc.CallAsync(AccountRequest("eth_getBalance", account), ChainJson.ReadWei, cancellationToken);

    /// <inheritdoc/>
    public Task<byte[]> GetCodeAsync(Address account, CancellationToken cancellationToken) =>
        rpc.CallAsync(AccountRequest("eth_getCode", account), ChainJson.ReadBytes, cancellationToken);

    /// <inheritdoc/>
    public Task<BigInteger> GetGasPriceAsync(CancellationToken cancellationToken) =>
        rpc.CallAsync(new JsonRpcRequest("eth_gasPrice"), ChainJson.ReadWei, cancellationToken);

    /// <inheritdoc/>
    public Task<byte[]> CallAsync(CallRequest request, BlockTag block, CancellationToken cancellationToken) =>
        AtBlockAsync(
            block,
            tag => new JsonRpcRequest("eth_call", ChainJson.Write(request), tag),
            ChainJson.ReadBytes,
            cancellationToken);

    /// <inheritdoc/>
    public Task<ulong> EstimateGasAsync(CallRequest request, CancellationToken cancellationToken) =>
        rpc.CallAsync(
            new JsonRpcRequest("eth_estimateGas", ChainJson.Write(request)), ChainJson.ReadNumber, cancellationToken);

    /// <inheritdoc/>
    public async Task<SendOutcome> SendRawTransactionAsync(
        ReadOnlyMemory<byte> transaction, CancellationToken cancellationToken)
    {
        var request = new JsonRpcRequest("eth_sendRawTransaction", HexData.Of(transaction));
        try
        {
            var hash = await rpc.CallAsync(request, ChainJson.ReadHash, cancellationToken);
            return hash == Keccak256.Hash(transaction.Span)
                ? SendOutcome.Accepted
                : throw new JsonRpcInvalidResponseException(request.Method, "it is the hash of another transaction.");
        }
        catch (JsonRpcErrorException refusal)
        {
            return RejectionReading.IsAlreadyKnown(refusal.Error)
                ? SendOutcome.AlreadyKnown
                : throw new TransactionRejectedException(
                    request.Method, refusal.Error, RejectionReading.Of(refusal.Error));
        }
    }

    /// <summary>Asks about the state of a block, by its hash where it has one and the node takes it.</summary>
    private async Task<T> AtBlockAsync<T>(
        BlockTag block,
        Func<JsonNode, JsonRpcRequest> request,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken)
    {
        if (block.Hash is { } hash && !_takesNoHash)
        {
            try
            {
                var tag = new JsonObject { ["blockHash"] = hash.ToString() };
                return await rpc.CallAsync(request(tag), read, cancellationToken);
            }
            catch (JsonRpcErrorException refusal) when (refusal.Error.Code == InvalidParams)
            {
                _takesNoHash = true;
            }
        }

        return await rpc.CallAsync(request(block.ToString()), read, cancellationToken);
    }

    private static JsonRpcRequest HeaderRequest(BlockTag block) =>
        new("eth_getBlockByNumber", block.ToString(), false);

    private static JsonRpcRequest LogsRequest(LogFilter filter) => new("eth_getLogs", ChainJson.Write(filter));

    private static JsonRpcRequest AccountRequest(string method, Address account) =>
        new(method, account.ToString(), BlockTag.Latest.ToString());

    private static T? Expect<T>(T? value, Func<T, bool> isAskedFor)
        where T : class =>
        value is null || isAskedFor(value)
            ? value
            : throw new FormatException("the answer is about something else than was asked for.");

    private static IReadOnlyList<LogEntry> ExpectBlock(IReadOnlyList<LogEntry> logs, Hash32? blockHash) =>
        blockHash is null || logs.All(log => log.BlockHash == blockHash)
            ? logs
            : throw new FormatException("a log is of another block.");
}
