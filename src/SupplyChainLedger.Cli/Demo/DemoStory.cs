using System.Globalization;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Cli.Views.Events;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>The demo: what the ledger is for, on the running service.</summary>
internal sealed class DemoStory(CommandRun run)
{
    private readonly LedgerClient _client = run.Client;
    private readonly CancellationToken _cancellation = run.Cancellation;
    private readonly DemoStage _stage = new(run.Terminal);
    private readonly DateTime _now = run.Time.GetUtcNow().UtcDateTime;
    private readonly List<InvoiceId> _invoices = [];

    public async Task<ExitCode> PlayAsync()
    {
        var before = await _client.GetStatusAsync(_cancellation);
        _stage.Say($"Service {_client.Service}, chain {before.ChainId}, ledger {before.LedgerAddress}, "
            + $"block {before.HeadBlock}");
        using var brakes = await DemoParty.EnterAsync(run, "tier1-brakes");
        using var steel = await DemoParty.EnterAsync(run, "tier2-steel");
        using var motors = await DemoParty.EnterAsync(run, "core-motors");

        var first = await SubmitAndSellOnceAsync(brakes, motors);
        var others = await SubmitManyAsync(steel, motors);
        await AnswerAsync(motors, first, others);
        await WithdrawAsync(steel, others[2]);
        await ForgeAsync(motors, first);
        await ShowEventsAsync();
        await ShowEndAsync();
        return ExitCode.Done;
    }

    private async Task<SignedIntent<Intents.SubmitInvoice>> SubmitAndSellOnceAsync(DemoParty supplier, DemoParty buyer)
    {
        _stage.Step($"{supplier.Handle} submits an invoice to {buyer.Handle}, signed with its own key");
        var invoice = await DraftAsync("A", "Tier One Brakes", "12600.00", "EUR", buyer);
        var claim = supplier.Signer.Submit(invoice);
        _invoices.Add(claim.Intent.Invoice);
        _stage.Recorded((await _client.Invoices.SubmitAsync(claim, WaitFor.Included, _cancellation)).Invoice);

        _stage.Step($"{supplier.Handle} submits the same invoice again, with a higher amount");
        var higher = invoice with { Amount = new(invoice.Amount.MinorUnits * 2, invoice.Amount.Currency) };
        await RefuseAsync(() =>
            _client.Invoices.SubmitAsync(supplier.Signer.Submit(higher), WaitFor.Included, _cancellation));
        _stage.Say("An invoice's identity is supplier, number, date and type: it is sold once.");
        return claim;
    }

    private async Task<IReadOnlyList<SignedIntent<Intents.SubmitInvoice>>> SubmitManyAsync(
        DemoParty supplier, DemoParty buyer)
    {
        _stage.Step($"{supplier.Handle} submits three invoices over one stream");
        var claims = new List<SignedIntent<Intents.SubmitInvoice>>();
        foreach (var (suffix, amount, currency) in
            new[] { ("B", "480.50", "EUR"), ("C", "150000", "JPY"), ("D", "99.125", "KWD") })
        {
            claims.Add(supplier.Signer.Submit(await DraftAsync(suffix, "Tier Two Steel", amount, currency, buyer)));
        }

        _invoices.AddRange(claims.Select(claim => claim.Intent.Invoice));
        var outcomes = _client.Invoices.SubmitManyAsync(
            claims.ToAsyncEnumerable(), WaitFor.Included, _cancellation);
        await foreach (var outcome in outcomes)
        {
            if (outcome.Refusal is { } refusal) throw refusal;
            _stage.Recorded(outcome.Response!.Invoice);
        }

        return claims;
    }

