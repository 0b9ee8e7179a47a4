using System.Numerics;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>The service's node, with whatever lies between the two.</summary>
internal sealed class SimulatedNode(SimulatedChain chain, IWayToNode way, Action<SignedTransaction> sent) : IChainClient
{
    public Task<ulong> GetChainIdAsync(CancellationToken cancellationToken) =>
        way.AskAsync("eth_chainId", _ => chain.Network.ChainId, cancellationToken);

    public Task<ulong> GetBlockNumberAsync(CancellationToken cancellationToken) =>
        way.AskAsync("eth_blockNumber", static view => view.Head, cancellationToken);

    public Task<BlockHeader?> GetHeaderAsync(BlockTag block, CancellationToken cancellationToken) =>
        way.AskAsync("eth_getBlockByNumber", view => view.Header(block), cancellationToken);

    public Task<IReadOnlyList<BlockHeader>> GetHeadersAsync(
        ulong from, int count, CancellationToken cancellationToken) =>
        way.AskAsync("eth_getBlockByNumber", view => view.Headers(from, count), cancellationToken);

    public Task<BlockHeader?> GetHeaderByHashAsync(Hash32 hash, CancellationToken cancellationToken) =>
        way.AskAsync("eth_getBlockByHash", view => view.Header(hash), cancellationToken);

    public Task<IReadOnlyList<LogEntry>> GetLogsAsync(LogFilter filter, CancellationToken cancellationToken) =>
        way.AskAsync("eth_getLogs", view => view.Logs(filter.BlockHash!.Value, filter), cancellationToken);

    public Task<IReadOnlyList<IReadOnlyList<LogEntry>>> GetLogsByBlockHashesAsync(
        IReadOnlyList<Hash32> blockHashes, LogFilter filter, CancellationToken cancellationToken) =>
        way.AskAsync<IReadOnlyList<IReadOnlyList<LogEntry>>>(
            "eth_getLogs", view => [.. blockHashes.Select(hash => view.Logs(hash, filter))], cancellationToken);

    public Task<IReadOnlyList<BlockReceipts>> GetReceiptsByBlockHashesAsync(
        IReadOnlyList<Hash32> blockHashes, IReadOnlyList<Address> contracts, CancellationToken cancellationToken) =>
        way.AskAsync<IReadOnlyList<BlockReceipts>>(
            "eth_getBlockReceipts",
            view => [.. blockHashes.Select(hash => view.Receipts(hash, contracts))],
            cancellationToken);

    public Task<TransactionReceipt?> GetReceiptAsync(Hash32 transactionHash, CancellationToken cancellationToken) =>
        way.AskAsync("eth_getTransactionReceipt", view => view.Receipt(transactionHash), cancellationToken);

    public Task<ChainTransaction?> GetTransactionAsync(Hash32 transactionHash, CancellationToken cancellationToken) =>
        way.AskAsync("eth_getTransactionByHash", view => view.Transaction(transactionHash), cancellationToken);

    public Task<ulong> GetTransactionCountAsync(
        Address account, BlockTag block, CancellationToken cancellationToken) =>
        way.AskAsync("eth_getTransactionCount", view => view.Count(account, block), cancellationToken);

    public Task<BigInteger> GetBalanceAsync(Address account, CancellationToken cancellationToken) =>
        way.AskAsync("eth_getBalance", _ => account == chain.Broke ? 0 : BigInteger.Pow(10, 18), cancellationToken);

    public Task<byte[]> GetCodeAsync(Address account, CancellationToken cancellationToken) =>
        way.AskAsync<byte[]>("eth_getCode", static _ => [], cancellationToken);

    public Task<BigInteger> GetGasPriceAsync(CancellationToken cancellationToken) =>
        way.AskAsync("eth_gasPrice", static view => view.GasPrice(), cancellationToken);

    public Task<byte[]> CallAsync(CallRequest request, BlockTag block, CancellationToken cancellationToken) =>
        way.AskAsync("eth_call", view => view.Call(request, block), cancellationToken);

    public Task<ulong> EstimateGasAsync(CallRequest request, CancellationToken cancellationToken) =>
        way.AskAsync("eth_estimateGas", _ => NodeView.Estimate(request), cancellationToken);

    public Task<SendOutcome> SendRawTransactionAsync(
        ReadOnlyMemory<byte> transaction, CancellationToken cancellationToken)
    {
        var signed = SignedTransaction.Decode(transaction.Span);
        sent(signed);
        return way.AskAsync("eth_sendRawTransaction", view => view.Send(signed), cancellationToken);
    }
}
