using Microsoft.Data.Sqlite;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Relay.Dispatches;
using SupplyChainLedger.Simulation.Bugs;
using SupplyChainLedger.Simulation.Chain;
using SupplyChainLedger.Simulation.Disk;
using SupplyChainLedger.Simulation.Invariants;
using SupplyChainLedger.Simulation.Services;

namespace SupplyChainLedger.Simulation.Running;

/// <summary>What a run has come to.</summary>
/// <param name="Seed">All chance followed from it.</param>
/// <param name="Violation">What must not be; null when everything holds.</param>
/// <param name="TraceHash">Two runs of one seed have the same.</param>
/// <param name="Lives">How often the service was started.</param>
/// <param name="Acknowledged">How many intents it took on.</param>
/// <param name="Simulated">How much time went by.</param>
/// <param name="Events">The names of the events that the chain has in the end, in their order.</param>
internal sealed record SeedOutcome(
    int Seed, string? Violation, ulong TraceHash, int Lives, int Acknowledged, TimeSpan Simulated, string Events);

/// <summary>
/// One run from a seed: a time of load and faults, then a time without faults in which everything must come to its end.
/// </summary>
internal sealed class SeedRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(90);

    private readonly int _seed;
    private readonly Stage _stage;
    private readonly Random _chance;
    private ServiceLife? _life;
    private long _lastStep;
    private int _lives;
    private bool _isCalm;
    private bool _isSettled;

    private SeedRun(int seed, Stage stage)
    {
        (_seed, _stage) = (seed, stage);
        _chance = stage.ChanceOf("lives");
    }

    /// <summary>Runs a seed to its end.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="bug">Planted into the service; null for the service as it is.</param>
    /// <param name="disks">What SQLite was told of.</param>
    /// <param name="show">Told each line of the trace; null when nobody reads it.</param>
    public static SeedOutcome Of(int seed, PlantedBug? bug, DiskRegistry disks, Action<string>? show)
    {
        var stage = new Stage(seed, bug, disks, show);
        disks.Mount(stage.DiskName, stage.Disk);
        try
        {
            var run = new SeedRun(seed, stage);
            run.Play();
            return new SeedOutcome(
                seed, stage.Verdict.Violation, stage.Trace.Hash, run._lives, stage.Promises.Acknowledged.Count,
                stage.World.Now, string.Join(' ', stage.Chain.EventNames()));
        }
        finally
        {
            disks.Unmount(stage.DiskName);
        }
    }

    private void Play()
    {
        var faults = TimeSpan.FromSeconds(_chance.Next(40, 160));
        Revive();
        MineOn(TimeSpan.FromSeconds(_chance.Next(1, 6)));
        _stage.Callers.Begin(_chance.Next(15, 80), faults);
        _stage.Adversary.Begin();
        _stage.In(faults, CalmDown);
        try
        {
            while (!_isSettled && _stage.Verdict.Violation is null && _stage.World.Advance()) Look();
            if (_stage.Verdict.Violation is null) CheckAtRest();
        }
        catch (Exception fault)
        {
            _stage.Verdict.Report($"the run broke down: {fault}");
        }

        _life?.Dispose();
    }

    /// <summary>After each step: has the service died, or is it to?</summary>
    private void Look()
    {
        if (_life is not { } life) return;
        if (life.Breakdown is { } breakdown) _stage.Verdict.Report(breakdown);
        if (_stage.Disk.IsOff || (!_isCalm && _stage.World.Steps >= _lastStep)) Crash(life);
        else if (_stage.Adversary.TakeKill()) Kill(life, "killed");
        else if (life.Ending is { } ending) End(life, ending);
    }

    private void Crash(ServiceLife life)
    {
        if (_stage.Disk.IsOff || (_stage.Swarm.PowerCuts && _chance.Next(2) == 0)) CutPower(life);
        else if (_chance.Next(4) == 0) StopInOrder(life);
        else Kill(life, "killed");
    }

    private void End(ServiceLife life, string reason)
    {
        // After a failed sync, what is in memory and what is on the disk are not the same.
        if (reason == SimulatedLifetime.ByItself) CutPower(life);
        else Kill(life, reason);
    }

    private void Kill(ServiceLife life, string reason) => Die(life, reason, _stage.Disk.Kill);

    private void CutPower(ServiceLife life) => Die(life, "the power is cut", _stage.Disk.CutPower);

    private void Die(ServiceLife life, string reason, Action survive)
    {
        _stage.Trace.Write(_stage.World.Now, $"life {_lives} ends: {reason}");
        _life = null;
        _stage.Door.Open(null);
        survive();
        life.Dispose();
        _stage.Adversary.UseAbsence();
        _stage.In(TimeSpan.FromSeconds(0.1 + _chance.NextDouble() * 5), Revive);
    }

    private void StopInOrder(ServiceLife life)
    {
        _stage.Trace.Write(_stage.World.Now, $"life {_lives} is told to stop");
        _lastStep = long.MaxValue;
        life.Stop(() => Kill(life, "stopped in order"));
    }

    private void Revive()
    {
        try
        {
            var life = ServiceParts.Build(_stage.NextSetting(), _stage.Bug);
            _lives++;
            _stage.Trace.Write(_stage.World.Now, $"life {_lives} begins");
            _stage.Promises.Look(life.Outbox, _stage.Verdict);
            foreach (var entry in LastWord.Read(life.Outbox)) _stage.Finality.Look(entry);
            _stage.Bug?.BeforeStart(life.Outbox);
            life.Get<OutboxChanges>().Committed += _stage.Finality.Look;
            _life = life;
            _stage.Door.Open(life);
            PlanEnd();
            life.Start();
        }
        catch (Exception fault) when (fault is StartupFault or SqliteException)
        {
            _stage.Trace.Write(_stage.World.Now, $"could not start: {fault.Message}");
            _stage.Disk.CutPower();
            _stage.In(TimeSpan.FromSeconds(2), Revive);
        }
    }

    private void PlanEnd()
    {
        _lastStep = long.MaxValue;
        if (_isCalm) return;
        if (_stage.Swarm.PowerCuts && _chance.Next(3) == 0) _stage.Disk.CutAfter(_chance.Next(1, 400));
        if (_stage.Swarm.Kills || _stage.Swarm.PowerCuts)
            _lastStep = _stage.World.Steps + (long)Math.Pow(10, 1 + _chance.NextDouble() * 3);
    }

    private void MineOn(TimeSpan usual) => _stage.In(usual * (0.5 + _chance.NextDouble()), () =>
    {
        if (_isCalm && LookForRest()) return;
        if (!_stage.Adversary.IsHalted) _stage.Chain.Mine();
        MineOn(_isCalm ? TimeSpan.FromSeconds(20) : usual);
    });

    private void CalmDown()
    {
        _stage.Trace.Write(_stage.World.Now, "no more faults");
        _isCalm = true;
        _lastStep = long.MaxValue;
        _stage.Disk.CutAfter(int.MaxValue);
        _stage.Adversary.End();
        _stage.In(Patience, () => _stage.Verdict.Report($"not at rest after {Patience}: {Restlessness()}"));
    }

    private bool LookForRest() => _isSettled = Restlessness() is null;

    /// <summary>What has not come to its end; null when everything has.</summary>
    private string? Restlessness()
    {
        if (_life is not { IsServing: true } life) return "the service is not there";
        var head = life.Get<IIndexProgress>().Current;
        if (head.Indexed.Hash != _stage.Chain.Tip.Header.Hash)
            return $"the index is at {head.Indexed.Number} of {_stage.Chain.Tip.Number}";
        if (LastWord.Read(life.Outbox).Find(static entry => !entry.IsFinal) is { } open)
            return $"intent {open.Hash} is {open.State} and not final";
        var dispatches = life.Outbox.Read(DispatchTable.ReadOpen);
        return dispatches.Count > 0 ? $"nonce {dispatches[0].Nonce} is in no block" : null;
    }

    private void CheckAtRest()
    {
        if (_life is not { } life)
        {
            _stage.Verdict.Report("the service is not there");
            return;
        }

        _stage.Promises.Look(life.Outbox, _stage.Verdict);
        LastWord.Require(LastWord.Read(life.Outbox), _stage.Chain, _stage.Promises, _stage.Verdict);
        IChainClient node = new SimulatedNode(_stage.Chain, new DirectWay(_stage.Chain), static _ => { });
        var rebuilt = $"{_stage.DiskName}{DiskRegistry.Separator}rebuilt.db";
        Rebuild.RequireSameAsync(life.Index, rebuilt, node, _stage.Network, _stage.Verdict).GetAwaiter().GetResult();
        Conservation.Require(_stage.Chain.Tip.State, life.Index, _stage.Verdict);
        var damage = life.Outbox.Writer.First("PRAGMA integrity_check", static row => row.GetString(0));
        _stage.Verdict.Require(damage == "ok", () => $"the outbox is damaged: {damage}");
    }
}
