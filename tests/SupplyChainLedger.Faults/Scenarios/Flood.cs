using System.Globalization;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.EndToEnd.Stage.Parties;
using SupplyChainLedger.Faults.Staging;
using SupplyChainLedger.V1;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>
/// A participant floods the service from several desks, with claims and with dust: transfers of the smallest parts of a
/// receivable. Blocks are small, so that its line is long.
/// </summary>
internal sealed class Flood : Scenario
{
    private const int BatchSize = 20;
    private const int Quota = 1000;
    private const int DustQuota = 60;
    private const int Desks = 4;
    private const int Rounds = 8;

    // Two that were on their way, one that was planned, its own, and one for what an answer takes along.
    private const ulong MaxBlocks = 5;

    public override IReadOnlyList<int> Rows => [61];

    public override string Name => "flood";

    public override string Expectation =>
        "who floods is refused above its quota and waits in its own line; others are taken within five blocks";

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(
            [
                $"--Relay:MaxIntents={BatchSize}",
                $"--Intake:MaxWaitingPerParticipant={Quota}",
                $"--Intake:MaxWaitingPerReceivable={DustQuota}",
            ],
            cancellation);
        using var flooder = await Load.OpenAnotherAsync(stage.Service, "tier3-ore", cancellation);
        var claims = await stage.Load.SubmitAsync(Rounds, cancellation);
        var dusty = stage.Load.Claim(flooder);
        await dusty.SendAsync(cancellation);
        await stage.RestAsync(cancellation);
        await stage.Load.Confirmation(InvoiceOf(dusty)).SendAsync(cancellation);
        await stage.RestAsync(cancellation);

        await stage.Chain.StopMiningAsync(cancellation);
        await FloodAsync(stage, flooder, InvoiceOf(dusty), cancellation);
        var honest = new List<(Intention Intention, ulong Block)>();
        foreach (var claim in claims.Take(Rounds / 2)) await ActAsync(stage, claim, honest, cancellation);
        await stage.Chain.StartMiningAsync(cancellation);
        await stage.Chain.MineAsync(1, cancellation);

        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var desks = Enumerable.Range(0, Desks).Select(_ => StayAsync(stage, flooder, life.Token)).ToList();
        var shortest = double.MaxValue;
        foreach (var claim in claims.Skip(Rounds / 2))
        {
            await ActAsync(stage, claim, honest, cancellation);
            shortest = Math.Min(shortest, await WaitingAsync(stage, cancellation));
        }

        var longest = await BlocksAsync(stage, honest, cancellation);
        await life.CancelAsync();
        await Task.WhenAll(desks);
        ScenarioFailed.Unless(shortest > BatchSize * MaxBlocks, $"only {shortest} intents were waiting at a time");
        ScenarioFailed.Unless(longest <= MaxBlocks, $"an honest intent waited for {longest} blocks");
        return string.Create(
            CultureInfo.InvariantCulture, $"{longest} blocks at most, {shortest} intents waiting at least");
    }

    /// <summary>Sends until both quotas are used up.</summary>
    private static async Task FloodAsync(
        Stage stage, Party flooder, InvoiceId receivable, CancellationToken cancellation)
    {
        var dust = Enumerable.Range(0, DustQuota + 5).Select(_ => stage.Load.Dust(flooder, receivable)).ToList();
        await Task.WhenAll(dust.Select(one => one.SendAsync(cancellation)));
        RequireRefused(dust, 5);
        var claims = Enumerable.Range(0, Quota).Select(_ => stage.Load.Claim(flooder)).ToList();
        foreach (var chunk in claims.Chunk(100)) await Task.WhenAll(chunk.Select(one => one.SendAsync(cancellation)));
        RequireRefused(claims, 1);
    }

    private static void RequireRefused(List<Intention> sent, int least)
    {
        var refused = sent.Where(static one => !one.IsAcknowledged).ToList();
        ScenarioFailed.Unless(
            refused.Count >= least && refused.All(static one => one.Refusal == "PARTICIPANT_QUOTA_EXCEEDED"),
            $"{refused.Count} of {sent.Count} were refused, the last one with {refused.LastOrDefault()?.Refusal}");
    }

    /// <summary>The honest ones: a new claim, a promise for an older one, and a transfer of what it will be.</summary>
    private static async Task ActAsync(
        Stage stage, Intention claim, List<(Intention Intention, ulong Block)> acts, CancellationToken cancellation)
    {
        Intention[] three =
        [
            stage.Load.Claim(),
            stage.Load.Confirmation(InvoiceOf(claim)),
            stage.Load.Transfer(InvoiceOf(claim), 100_00),
        ];
        foreach (var one in three)
        {
            ScenarioFailed.Unless(await one.SendAsync(cancellation), $"an honest intent was refused: {one.Refusal}");
            acts.Add((one, await stage.Reader.Chain.GetBlockNumberAsync(cancellation)));
        }
    }

    /// <summary>A desk of the flooder, which sends whatever it is told.</summary>
    private static async Task StayAsync(Stage stage, Party flooder, CancellationToken cancellation)
    {
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                var claims = Enumerable.Range(0, 50).Select(_ => stage.Load.Claim(flooder)).ToList();
                await Task.WhenAll(claims.Select(one => one.SendAsync(cancellation)));
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // That is how it is stopped.
        }
    }

    private static async Task<double> WaitingAsync(Stage stage, CancellationToken cancellation) =>
        (await MetricsPage.ReadAsync(stage.Service.Web, cancellation))["outbox_entries{state=\"waiting\"}"];

    /// <summary>The most blocks that any of them has waited for, once all have taken effect.</summary>
    private static async Task<ulong> BlocksAsync(
        Stage stage, List<(Intention Intention, ulong Block)> acts, CancellationToken cancellation)
    {
        var longest = 0ul;
        foreach (var (act, accepted) in acts)
        {
            Intent end = new();
            await Patience.UntilAsync("an honest intent was taken", async () =>
            {
                end = (await stage.Load.Buyer.Client.Intents.GetAsync(act.Digest, cancellation)).Intent;
                return end.Inclusion is not null;
            }, cancellation);
            ScenarioFailed.Unless(
                end.State == IntentState.Executed, $"{act.Intent.GetType().Name} came to {end.State}: {end.Rejection}");
            longest = Math.Max(longest, end.Inclusion.BlockNumber - accepted);
        }

        return longest;
    }

    private static InvoiceId InvoiceOf(Intention claim) => ((SubmitInvoice)claim.Intent).Invoice;
}
