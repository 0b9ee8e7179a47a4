using System.Numerics;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>What one node knows: a branch up to some block, and the pool.</summary>
internal sealed class NodeView(SimulatedChain chain, MinedBlock head)
{
    private const int ServerError = -32000;
    private const int Reverted = 3;
    private static readonly BigInteger Tip = 1_000_000_000;

    public ulong Head => head.Number;

    public BlockHeader? Header(BlockTag tag) =>
        tag.Number is { } number ? head.At(number)?.Header
        : tag == BlockTag.Finalized ? null
        : head.Header;

    public BlockHeader? Header(Hash32 hash) => chain.Find(hash)?.Header;

    public IReadOnlyList<BlockHeader> Headers(ulong from, int count)
    {
        var headers = new List<BlockHeader>();
        for (var number = from; number < from + (ulong)count && head.At(number) is { } block; number++)
            headers.Add(block.Header);
        return headers;
    }

    public IReadOnlyList<LogEntry> Logs(Hash32 blockHash, LogFilter filter)
    {
        var block = chain.Find(blockHash) is { } found && found.Number <= head.Number
            ? found
            : throw Error("eth_getLogs", "unknown block");
        return [.. block.Logs.Where(log => filter.Addresses.Contains(log.Address))];
    }

    public BlockReceipts Receipts(Hash32 blockHash, IReadOnlyList<Address> contracts)
    {
        var logs = Logs(blockHash, LogFilter.InBlock(blockHash) with { Addresses = contracts });
        return new BlockReceipts { Root = chain.Find(blockHash)!.Header.ReceiptsRoot, Logs = logs };
    }

    public TransactionReceipt? Receipt(Hash32 hash)
    {
        foreach (var block in head.Branch())
        {
            if (block.Transactions.FirstOrDefault(one => one.Signed.Hash == hash) is not { } mined) continue;
            return new TransactionReceipt
            {
                TransactionHash = hash,
                BlockHash = block.Header.Hash,
                BlockNumber = block.Number,
                TransactionIndex = 0,
                Succeeded = mined.Succeeded,
                ContractAddress = null,
                GasUsed = mined.GasUsed,
                EffectiveGasPrice = null,
                Logs = [],
            };
        }

        return null;
    }

    public ChainTransaction? Transaction(Hash32 hash)
    {
        var known = chain.Pool.Find(hash)
            ?? head.Branch().SelectMany(static block => block.Transactions)
                .FirstOrDefault(one => one.Signed.Hash == hash)?.Signed;
        return known is null ? null : new ChainTransaction
        {
            Hash = hash,
            BlockHash = null,
            BlockNumber = null,
            From = known.Sender,
            To = known.Transaction.To,
            Nonce = known.Transaction.Nonce,
            Value = 0,
            Input = known.Transaction.Data,
        };
    }

    public ulong Count(Address account, BlockTag tag) => tag == BlockTag.Pending
        ? chain.Pool.CountFrom(account, head.State.CountOf(account))
        : At(tag).State.CountOf(account);

    public BigInteger GasPrice() => chain.BaseFee is { } burnt ? burnt + Tip : 0;

    public byte[] Call(CallRequest request, BlockTag tag)
    {
        var at = At(tag);
        var state = at.State.Copy();
        var calls = LedgerModel.CallsOf(request.Data);
        if (request.GasLimit is { } limit && limit < BlockProducer.GasFor(calls.Length))
            throw Revert(LedgerErrors.InsufficientGas);
        var outcomes = calls.Select(call => chain.Ledger.Judge(call, state, at.Header.Timestamp)).ToList();
        if (LedgerCalls.Execute.Selector.Opens(request.Data))
            return LedgerCalls.Execute.EncodeResult([.. outcomes.Select(static one => one.Outcome)]);
        return outcomes[0].Outcome == BatchOutcome.Executed ? [] : throw Revert(outcomes[0].Reason);
    }

    public static ulong Estimate(CallRequest request) =>
        BlockProducer.GasFor(LedgerModel.CallsOf(request.Data).Length);

    public SendOutcome Send(SignedTransaction transaction)
    {
        if (chain.Pool.Find(transaction.Hash) is not null) return SendOutcome.AlreadyKnown;
        if (transaction.Transaction.Nonce < head.State.CountOf(transaction.Sender))
            throw Refuse(TransactionRejection.NonceTooLow, "nonce too low");
        if (transaction.Sender == chain.Broke)
            throw Refuse(TransactionRejection.InsufficientFunds, "insufficient funds for gas * price + value");
        if (TransactionPool.MaxFee(transaction) < (chain.BaseFee ?? 0))
            throw Refuse(TransactionRejection.FeeTooLow, "max fee per gas less than block base fee");
        return chain.Pool.Add(transaction) is { } rejection
            ? throw Refuse(rejection, "replacement transaction underpriced")
            : SendOutcome.Accepted;
    }

    private MinedBlock At(BlockTag tag)
    {
        if (tag.Number is not { } number) return head;
        var block = tag.Hash is { } hash && number <= head.Number ? chain.Find(hash) : head.At(number);
        return block ?? throw Error("eth_call", "header not found");
    }

    private static JsonRpcErrorException Error(string method, string message) =>
        new(method, new JsonRpcError(ServerError, message, Data: null));

    private static ExecutionRevertedException Revert(byte[] reason) =>
        new("eth_call", new JsonRpcError(Reverted, "execution reverted", reason));

    private static TransactionRejectedException Refuse(TransactionRejection why, string message) =>
        new("eth_sendRawTransaction", new JsonRpcError(ServerError, message, Data: null), why);
}
