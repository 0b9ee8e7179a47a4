using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Cli.Views.Events;
using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>The demo: the whole life of a receivable, on the running service.</summary>
internal sealed class DemoStory(CommandRun run)
{
    private readonly LedgerClient _client = run.Client;
    private readonly CancellationToken _cancellation = run.Cancellation;
    private readonly DemoStage _stage = new(run.Terminal);

    public async Task<ExitCode> PlayAsync()
    {
        var before = await _client.GetStatusAsync(_cancellation);
        _stage.Say($"Service {_client.Service}, chain {before.ChainId}, ledger {before.LedgerAddress}, "
            + $"block {before.HeadBlock}");
        using var cast = await DemoCast.EnterAsync(run);
        var scene = new DemoScene(run, cast, _stage);
        var maturity = new MaturityChapter(scene);

        await maturity.NameAccountsAsync();
        var (first, second) = await new InvoiceChapter(scene).PlayAsync();
        var (steel, ore) = await new TransferChapter(scene).PlayAsync(first);
        await new FinancingChapter(scene).PlayAsync(ore);
        await new CorrectionChapter(scene).PlayAsync(steel);
        await maturity.PlayAsync(first, second);
        await ShowEventsAsync(first);
        return await ShowEndAsync(scene, first, second);
    }

    private async Task ShowEventsAsync(InvoiceId receivable)
    {
        _stage.Step("What the contracts have recorded of the first one");
        var lines = new EventLines(_client);
        var filter = new EventFilter { Invoice = receivable };
        await foreach (var message in _client.Events.WatchAsync(filter, _cancellation))
        {
            if (message.MessageCase == WatchEventsResponse.MessageOneofCase.CaughtUp) break;
            run.Terminal.Story.Write(await lines.ReadAsync(message, _cancellation));
        }
    }

    private async Task<ExitCode> ShowEndAsync(DemoScene scene, params InvoiceId[] ids)
    {
        _stage.Step("Where it ends: everything that was promised is accounted for");
        var end = new ListReceivablesResponse();
        foreach (var id in ids)
        {
            var read = await _client.Receivables.GetReceivableAsync(id, cancellation: _cancellation);
            end.Receivables.Add(read.Receivable);
            end.ReadAt = read.ReadAt;
        }

        var balance = new DemoBalance(scene);
        var addsUp = true;
        foreach (var receivable in end.Receivables) addsUp &= await balance.ShowAsync(receivable);

        var after = await _client.GetStatusAsync(_cancellation);
        _stage.Say();
        _stage.Say($"Block {after.HeadBlock}, final up to block {after.FinalBlock}, at {Show.ReadAt(after.Indexed)}.");
        _stage.Say("Next, where scl is 'dotnet run --project src/SupplyChainLedger.Cli --':");
        _stage.Say($"scl receivable show {end.Receivables[0].Name}");
        _stage.Say("scl settlement due --payer core-motors");
        _stage.Say("scl events --follow");
        if (run.Terminal.Json) run.Terminal.Result(end);
        return addsUp ? ExitCode.Done : ExitCode.Refused;
    }
}
