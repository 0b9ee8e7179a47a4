using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.EndToEnd.Tests.Durability;

public sealed class OnceTests(SharedService shared) : IAsyncLifetime
{
    private Party _supplier = null!;

    public async ValueTask InitializeAsync() => _supplier = await Party.OpenAsync(shared.Service, "tier1-brakes");

    [Fact]
    [Trait("Fault", "41")]
    public async Task The_same_intent_a_hundred_times_in_parallel_has_one_effect_and_one_answer()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var signed = _supplier.Signer.Submit(Party.NewInvoice());

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ =>
            _supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Included, cancellation)));

        Assert.Single(answers.Select(answer => answer.Invoice).Distinct());
        Assert.Single(answers.Select(answer => answer.Intent.Inclusion).Distinct());
        Assert.Equal(1, await CountEventsAsync(signed.Intent.Invoice));
    }

    [Fact]
    [Trait("Fault", "41")]
    public async Task An_intent_that_is_sent_again_later_returns_the_first_result()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var signed = _supplier.Signer.Submit(Party.NewInvoice());
        var first = await _supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Final, cancellation);

        var again = await _supplier.Client.Invoices.SubmitAsync(signed, WaitFor.Accepted, cancellation);

        Assert.Equal(first.Intent, again.Intent);
        Assert.Equal(first.Invoice, again.Invoice);
    }

    [Fact]
    [Trait("Fault", "67")]
    public async Task Two_documents_with_one_business_key_are_one_invoice_whatever_their_amounts()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var draft = Party.NewInvoice();
        var first = _supplier.Signer.Submit(draft);
        var second = _supplier.Signer.Submit(Party.NewInvoice(draft.Amount.MinorUnits + 1) with { Number = draft.Number });

        var outcomes = await Task.WhenAll(
            LedgerRefusal.OfAsync(() => _supplier.Client.Invoices.SubmitAsync(first, WaitFor.Included, cancellation)),
            LedgerRefusal.OfAsync(() => _supplier.Client.Invoices.SubmitAsync(second, WaitFor.Included, cancellation)));

        Assert.Equal(["INVOICE_ALREADY_EXISTS"], outcomes.OfType<string>());
        Assert.Equal(1, await CountEventsAsync(first.Intent.Invoice));
    }

    public ValueTask DisposeAsync()
    {
        _supplier.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<int> CountEventsAsync(Contracts.Ids.InvoiceId invoice)
    {
        var events = await EventLog.ReadAsync(_supplier.Client, invoice);
        return events.Count;
    }
}
