using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.DataFolders;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Terminals;

namespace SupplyChainLedger.Cli.Commands;

/// <summary><c>scl backup</c> and <c>scl restore</c></summary>
internal static class BackupCommand
{
    private const string Description = """
        Copy what cannot be had again of a data folder (outbox, keys, the saved development chain) into a new folder.
        The service may run meanwhile. Whoever can read the copy has the keys.
        """;

    private const string RestoreDescription = """
        Make a data folder of a backup, after checking every file. At its start the service finds out what the chain
        knows beyond it.
        """;

    public static Command Create(GlobalOptions global, CommandRunner runner)
    {
        var target = new Argument<string>("FOLDER") { Description = "Where to; it must not exist yet." };
        var command = new ExampleCommand("backup", Description, "scl backup /mnt/backups/2026-11-22") { target };
        runner.Attach(command, async run =>
        {
            var data = new ServiceFolder(run.Value(global.Data)!);
            var made = await Backup.WriteAsync(data, run.Value(target), run.Time.GetUtcNow(), run.Cancellation);
            return Tell(run.Terminal, "Backed up", data.Path, Path.GetFullPath(run.Value(target)), made);
        });
        return command;
    }

    public static Command CreateRestore(GlobalOptions global, CommandRunner runner)
    {
        var source = new Argument<string>("FOLDER") { Description = "The backup." };
        var command = new ExampleCommand(
            "restore", RestoreDescription, "scl restore /mnt/backups/2026-11-22 --data .data") { source };
        runner.Attach(command, async run =>
        {
            var data = new ServiceFolder(run.Value(global.Data)!);
            var made = await Backup.RestoreAsync(run.Value(source), data, run.Cancellation);
            return Tell(run.Terminal, "Restored", Path.GetFullPath(run.Value(source)), data.Path, made);
        });
        return command;
    }

    private static ExitCode Tell(Terminal terminal, string what, string from, string to, BackupManifest manifest)
    {
        terminal.Note($"{what} {manifest.Files.Count} files of {manifest.Time:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        terminal.Note($"from {from}");
        terminal.Note($"to   {to}");
        return ExitCode.Done;
    }
}
