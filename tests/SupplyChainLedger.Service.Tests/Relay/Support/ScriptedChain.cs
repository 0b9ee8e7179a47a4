using System.Numerics;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>
/// A chain in memory that makes a block when it is told to, and every fault that the relay must live with. Its node
/// takes and refuses transactions as real ones do.
/// </summary>
internal sealed partial class ScriptedChain
{
    private readonly List<ScriptedBlock> _blocks = [];
    private readonly Dictionary<Hash32, SignedTransaction> _pool = [];
    private readonly ManualClock _clock;
    private int _salt;

    public ScriptedChain(ScriptedLedger ledger, ManualClock clock)
    {
        Ledger = ledger;
        _clock = clock;
        Mine();
    }

    public ScriptedLedger Ledger { get; }

    public IReadOnlyList<ScriptedBlock> Blocks => _blocks;

    public IEnumerable<SignedTransaction> Pool => _pool.Values;

    public ScriptedBlock Tip => _blocks[^1];

    public BigInteger? BaseFee { get; set; } = 1_000_000_000;

    public BigInteger PriorityFee { get; set; } = 1_000_000_000;

    public ulong GasPerIntent { get; set; } = 45_000;

    /// <summary>Intents that need more gas than there is.</summary>
    public HashSet<IntentHash> Greedy { get; } = [];

    /// <summary>How often a batch was tried out.</summary>
    public int Trials { get; private set; }

    public ulong BlockGasLimit { get; set; } = 30_000_000;

    /// <summary>How far the time of blocks lies behind the clock.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>Makes a block of what waits and may go in.</summary>
    public ScriptedBlock Mine()
    {
        var number = (ulong)_blocks.Count;
        var parent = _blocks.Count == 0 ? Hash32.Zero : Tip.Header.Hash;
        var time = _clock.Seconds - (ulong)Slowness.TotalSeconds;
        var block = new ScriptedBlock(new BlockHeader
        {
            Number = number,
            Hash = Keccak256.Hash(BitConverter.GetBytes(++_salt)),
            ParentHash = parent,
            Timestamp = _blocks.Count == 0 ? time : Math.Max(time, Tip.Header.Timestamp + 1),
            BaseFeePerGas = BaseFee,
            GasLimit = BlockGasLimit,
            GasUsed = 0,
            LogsBloom = LogsBloom.FromBytes(new byte[LogsBloom.Size]),
            StateRoot = Hash32.Zero,
            ReceiptsRoot = Hash32.Zero,
        });
        _blocks.Add(block);
        while (NextForBlock() is { } transaction)
        {
            _pool.Remove(transaction.Hash);
            Execute(transaction, block);
        }

        return block;
    }

    /// <summary>Takes back the newest blocks.</summary>
    /// <param name="depth">How many.</param>
    /// <param name="keepTransactions">Their transactions wait in the pool again.</param>
    public void Reorganise(int depth, bool keepTransactions)
    {
        for (var i = 0; i < depth; i++)
        {
            if (keepTransactions)
                foreach (var transaction in Tip.Transactions) _pool[transaction.Hash] = transaction;
            _blocks.RemoveAt(_blocks.Count - 1);
        }
    }

    /// <summary>The node forgets what waits.</summary>
    public void ForgetPool() => _pool.Clear();

    /// <summary>Another user of the chain sends something.</summary>
    public void Add(SignedTransaction transaction) => _pool[transaction.Hash] = transaction;

    private ulong CountOf(Address sender, ulong upTo = ulong.MaxValue) => (ulong)_blocks
        .Where(block => block.Header.Number <= upTo)
        .Sum(block => block.Transactions.Count(transaction => transaction.Sender == sender));

    private SignedTransaction? NextForBlock() => _pool.Values
        .Where(transaction => transaction.Transaction.Nonce == CountOf(transaction.Sender))
        .OrderByDescending(MaxFee)
        .FirstOrDefault(transaction => MaxFee(transaction) >= (BaseFee ?? 0));

    private void Execute(SignedTransaction transaction, ScriptedBlock block)
    {
        block.Transactions.Add(transaction);
        var calls = CallsOf(transaction.Transaction.Data);
        if (GasFor(calls) > transaction.Transaction.GasLimit)
        {
            block.Reverted.Add(transaction.Hash);
            return;
        }

        foreach (var call in calls)
        {
            var outcome = Ledger.Judge(call, block.Header.Timestamp, IsUsedAt(block.Header.Number));
            if (outcome.Spent is { } spent) block.Spent.Add(spent);
            var place = new RecordedAt(block.Ref, transaction.Hash, (uint)block.Outcomes.Count);
            block.Outcomes.Add(outcome.Word with { At = place });
        }
    }

    private Func<(ParticipantId, Nonce), bool> IsUsedAt(ulong block) =>
        nonce => _blocks.TakeWhile(one => one.Header.Number <= block).Any(one => one.Spent.Contains(nonce));

    private ulong GasFor(byte[][] calls) => calls.Any(call => Greedy.Contains(Ledger.HashOf(call)))
        ? 100_000_000
        : 300_000 + GasPerIntent * (ulong)calls.Length;

    private static byte[][] CallsOf(byte[] data) =>
        LedgerCalls.Execute.Selector.Opens(data) ? LedgerCalls.Execute.DecodeCall(data) : [data];

    private static BigInteger MaxFee(SignedTransaction transaction) => transaction.Transaction switch
    {
        Eip1559Transaction dynamic => dynamic.MaxFeePerGas,
        LegacyTransaction legacy => legacy.GasPrice,
        _ => 0,
    };
}
