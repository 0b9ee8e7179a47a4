using SupplyChainLedger.Client;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.V1;
using MessageCase = SupplyChainLedger.V1.WatchEventsResponse.MessageOneofCase;

namespace SupplyChainLedger.EndToEnd.Tests.Durability;

public sealed class ReorganisationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [Trait("Fault", "11")]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Events_that_a_reorganisation_takes_back_are_taken_back_and_the_intents_are_sent_again(int depth)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var service = await RunningService.StartAsync(_folder.At("data"), "--Chain:FinalityDepth=6");
        using var supplier = await Party.OpenAsync(service, "tier1-brakes");
        using var chain = new DevnetControl(service.Chain);
        var signed = Enumerable.Range(0, depth).Select(_ => supplier.Signer.Submit(Party.NewInvoice())).ToList();
        foreach (var one in signed) await supplier.Client.Invoices.SubmitAsync(one, WaitFor.Included, cancellation);

        await using var messages =
            supplier.Client.Events.WatchAsync(EventFilter.All, cancellation).GetAsyncEnumerator(cancellation);
        var before = await ReadUntilAsync(messages, MessageCase.CaughtUp);
        await chain.ReorganiseAsync(depth, cancellation);
        var took = await ReadUntilAsync(messages, MessageCase.Reorganisation);
        var after = await ReadUntilAsync(messages, depth);

        Assert.Equal(
            before[^(depth + 1)].Event.Position, took[^1].Reorganisation.AfterPosition);
        Assert.Equal(
            signed.Select(one => $"invoices/{one.Intent.Invoice}").Order(),
            after.Select(message => message.Event.InvoiceSubmitted.Invoice).Order());

        await chain.MineAsync(6, cancellation);
        foreach (var one in signed)
        {
            var answer = await supplier.Client.Invoices.SubmitAsync(one, WaitFor.Final, cancellation);
            Assert.Equal((IntentState.Executed, true), (answer.Intent.State, answer.Intent.Final));
            Assert.Single(await EventLog.ReadAsync(supplier.Client, one.Intent.Invoice));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<List<WatchEventsResponse>> ReadUntilAsync(
        IAsyncEnumerator<WatchEventsResponse> messages, MessageCase last)
    {
        var read = new List<WatchEventsResponse>();
        while (await messages.MoveNextAsync())
        {
            if (messages.Current.MessageCase == MessageCase.CaughtUp && last == MessageCase.CaughtUp) break;
            read.Add(messages.Current);
            if (messages.Current.MessageCase == last) break;
        }

        return read;
    }

    private static async Task<List<WatchEventsResponse>> ReadUntilAsync(
        IAsyncEnumerator<WatchEventsResponse> messages, int events)
    {
        var read = new List<WatchEventsResponse>();
        while (read.Count < events && await messages.MoveNextAsync())
        {
            if (messages.Current.MessageCase == MessageCase.Event) read.Add(messages.Current);
        }

        return read;
    }
}
