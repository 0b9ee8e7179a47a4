using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Indexes;

/// <summary><c>scl index check</c></summary>
internal static class IndexCheckCommand
{
    private const string Description = """
        Compare every final block and event in the index of a running service with its node, then every record with what
        its events give. What differs is shown, one a line and of each table the first, and the exit code is 1.
        """;

    public static Command Create(CommandRunner runner)
    {
        var command = new ExampleCommand("check", Description, "scl index check");
        runner.Attach(command, RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandRun run)
    {
        var all = new CheckIndexResponse();
        do
        {
            var part = await run.Client.CheckIndexAsync(all.NextBlock, run.Cancellation);
            all.Blocks += part.Blocks;
            all.Events += part.Events;
            all.Differences.AddRange(part.Differences);
            all.NextBlock = part.NextBlock;
        }
        while (all.NextBlock != 0);

        run.Terminal.Result(all);
        foreach (var one in all.Differences) run.Terminal.Warn($"block {one.Block}: {one.What}");
        run.Terminal.Note(all.Differences.Count == 0
            ? $"{all.Blocks} blocks with {all.Events} events are as on the chain, and all records as their events give them."
            : $"{all.Blocks} blocks with {all.Events} events compared, {all.Differences.Count} differences. Stop the "
                + "service and delete its index with 'scl index rebuild'.");
        return all.Differences.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
