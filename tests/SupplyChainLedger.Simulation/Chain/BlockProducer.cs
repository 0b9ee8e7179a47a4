using System.Buffers.Binary;
using System.Numerics;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>Executes transactions and makes blocks of them.</summary>
internal sealed class BlockProducer(LedgerNetwork network, LedgerModel ledger)
{
    private const ulong FixedGas = 300_000;
    private const ulong GasPerIntent = 45_000;
    private const ulong GasLimit = 30_000_000;

    private ulong _salt;

    /// <summary>The gas without which a transaction with these intents reverts.</summary>
    public static ulong GasFor(int intents) => FixedGas + GasPerIntent * (ulong)intents;

    /// <summary>Makes a block on top of another one.</summary>
    /// <param name="parent">The block below; null for the first.</param>
    /// <param name="time">Its timestamp.</param>
    /// <param name="baseFee">Wei per gas; null on a chain without a fee market.</param>
    /// <param name="register">What the contracts log in it without an intent.</param>
    /// <param name="transactions">What it takes, in their order, each of which can go.</param>
    public MinedBlock Make(
        MinedBlock? parent,
        ulong time,
        BigInteger? baseFee,
        IEnumerable<LedgerEvent> register,
        IEnumerable<SignedTransaction> transactions)
    {
        var number = parent is null ? 0 : parent.Number + 1;
        var parentHash = parent?.Header.Hash ?? Hash32.Zero;
        var block = new Draft(number, HashOf(parentHash, number), parent?.State.Copy() ?? new LedgerState(), time);
        foreach (var happened in register) Log(block, ContractOf(happened), Hash32.Zero, happened);
        foreach (var transaction in transactions) Execute(block, transaction);
        var header = new BlockHeader
        {
            Number = number,
            Hash = block.Hash,
            ParentHash = parentHash,
            Timestamp = time,
            BaseFeePerGas = baseFee,
            GasLimit = GasLimit,
            GasUsed = 0,
            LogsBloom = BloomOf.Logs(block.Logs),
            StateRoot = Hash32.Zero,
            ReceiptsRoot = Hash32.Zero,
            HashOfFields = block.Hash,
        };
        return new MinedBlock(header, parent, block.Transactions, block.Logs, block.State);
    }

    private void Execute(Draft block, SignedTransaction transaction)
    {
        block.State.Count(transaction.Sender);
        var data = transaction.Transaction.Data;
        var calls = LedgerModel.CallsOf(data);
        var gas = GasFor(calls.Length);
        if (transaction.Transaction.GasLimit < gas)
        {
            block.Transactions.Add(new MinedTransaction(transaction, false, transaction.Transaction.GasLimit));
            return;
        }

        var isBatch = LedgerCalls.Execute.Selector.Opens(data);
        var succeeded = true;
        foreach (var call in calls)
        {
            // Alone, what is turned down reverts with all that it has done.
            if (!isBatch && ledger.Judge(call, block.State.Copy(), block.Time).Outcome != BatchOutcome.Executed)
                succeeded = false;
            else
                Log(block, network.Ledger, transaction.Hash, ledger.Judge(call, block.State, block.Time).Event);
        }

        block.Transactions.Add(new MinedTransaction(transaction, succeeded, gas));
    }

    private static void Log(Draft block, Address contract, Hash32 transaction, LedgerEvent happened)
    {
        var log = LedgerEvents.Encode(happened);
        block.Logs.Add(new LogEntry
        {
            Address = contract,
            Topics = [.. log.Topics],
            Data = log.Data,
            BlockNumber = block.Number,
            BlockHash = block.Hash,
            TransactionHash = transaction,
            TransactionIndex = block.Transactions.Count,
            LogIndex = block.Logs.Count,
        });
        if (happened is SignerRevoked revoked) block.State.Revoke(revoked.Signer);
    }

    private Address ContractOf(LedgerEvent happened) =>
        happened is RulesProposed ? network.Ledger : network.Participants;

    private Hash32 HashOf(Hash32 parent, ulong number)
    {
        Span<byte> bytes = stackalloc byte[48];
        parent.CopyTo(bytes);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[32..], number);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[40..], _salt++);
        return Keccak256.Hash(bytes);
    }

    private sealed record Draft(ulong Number, Hash32 Hash, LedgerState State, ulong Time)
    {
        public List<MinedTransaction> Transactions { get; } = [];

        public List<LogEntry> Logs { get; } = [];
    }
}
