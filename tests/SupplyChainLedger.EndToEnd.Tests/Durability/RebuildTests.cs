using SupplyChainLedger.Client;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.EndToEnd.Tests.Durability;

public sealed class RebuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_index_that_was_deleted_comes_back_with_the_same_content()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Content before;
        await using (var service = await RunningService.StartAsync(_folder.At("data")))
        {
            await FillAsync(service);
            before = await ReadAsync(service);
            Assert.Equal(0, await service.TerminateAsync(cancellation));
        }

        foreach (var file in Directory.EnumerateFiles(_folder.At("data"), "index.db*")) File.Delete(file);
        await using var rebuilt = await RunningService.StartAsync(_folder.At("data"));
        var after = await ReadAsync(rebuilt);

        Assert.Equal(before.Invoices, after.Invoices);
        Assert.Equal(before.Participants, after.Participants);
        Assert.Equal(before.Events, after.Events);
        Assert.NotEmpty(after.Invoices);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task FillAsync(RunningService service)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var supplier = await Party.OpenAsync(service, "tier1-brakes");
        using var buyer = await Party.OpenAsync(service, "core-motors");
        var signed = Enumerable.Range(0, 4).Select(_ => supplier.Signer.Submit(Party.NewInvoice())).ToList();
        foreach (var one in signed) await supplier.Client.Invoices.SubmitAsync(one, WaitFor.Included, cancellation);
        await buyer.Client.Invoices.ConfirmAsync(
            buyer.Signer.Confirm(signed[0].Intent.Invoice, 1), WaitFor.Included, cancellation);
        await buyer.Client.Invoices.RejectAsync(
            buyer.Signer.Reject(signed[1].Intent.Invoice, "not ours"), WaitFor.Included, cancellation);
        await supplier.Client.Invoices.WithdrawAsync(
            supplier.Signer.Withdraw(signed[2].Intent.Invoice), WaitFor.Included, cancellation);
    }

    private static async Task<Content> ReadAsync(RunningService service)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var client = LedgerClient.Connect(service.Grpc);
        var invoices = await Pages.ReadAllAsync(
            new ListInvoicesRequest(), client.Invoices.ListInvoicesAsync, cancellation);
        var participants = await client.Participants.ListPageAsync(cancellation: cancellation);
        return new Content(invoices.Invoices, participants.Participants, await EventLog.ReadAsync(client));
    }

    private sealed record Content(
        IReadOnlyList<Invoice> Invoices, IReadOnlyList<Participant> Participants, IReadOnlyList<Event> Events);
}