    private async Task AnswerAsync(
        DemoParty buyer,
        SignedIntent<Intents.SubmitInvoice> first,
        IReadOnlyList<SignedIntent<Intents.SubmitInvoice>> others)
    {
        _stage.Step($"{buyer.Handle} confirms the first one in whole: from now on it owes the money");
        var whole = buyer.Signer.Confirm(first.Intent.Invoice, first.Intent.Amount);
        _stage.Recorded((await _client.Invoices.ConfirmAsync(whole, WaitFor.Included, _cancellation)).Invoice);

        _stage.Step($"{buyer.Handle} confirms the second one in part");
        var part = buyer.Signer.Confirm(others[0].Intent.Invoice, others[0].Intent.Amount / 2);
        _stage.Recorded((await _client.Invoices.ConfirmAsync(part, WaitFor.Included, _cancellation)).Invoice);

        _stage.Step($"{buyer.Handle} rejects the third one, with a reason");
        var rejection = buyer.Signer.Reject(others[1].Intent.Invoice, "Coils arrived rusty");
        var rejected = await _client.Invoices.RejectAsync(rejection, WaitFor.Included, _cancellation);
        _stage.Recorded(rejected.Invoice);
        _stage.Say($"          reason: {rejected.Invoice.RejectionReason}");
    }

    private async Task WithdrawAsync(DemoParty supplier, SignedIntent<Intents.SubmitInvoice> claim)
    {
        _stage.Step($"{supplier.Handle} withdraws the fourth one before it is answered");
        var withdrawal = supplier.Signer.Withdraw(claim.Intent.Invoice);
        _stage.Recorded((await _client.Invoices.WithdrawAsync(withdrawal, WaitFor.Included, _cancellation)).Invoice);
    }

    private async Task ForgeAsync(DemoParty victim, SignedIntent<Intents.SubmitInvoice> claim)
    {
        _stage.Step($"A stranger signs a confirmation in the name of {victim.Handle}");
        using var key = PrivateKey.Generate();
        var stranger = new ParticipantSigner(victim.Signer.Participant, key, victim.Signer.Domain);
        await RefuseAsync(() => _client.Invoices.ConfirmAsync(
            stranger.Confirm(claim.Intent.Invoice, 1), WaitFor.Included, _cancellation));
    }

    private async Task ShowEventsAsync()
    {
        _stage.Step("What the contracts have recorded of it");
        var events = new List<WatchEventsResponse>();
        foreach (var id in _invoices)
        {
            await foreach (var message in _client.Events.WatchAsync(new EventFilter { Invoice = id }, _cancellation))
            {
                if (message.MessageCase == WatchEventsResponse.MessageOneofCase.CaughtUp) break;
                if (message.Event is not null) events.Add(message);
            }
        }

        var inOrder = events.OrderBy(message => message.Event.Inclusion.BlockNumber)
            .ThenBy(message => message.Event.Inclusion.LogIndex);
        var lines = new EventLines(_client);
        foreach (var message in inOrder)
            run.Terminal.Story.Write(await lines.ReadAsync(message, _cancellation));
    }

    private async Task ShowEndAsync()
    {
        _stage.Step("Where it ends");
        var end = new ListInvoicesResponse();
        foreach (var id in _invoices)
        {
            var read = await _client.Invoices.GetAsync(id, cancellation: _cancellation);
            end.Invoices.Add(read.Invoice);
            end.ReadAt = read.ReadAt;
        }

        var status = await _client.GetStatusAsync(_cancellation);
        run.Terminal.Story.Write(InvoiceView.Table(end.Invoices));
        _stage.Say();
        run.Terminal.Story.Write(StatusView.Of(status, _client.Service));
        _stage.Say();
        _stage.Say("Next, where scl is 'dotnet run --project src/SupplyChainLedger.Cli --':");
        _stage.Say($"scl invoice show {end.Invoices[0].Name}");
        _stage.Say("scl invoice list --state confirmed");
        _stage.Say("scl events --follow");
        if (run.Terminal.Json) run.Terminal.Result(end);
    }

    private async Task<InvoiceDraft> DraftAsync(
        string suffix, string seller, string amount, string currency, DemoParty buyer)
    {
        var number = $"DEMO-{_now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}-{suffix}";
        var document = new DemoInvoice(number, seller, amount, currency, DateOnly.FromDateTime(_now));
        return InvoiceDraft.Of(await document.ReadAsync(_cancellation), buyer.Signer.Participant);
    }

    /// <summary>Does what must be refused. That it went through would be the worst news of all.</summary>
    private async Task RefuseAsync<T>(Func<Task<T>> attempt)
    {
        try
        {
            await attempt();
        }
        catch (LedgerException refusal)
        {
            _stage.Refused(refusal);
            return;
        }

        throw new InvalidOperationException("The ledger took what it must refuse.");
    }
}
