using System.Numerics;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Simulation.Chain;
using SupplyChainLedger.Simulation.Disk;
using SupplyChainLedger.Simulation.Load;
using SupplyChainLedger.Simulation.Time;

namespace SupplyChainLedger.Simulation.Faults;

/// <summary>Makes the faults of a run happen, and ends them.</summary>
internal sealed class Adversary(
    World world, Strand strand, Random chance, Swarm swarm, SimulatedChain chain, SimulatedDisk disk, Weather weather,
    WallClock clock, Callers callers, Parties parties, Trace trace)
{
    /// <summary>Somebody uses a key for the last time while it is being revoked.</summary>
    private const int LastUses = 8;

    private static readonly BigInteger Gwei = 1_000_000_000;
    private static readonly TimeSpan Rush = TimeSpan.FromSeconds(3);

    private BigInteger? _usualFee;
    private bool _isOver;
    private bool _isKillDue;

    /// <summary>No block is made.</summary>
    public bool IsHalted { get; private set; }

    /// <summary>How long a write waits for its turn.</summary>
    public TimeSpan DiskLatency { get; private set; } = TimeSpan.FromMilliseconds(2);

    /// <summary>Begins; each kind of fault comes again and again at times of its own.</summary>
    public void Begin()
    {
        _usualFee = chain.BaseFee;
        if (chance.Next(2) == 0) chain.Reluctance = 0.2;
        if (swarm.Reorganisations) Repeat(15, Reorganise);
        if (swarm.BadNetwork) Repeat(25, WorsenNetwork);
        if (swarm.StaleNodes) Repeat(20, LetNodesLag);
        if (swarm.LostTransactions) Repeat(20, LoseTransactions);
        if (swarm.Halts) Repeat(60, () => For(40, "no blocks", () => IsHalted = true, () => IsHalted = false));
        if (swarm.Money) Repeat(40, Impoverish);
        if (swarm.ClockJumps) Repeat(40, MoveClock);
        if (swarm.BadDisk) Repeat(40, WorsenDisk);
        if (swarm.Revocations || swarm.Rescues) Once(40, Revoke);
        if (swarm.StolenNonces) Once(60, StealNonce);
        if (swarm.Rescues) Repeat(12, Rescue);
    }

    /// <summary>Everything is as it should be from now on.</summary>
    public void End()
    {
        _isOver = true;
        weather.Clear();
        IsHalted = false;
        DiskLatency = TimeSpan.FromMilliseconds(2);
        chain.Broke = null;
        chain.BaseFee = _usualFee;
        chain.Reluctance = 0;
        clock.Error = TimeSpan.Zero;
        disk.IsFull = false;
        disk.SyncsToFail = 0;
    }

    /// <summary>Whether the service is to die at this very moment; asked once for each.</summary>
    public bool TakeKill()
    {
        var isDue = _isKillDue && !_isOver;
        _isKillDue = false;
        return isDue;
    }

    /// <summary>The service has just died: what happens now, it does not see.</summary>
    public void UseAbsence()
    {
        if (swarm.Rescues && !_isOver) CarryRefused();
    }

    private void Reorganise()
    {
        var depth = chance.Next(1, (int)chain.Network.FinalityDepth + 1);
        chain.Reorganise(depth, swarm.LostTransactions ? chance.Next(3) * 0.5 : 0);
    }

    private void WorsenNetwork()
    {
        switch (chance.Next(5))
        {
            case 0:
                For(15, "the node is away", () => weather.Unreachable = 1, () => weather.Unreachable = 0);
                break;
            case 1:
                For(20, "answers get lost", () => weather.LostAnswer = 0.3, () => weather.LostAnswer = 0);
                break;
            case 2:
                For(20, "calls hang", () => weather.Hang = 0.2, () => weather.Hang = 0);
                break;
            case 3:
                For(20, "calls are refused", () => weather.Refused = 0.5, () => weather.Refused = 0);
                break;
            default:
                For(
                    20, "the network is slow", () => weather.Latency = TimeSpan.FromSeconds(4),
                    () => weather.Latency = TimeSpan.FromMilliseconds(20));
                break;
        }
    }

    private void LetNodesLag() =>
        For(15, "some nodes are stale", () => weather.Stale = 0.3, () => weather.Stale = 0);

    private void LoseTransactions() => Do("the pool is forgotten", chain.Pool.Clear);

    private void Impoverish()
    {
        if (_usualFee is null || chance.Next(2) == 0)
        {
            For(30, "the relay is broke", () => chain.Broke = parties.Relay.Address, () => chain.Broke = null);
            return;
        }

        var fee = chance.Next(3) == 0 ? 600 * Gwei : chance.Next(2, 60) * Gwei;
        For(40, $"the base fee is {fee}", () => chain.BaseFee = fee, () => chain.BaseFee = _usualFee);
    }

    private void MoveClock()
    {
        var error = TimeSpan.FromSeconds(chance.Next(3) == 0 ? chance.Next(-3600, 3600) : chance.Next(-60, 60));
        For(60, $"the clock is off by {error}", () => clock.Error = error, () => clock.Error = TimeSpan.Zero);
    }

    private void WorsenDisk()
    {
        switch (chance.Next(3))
        {
            case 0:
                For(15, "the disk is full", () => disk.IsFull = true, () => disk.IsFull = false);
                break;
            case 1:
                Do("the next sync fails", () => disk.SyncsToFail = 1);
                break;
            default:
                For(
                    20, "the disk is slow", () => DiskLatency = TimeSpan.FromSeconds(1),
                    () => DiskLatency = TimeSpan.FromMilliseconds(2));
                break;
        }
    }

    private void Revoke()
    {
        var supplier = Parties.Suppliers[chance.Next(Parties.Suppliers.Count)];
        var key = parties.KeyOf(supplier, 0).Address;
        callers.Begin(LastUses, Rush);
        world.In(Rush, strand, () =>
            Do($"the key {key} is revoked", () => chain.Register(new SignerRevoked(supplier, key))));
    }

    /// <summary>With a slow disk the index soon knows more than the outbox, and so it does after a kill.</summary>
    private void Rescue()
    {
        CarryRefused();
        if (!swarm.Kills) return;
        For(
            3, "the disk is slow", () => DiskLatency = TimeSpan.FromSeconds(1),
            () => DiskLatency = TimeSpan.FromMilliseconds(2));
        world.In(Draw(1), strand, () => _isKillDue = true);
    }

    private void CarryRefused()
    {
        callers.Rescue();
        if (!IsHalted) chain.Mine();
    }

    private void StealNonce() =>
        Do("somebody else spends a nonce of the relay", () => callers.Spend(parties.Relay));

    private void Repeat(double seconds, Action fault) => Once(seconds, () =>
    {
        fault();
        Repeat(seconds, fault);
    });

    private void Once(double seconds, Action fault) => world.In(Draw(seconds), strand, () =>
    {
        if (!_isOver) fault();
    });

    private void For(double seconds, string what, Action begin, Action end)
    {
        Do(what, begin);
        world.In(Draw(seconds), strand, () =>
        {
            if (!_isOver) Do($"no longer: {what}", end);
        });
    }

    private void Do(string what, Action action)
    {
        trace.Write(world.Now, what);
        action();
    }

    /// <summary>A time around a mean.</summary>
    private TimeSpan Draw(double mean) => TimeSpan.FromSeconds(mean * (0.2 + 1.6 * chance.NextDouble()));
}
