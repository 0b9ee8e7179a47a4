using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.EndToEnd.Tests.Durability;

public sealed class NodeAwayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    [Trait("Fault", "22")]
    public async Task An_invoice_submitted_while_the_node_hangs_is_accepted_and_delivered_when_it_is_back()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals");
        var cancellation = TestContext.Current.CancellationToken;
        await using var service = await RunningService.StartAsync(_folder.At("data"));
        using var supplier = await Party.OpenAsync(service, "tier1-brakes");
        var signed = supplier.Signer.Submit(Party.NewInvoice());
        var node = ProcessTable.Mentioning(service.DataFolder).Single(ProcessSignal.IsAnvil);

        ProcessSignal.Stop(node);
        var accepted = await supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Accepted, cancellation);
        ProcessSignal.Continue(node);
        var included = await supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Included, cancellation);

        Assert.Null(accepted.Invoice);
        Assert.Equal(IntentState.Executed, included.Intent.State);
        Assert.Equal(accepted.Intent.Name, included.Intent.Name);
    }

    [Fact]
    public async Task A_node_whose_launcher_is_killed_is_ended_and_another_one_takes_its_place()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the process table");
        var cancellation = TestContext.Current.CancellationToken;
        await using var service = await RunningService.StartAsync(_folder.At("data"));
        using var supplier = await Party.OpenAsync(service, "tier1-brakes");
        var processes = ProcessTable.Mentioning(service.DataFolder).ToLookup(ProcessSignal.IsAnvil);
        var launcher = processes[false].Single(id => id != service.ProcessId);

        using (var process = System.Diagnostics.Process.GetProcessById(launcher)) process.Kill();
        await ProcessTable.WaitForEndAsync(processes[true].Single(), cancellation);
        var included = await supplier.Client.Invoices.SubmitAsync(
            supplier.Signer.Submit(Party.NewInvoice()), WaitFor.Included, cancellation);

        Assert.Equal(IntentState.Executed, included.Intent.State);
    }

    [Fact]
    public async Task An_invoice_is_delivered_once_after_a_kill_between_acknowledgement_and_inclusion()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var killed = await RunningService.StartAsync(_folder.At("data"));
        using var supplier = await Party.OpenAsync(killed, "tier1-brakes");
        using var chain = new DevnetControl(killed.Chain);
        var signed = supplier.Signer.Submit(Party.NewInvoice());

        await chain.StopMiningAsync(cancellation);
        await supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Accepted, cancellation);
        await killed.KillAsync(cancellation);

        await using var next = await RunningService.StartAsync(_folder.At("data"));
        using var again = await Party.OpenAsync(next, "tier1-brakes");
        var included = await again.Client.Invoices.SubmitAsync(signed, WaitFor.Included, cancellation);
        var events = await EventLog.ReadAsync(again.Client, signed.Intent.Invoice);

        Assert.Equal(IntentState.Executed, included.Intent.State);
        Assert.Equal(Event.KindOneofCase.InvoiceSubmitted, Assert.Single(events).KindCase);
    }

    [Fact]
    [Trait("Fault", "46")]
    public async Task A_client_that_vanishes_in_the_middle_of_a_stream_loses_nothing_that_was_acknowledged()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var service = await RunningService.StartAsync(_folder.At("data"));
        using var supplier = await Party.OpenAsync(service, "tier2-steel");
        var signed = Enumerable.Range(0, 50).Select(_ => supplier.Signer.Submit(Party.NewInvoice())).ToList();
        var acknowledged = new HashSet<string>();

        using (var api = new RawInvoices(service.Grpc))
        {
            using var call = api.Service.SubmitInvoices(cancellationToken: cancellation);
            foreach (var one in signed)
            {
                var request = RawInvoices.Request(one);
                await call.RequestStream.WriteAsync(
                    new SubmitInvoicesRequest
                    {
                        RequestId = one.Name,
                        Action = request.Action,
                        Signature = request.Signature,
                        WaitFor = WaitFor.Accepted,
                    },
                    cancellation);
            }

            while (acknowledged.Count < 10 && await call.ResponseStream.MoveNext(cancellation))
                acknowledged.Add(call.ResponseStream.Current.RequestId);
        }

        foreach (var one in signed.Where(one => acknowledged.Contains(one.Name)))
        {
            var answer = await supplier.Client.Invoices.SubmitAsync(one, WaitFor.Included, cancellation);
            Assert.Equal(IntentState.Executed, answer.Intent.State);
            Assert.Single(await EventLog.ReadAsync(supplier.Client, one.Intent.Invoice));
        }
    }

    public void Dispose() => _folder.Dispose();
}
