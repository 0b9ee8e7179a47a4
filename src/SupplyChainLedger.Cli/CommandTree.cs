using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Commands;
using SupplyChainLedger.Cli.Commands.Indexes;
using SupplyChainLedger.Cli.Commands.Invoices;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Terminals;

namespace SupplyChainLedger.Cli;

/// <summary>All commands of <c>scl</c>, and how a command line becomes one of them.</summary>
internal static class CommandTree
{
    private const string Description = """
        A shared record of invoices: suppliers claim, buyers confirm, nothing is sold twice.

        Results go to standard output, everything else to standard error.
        Exit codes: 0 done, 1 refused, 2 usage, 3 service out of reach or too slow, 130 Ctrl-C.
        """;

    private const string Examples = """
        scl status                        is the service there, and on which chain
        scl demo                          the whole story in half a minute
        scl invoice submit devnet/samples/brakes-eur.xml --as tier1-brakes --buyer core-motors
        scl invoice list --state submitted
        scl receivable holdings --holder tier1-brakes
        scl financing open --financier bank-east
        scl settlement due --payer core-motors
        """;

    /// <summary>Runs one command line to its exit code.</summary>
    public static async Task<int> RunAsync(
        string[] arguments, Surroundings surroundings, CancellationToken cancellation = default)
    {
        var root = Build(surroundings);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            if (LacksSubcommand(parsed)) return await HelpAsync(root, arguments, surroundings, cancellation);
            foreach (var error in parsed.Errors) await surroundings.Error.WriteLineAsync($"error: {error.Message}");
            await surroundings.Error.WriteLineAsync($"Try: {PathOf(parsed.CommandResult)} --help");
            return (int)ExitCode.Usage;
        }

        var invocation = Invocation(surroundings.Output, surroundings.Error);
        return await parsed.InvokeAsync(invocation, cancellation);
    }

    private static bool LacksSubcommand(ParseResult parsed) =>
        parsed.UnmatchedTokens.Count == 0 && parsed.CommandResult.Command.Subcommands.Count > 0;

    /// <summary>Shows what could follow, where nothing did.</summary>
    private static async Task<int> HelpAsync(
        RootCommand root, string[] arguments, Surroundings surroundings, CancellationToken cancellation)
    {
        var invocation = Invocation(surroundings.Error, surroundings.Error);
        await root.Parse([.. arguments, "--help"]).InvokeAsync(invocation, cancellation);
        return (int)ExitCode.Usage;
    }

    private static InvocationConfiguration Invocation(TextWriter output, TextWriter error) =>
        new() { Output = output, Error = error, EnableDefaultExceptionHandler = false };

    private static RootCommand Build(Surroundings surroundings)
    {
        var global = new GlobalOptions(surroundings.Environment);
        var runner = new CommandRunner(global, surroundings);
        var root = new RootCommand(Description)
        {
            global.Service,
            global.Data,
            global.PasswordFile,
            global.Json,
            new Command("invoice", "Submit, answer, withdraw and read invoices.")
            {
                InvoiceSubmitCommand.Create(runner),
                InvoiceConfirmCommand.Create(runner),
                InvoiceRejectCommand.Create(runner),
                InvoiceWithdrawCommand.Create(runner),
                InvoiceShowCommand.Create(runner),
                InvoiceListCommand.Create(runner),
                InvoiceSimilarCommand.Create(runner),
            },
            CommandGroups.Receivable(runner),
            CommandGroups.Financing(runner),
            CommandGroups.Settlement(runner),
            CommandGroups.Dispute(runner),
            CommandGroups.RuleBook(runner),
            CommandGroups.Participant(global, runner),
            CommandGroups.Key(runner),
            new Command("intent", "See what became of a signed intent, hurry it, take it back.")
            {
                IntentShowCommand.Create(runner),
                IntentResendCommand.Create(runner),
                IntentCancelCommand.Create(runner),
            },
            new Command("index", "Check the index of a service, and have it made anew.")
            {
                IndexCheckCommand.Create(runner),
                IndexRebuildCommand.Create(global, runner),
            },
            BackupCommand.Create(global, runner),
            BackupCommand.CreateRestore(global, runner),
            EventsCommand.Create(runner),
            StatusCommand.Create(runner),
            DemoCommand.Create(runner),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, Examples);
        return root;
    }

    private static string PathOf(CommandResult result)
    {
        var parent = result.Parent as CommandResult;
        return parent is null ? "scl" : $"{PathOf(parent)} {result.Command.Name}";
    }
}
