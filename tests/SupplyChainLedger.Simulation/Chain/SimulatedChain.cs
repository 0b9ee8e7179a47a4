using System.Numerics;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Simulation.Time;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>
/// A chain whose blocks, forks and losses follow from a seed, and which never takes back what it has shown to be final.
/// </summary>
internal sealed class SimulatedChain
{
    private static readonly BigInteger Gwei = 1_000_000_000;

    private static readonly RulesProposed FirstRules = new(1, default, 0, Execution.Rules);

    private readonly World _world;
    private readonly WallClock _clock;
    private readonly Trace _trace;
    private readonly Random _chance;
    private readonly BlockProducer _producer;
    private readonly Dictionary<Hash32, MinedBlock> _blocks = [];
    private readonly List<LedgerEvent> _register = [];

    public SimulatedChain(
        World world, WallClock clock, Trace trace, Random chance, LedgerNetwork network, Parties parties)
    {
        (_world, _clock, _trace, _chance, Network) = (world, clock, trace, chance, network);
        Ledger = new LedgerModel(LedgerDomain.Of(network.ChainId, network.Ledger), parties);
        _producer = new BlockProducer(network, Ledger);
        BaseFee = chance.Next(4) == 0 ? null : Gwei;
        Tip = Keep(_producer.Make(null, clock.Seconds - 2, BaseFee, [], []));
        Tip = Keep(_producer.Make(Tip, clock.Seconds - 1, BaseFee, [FirstRules, .. parties.Registrations()], []));
        Abandoned = Tip;
    }

    public LedgerNetwork Network { get; }

    public LedgerModel Ledger { get; }

    public TransactionPool Pool { get; } = new();

    /// <summary>The newest block.</summary>
    public MinedBlock Tip { get; private set; }

    /// <summary>The newest block of the branch that was given up last.</summary>
    public MinedBlock Abandoned { get; private set; }

    /// <summary>The highest number that any branch has had.</summary>
    public ulong Height { get; private set; }

    /// <summary>Wei per gas that the next block burns; null on a chain without a fee market.</summary>
    public BigInteger? BaseFee { get; set; }

    /// <summary>Who cannot pay.</summary>
    public Address? Broke { get; set; }

    /// <summary>The share of what waits that a block leaves for later.</summary>
    public double Reluctance { get; set; }

    /// <summary>Number of the newest block that has never been shown with less than enough on top of it.</summary>
    public ulong Final => Height > Network.FinalityDepth ? Height - Network.FinalityDepth : 0;

    public MinedBlock? Find(Hash32 hash) => _blocks.GetValueOrDefault(hash);

    /// <summary>Whether no reorganisation can take back what a block has said.</summary>
    public bool IsFinal(Hash32 hash, ulong number) => number <= Final && Tip.Has(hash, number);

    /// <summary>Which events the contracts have logged, each name once.</summary>
    public IEnumerable<string> EventNames() => Tip.Branch()
        .SelectMany(static block => block.Logs)
        .Select(static log => LedgerEvents.Decode(log.Topics, log.Data)!.GetType().Name)
        .Distinct()
        .Order(StringComparer.Ordinal);

    /// <summary>Lets the register log something in the next block.</summary>
    public void Register(LedgerEvent happened) => _register.Add(happened);

    /// <summary>Makes the next block.</summary>
    public void Mine()
    {
        Tip = MakeOn(Tip, _clock.Seconds);
        Pool.Prune(Tip.State);
        _trace.Write(_world.Now, $"block {Tip.Number} {Short(Tip)} with {Tip.Transactions.Count} transactions");
    }

    /// <summary>Puts another branch in place of the newest blocks.</summary>
    /// <param name="depth">How many of them, at most.</param>
    /// <param name="forgetful">The chance that a transaction of them is lost.</param>
    public void Reorganise(int depth, double forgetful)
    {
        var lowest = Math.Max(Final, Network.DeploymentBlock);
        if (Tip.Number <= lowest) return;
        var old = Tip;
        var taken = (ulong)Math.Min(depth, (long)(Tip.Number - lowest));
        var fork = Tip.At(Tip.Number - taken)!;
        var given = old.Branch().TakeWhile(block => block != fork).ToList();
        foreach (var transaction in given.SelectMany(static block => block.Transactions))
            if (_chance.NextDouble() >= forgetful) Pool.Return(transaction.Signed);
        _register.AddRange(given.SelectMany(RegisteredIn));

        Abandoned = old;
        Tip = fork;
        var length = Math.Max(1, (int)taken + _chance.Next(-1, 2));
        for (var i = 0; i < length; i++) Tip = MakeOn(Tip, Tip.Header.Timestamp + 1);
        Pool.Prune(Tip.State);
        _trace.Write(
            _world.Now, $"reorganised {taken} blocks above {fork.Number}: now {Tip.Number} {Short(Tip)}");
    }

    private static string Short(MinedBlock block) => block.Header.Hash.ToString()[..10];

    private IEnumerable<LedgerEvent> RegisteredIn(MinedBlock block) => block.Logs
        .Where(log => log.Address == Network.Participants)
        .Select(static log => LedgerEvents.Decode(log.Topics, log.Data)!);

    private MinedBlock MakeOn(MinedBlock parent, ulong time)
    {
        var block = Keep(_producer.Make(
            parent, Math.Max(time, parent.Header.Timestamp + 1), BaseFee, _register, Choose(parent.State)));
        _register.Clear();
        return block;
    }

    private List<SignedTransaction> Choose(LedgerState state)
    {
        var chosen = new List<SignedTransaction>();
        var counts = new Dictionary<Address, ulong>();
        foreach (var transaction in Pool.Waiting)
        {
            var sender = transaction.Sender;
            var next = counts.TryGetValue(sender, out var counted) ? counted : state.CountOf(sender);
            if (transaction.Transaction.Nonce != next || sender == Broke) continue;
            if (TransactionPool.MaxFee(transaction) < (BaseFee ?? 0) || _chance.NextDouble() < Reluctance) continue;
            counts[sender] = next + 1;
            chosen.Add(transaction);
        }

        return chosen;
    }

    private MinedBlock Keep(MinedBlock block)
    {
        _blocks[block.Header.Hash] = block;
        Height = Math.Max(Height, block.Number);
        return block;
    }
}
