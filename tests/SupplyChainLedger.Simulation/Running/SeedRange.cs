using System.Diagnostics;
using System.Globalization;
using SupplyChainLedger.Simulation.Bugs;
using SupplyChainLedger.Simulation.Disk;

namespace SupplyChainLedger.Simulation.Running;

/// <summary>Runs many seeds, as many at once as there are cores; each by itself on one thread.</summary>
internal sealed class SeedRange
{
    private const int Succeeded = 0;
    private const int Failed = 1;

    private readonly TextWriter _output;

    public SeedRange(TextWriter output)
    {
        _output = output;
        DiskVfs.Install(Disks);
    }

    /// <summary>The disks that SQLite sees in this process.</summary>
    public DiskRegistry Disks { get; } = new();

    /// <summary>Runs a range of seeds and tells what violates an invariant.</summary>
    public int Run(int first, int count)
    {
        var clock = Stopwatch.StartNew();
        var outcomes = new List<SeedOutcome>();
        Each(first, count, bug: null, outcome =>
        {
            outcomes.Add(outcome);
            if (outcome.Violation is { } violation) Say($"seed {outcome.Seed}: {violation}");
            return true;
        });
        var violated = outcomes.Count(static one => one.Violation is not null);
        Say($"{outcomes.Count - violated} of {outcomes.Count} seeds hold, "
            + $"{outcomes.Sum(static one => one.Lives)} lives of the service, "
            + $"{outcomes.Sum(static one => one.Acknowledged)} intents, "
            + $"{outcomes.Sum(static one => one.Simulated.TotalHours):0} hours in {clock.Elapsed.TotalSeconds:0.0} s");
        return violated == 0 ? Succeeded : Failed;
    }

    /// <summary>Runs one seed and prints its trace.</summary>
    public int Replay(int seed, string? bug)
    {
        var outcome = SeedRun.Of(seed, bug is null ? null : Named(bug), Disks, _output.WriteLine);
        Say($"seed {seed}: {outcome.Violation ?? "holds"}; trace {outcome.TraceHash:x16}");
        return outcome.Violation is null ? Succeeded : Failed;
    }

    /// <summary>Plants every bug, one after the other.</summary>
    public int HuntAll(int most) => PlantedBug.All.Sum(bug => Hunt(bug.Name, most)) == 0 ? Succeeded : Failed;

    /// <summary>Plants a bug and runs seeds until one finds it.</summary>
    public int Hunt(string name, int most)
    {
        var bug = Named(name);
        var found = FirstToFind(bug, most);
        Say(found is null
            ? $"{bug.Name}: not found within {most} seeds"
            : $"{bug.Name}: found after {found.Seed} seeds: {found.Violation}");
        return found is null ? Failed : Succeeded;
    }

    /// <summary>The first seed that finds a bug; null when none does.</summary>
    public SeedOutcome? FirstToFind(PlantedBug bug, int most)
    {
        SeedOutcome? found = null;
        Each(1, most, bug, outcome =>
        {
            if (outcome.Violation is not null && (found is null || outcome.Seed < found.Seed)) found = outcome;
            return found is null;
        });
        return found;
    }

    /// <summary>Runs one seed without a trace.</summary>
    public SeedOutcome Outcome(int seed) => SeedRun.Of(seed, bug: null, Disks, show: null);

    private static PlantedBug Named(string name) => PlantedBug.All.Single(one => one.Name == name);

    private void Each(int first, int count, PlantedBug? bug, Func<SeedOutcome, bool> goesOn)
    {
        var next = first - 1;
        var isOver = false;
        var gate = new Lock();
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work)).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();

        void Work()
        {
            while (!Volatile.Read(ref isOver))
            {
                var seed = Interlocked.Increment(ref next);
                if (seed >= first + count) return;
                var outcome = SeedRun.Of(seed, bug, Disks, show: null);
                lock (gate)
                    if (!goesOn(outcome)) Volatile.Write(ref isOver, true);
            }
        }
    }

    private void Say(FormattableString line) => _output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private void Say(string line) => _output.WriteLine(line);
}
