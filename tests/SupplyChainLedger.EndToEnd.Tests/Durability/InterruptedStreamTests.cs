using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.EndToEnd.Tests.Durability;

public sealed class InterruptedStreamTests(PreparedNetwork network) : IDisposable
{
    private const int Claims = 200;
    private const int AnsweredBeforeTheKill = 20;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_stream_outlives_a_killed_service_and_every_claim_is_recorded_once()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var killed = await network.StartCopyAsync(_folder.At("data"));
        using var supplier = await Party.OpenAsync(killed, "tier1-brakes");
        var claims = Enumerable.Range(0, Claims).Select(_ => supplier.Signer.Submit(Party.NewInvoice())).ToList();
        RunningService? resumed = null;
        try
        {
            var answered = 0;
            var outcomes = supplier.Client.Invoices.SubmitManyAsync(
                claims.ToAsyncEnumerable(), WaitFor.Included, cancellation);
            await foreach (var outcome in outcomes)
            {
                Assert.Null(outcome.Refusal);
                if (++answered != AnsweredBeforeTheKill) continue;
                await killed.KillAsync(cancellation);
                resumed = await RunningService.StartAsync(
                    killed.DataFolder, $"--Endpoints:Grpc={killed.Grpc.Authority}");
            }

            Assert.Equal(Claims, answered);
            Assert.Equal(Names(claims), await RecordedAsync(supplier, cancellation));
        }
        finally
        {
            if (resumed is not null) await resumed.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Names(
        IEnumerable<SignedIntent<Contracts.Intents.SubmitInvoice>> claims) =>
        claims.Select(claim => $"invoices/{claim.Intent.Invoice}").Order();

    private static async Task<List<string>> RecordedAsync(Party party, CancellationToken cancellation)
    {
        var events = new List<string>();
        await foreach (var message in party.Client.Events.WatchAsync(new(), cancellation))
        {
            if (message.CaughtUp is not null) break;
            if (message.Event?.InvoiceSubmitted is { } submitted) events.Add(submitted.Invoice);
        }

        return [.. events.Order()];
    }
}
