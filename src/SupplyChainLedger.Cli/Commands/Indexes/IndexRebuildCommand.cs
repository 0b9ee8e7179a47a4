using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.DataFolders;
using SupplyChainLedger.Cli.Running;

namespace SupplyChainLedger.Cli.Commands.Indexes;

/// <summary><c>scl index rebuild</c></summary>
internal static class IndexRebuildCommand
{
    private const string Description = """
        Delete the index of a service that is stopped. It is a cache: the next start reads all of it from the chain.
        """;

    public static Command Create(GlobalOptions global, CommandRunner runner)
    {
        var command = new ExampleCommand("rebuild", Description, "scl index rebuild --data .data");
        runner.Attach(command, run =>
        {
            var data = new ServiceFolder(run.Value(global.Data)!);
            run.Terminal.Note(data.DeleteIndex()
                ? $"The index in {data.Path} is deleted; the next start reads it from the chain."
                : $"There is no index in {data.Path}; the next start reads it from the chain.");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
