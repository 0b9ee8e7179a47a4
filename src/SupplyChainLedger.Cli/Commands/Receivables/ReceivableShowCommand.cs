using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Receivables;

/// <summary><c>scl receivable show</c></summary>
internal static class ReceivableShowCommand
{
    private const string Description = """
        Show a receivable with what is left of it and who holds it; or, with holdings/ in front, one holding.
        """;

    private const string Examples = """
        scl receivable show receivables/0x…
        scl receivable show holdings/0x…
        """;

    public static Command Create(CommandRunner runner)
    {
        var name = new Argument<string>("NAME")
        {
            Description = "receivables/0x… (the id of its invoice, which may stand alone) or holdings/0x….",
        };
        var command = new ExampleCommand("show", Description, Examples) { name };
        runner.Attach(command, run => RunAsync(run, run.Value(name)));
        return command;
    }

    private static Task<ExitCode> RunAsync(CommandRun run, string name)
    {
        var isHolding = name.StartsWith("holdings/", StringComparison.Ordinal);
        if (isHolding && ResourceNames.TryParseHolding(name, out var holding)) return ShowAsync(run, holding);
        if (!isHolding && ResourceNames.TryParseReceivable(name, out var receivable)) return ShowAsync(run, receivable);
        throw new UsageException($"'{name}' is neither a receivable nor a holding: 0x and 64 hexadecimal digits are "
            + "needed, as 'scl receivable list' and 'scl receivable holdings' show them.");
    }

    private static async Task<ExitCode> ShowAsync(CommandRun run, HoldingId holding)
    {
        var answer = await run.Client.Receivables.GetHoldingAsync(holding, cancellation: run.Cancellation);
        run.Terminal.Result(answer, HoldingView.Of(answer.Holding, answer.ReadAt)!);
        return ExitCode.Done;
    }

    private static async Task<ExitCode> ShowAsync(CommandRun run, InvoiceId receivable)
    {
        var answer = await run.Client.Receivables.GetReceivableAsync(receivable, cancellation: run.Cancellation);
        var holdings = run.Terminal.Json
            ? new ListHoldingsResponse()
            : await Pages.ReadAllAsync(
                new ListHoldingsRequest { Receivable = answer.Receivable.Name },
                run.Client.Receivables.ListHoldingsAsync,
                run.Cancellation);
        var open = holdings.Holdings.Where(holding => holding.Phase != HoldingPhase.Closed);
        run.Terminal.Result(
            answer, ReceivableView.Of(answer.Receivable, answer.ReadAt)!, HoldingView.Table(open));
        return ExitCode.Done;
    }
}
