using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Simulation.Bugs;
using SupplyChainLedger.Simulation.Chain;
using SupplyChainLedger.Simulation.Disk;
using SupplyChainLedger.Simulation.Faults;
using SupplyChainLedger.Simulation.Invariants;
using SupplyChainLedger.Simulation.Load;
using SupplyChainLedger.Simulation.Services;
using SupplyChainLedger.Simulation.Time;

namespace SupplyChainLedger.Simulation.Running;

/// <summary>Everything in one run that outlives the service, each with its own chances from the seed.</summary>
internal sealed class Stage
{
    private const ulong ChainId = 31337;

    private readonly int _seed;
    private readonly Strand _outside;
    private byte _lives;

    public Stage(int seed, PlantedBug? bug, DiskRegistry disks, Action<string>? show)
    {
        _seed = seed;
        Bug = bug;
        Disks = disks;
        Trace = new Trace(show);
        World = new World(ChanceOf("order"), Trace);
        Clock = new WallClock(World);
        _outside = new Strand(World, 0);
        Verdict = new Verdict(World, Trace);
        Promises = new Promises();
        Door = new FrontDoor(Promises, Verdict);
        var settings = ChanceOf("settings");
        Swarm = Swarm.Draw(settings);
        Network = new LedgerNetwork(
            ChainId, AddressOf(0xa1), AddressOf(0xb2), DeploymentBlock: 1, FinalityDepth: (uint)settings.Next(0, 7));
        Relay = new RelayOptions { MaxIntents = settings.Next(3) == 0 ? settings.Next(1, 6) : 400 };
        MaxPending = settings.Next(8) == 0 ? settings.Next(2, 10) : 100_000;
        Chain = new SimulatedChain(World, Clock, Trace, ChanceOf("chain"), Network, Parties);
        Disk = new SimulatedDisk(ChanceOf("disk"));
        Callers = new Callers(
            World, _outside, ChanceOf("callers"),
            new IntentDraw(ChanceOf("intents"), Clock, Parties, LedgerDomain.Of(ChainId, Network.Ledger), Chain), Door,
            Chain, Parties, Swarm);
        Adversary = new Adversary(
            World, _outside, ChanceOf("faults"), Swarm, Chain, Disk, Weather, Clock, Callers, Parties, Trace);
        Finality = new FinalityWatch(Chain, Verdict);
        Nonces = new NonceWatch(Verdict);
        bug?.Prepare(Disk);
    }

    public PlantedBug? Bug { get; }

    public DiskRegistry Disks { get; }

    public Trace Trace { get; }

    public World World { get; }

    public WallClock Clock { get; }

    public Verdict Verdict { get; }

    public Promises Promises { get; }

    public FrontDoor Door { get; }

    public Swarm Swarm { get; }

    public LedgerNetwork Network { get; }

    public RelayOptions Relay { get; }

    public int MaxPending { get; }

    public Parties Parties { get; } = new();

    public Weather Weather { get; } = new();

    public SimulatedChain Chain { get; }

    public SimulatedDisk Disk { get; }

    public Callers Callers { get; }

    public Adversary Adversary { get; }

    public FinalityWatch Finality { get; }

    public NonceWatch Nonces { get; }

    /// <summary>The name of the disk that the run's files are on.</summary>
    public string DiskName => $"/seed-{_seed}-{Bug?.Name ?? "none"}";

    /// <summary>Random numbers for one purpose alone, so that a change elsewhere leaves them as they are.</summary>
    public Random ChanceOf(string purpose)
    {
        var seed = _seed;
        foreach (var character in purpose) seed = unchecked(seed * 31 + character);
        return new Random(seed);
    }

    /// <summary>Does something outside of the service when so much time has passed.</summary>
    public void In(TimeSpan delay, Action action) => World.In(delay, _outside, action);

    /// <summary>What the next life of the service is put into.</summary>
    public ServiceSetting NextSetting()
    {
        var strand = new Strand(World, ++_lives);
        var chance = ChanceOf($"node {_lives}");
        var lateness = ChanceOf($"disk {_lives}");
        IWayToNode way = new WeatheredWay(Chain, World, _outside, strand, Weather, chance);
        return new ServiceSetting
        {
            World = World,
            Trace = Trace,
            Clock = Clock,
            Strand = strand,
            DiskStrand = new Strand(World, strand.Number, () => Adversary.DiskLatency * lateness.NextDouble()),
            Node = new SimulatedNode(Chain, Bug?.Between(way) ?? way, Nonces.Look),
            Network = Bug?.Change(Network) ?? Network,
            RelayKey = Parties.Relay,
            Relay = Relay,
            MaxPending = MaxPending,
            DiskName = DiskName,
            MachineStart = $"{Disk.PowerCuts}",
        };
    }

    private static Address AddressOf(byte last) => Address.FromBytes([.. new byte[Address.Size - 1], last]);
}
