using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>Invoices become receivables: the buyer promises to pay.</summary>
internal sealed class InvoiceChapter(DemoScene scene)
{
    private const ulong Yen = 1_500_000;
    private readonly DemoStage _stage = scene.Stage;

    /// <summary>Plays it.</summary>
    /// <returns>The receivable that the rest of the story is about, and another one.</returns>
    public async Task<(InvoiceId First, InvoiceId Second)> PlayAsync()
    {
        var (brakes, motors) = (scene.Cast.Brakes, scene.Cast.Motors);
        _stage.Step($"{brakes.Handle} submits an invoice to {motors.Handle}, signed with its own key");
        var draft = await DraftAsync("A", "100000.00", DemoScene.Euro);
        var claim = brakes.Signer.Submit(draft);
        _stage.Recorded((await scene.Client.Invoices.SubmitAsync(claim, WaitFor.Included, scene.Cancellation)).Invoice);

        _stage.Step($"{brakes.Handle} submits the same invoice again, with a higher amount");
        var higher = draft with { Amount = new(draft.Amount.MinorUnits * 2, draft.Amount.Currency) };
        await _stage.RefuseAsync(() => scene.Client.Invoices.SubmitAsync(
            brakes.Signer.Submit(higher), WaitFor.Included, scene.Cancellation));
        _stage.Say("An invoice's identity is supplier, number, date and type: it is sold once.");

        await ForgeAsync(claim.Intent.Invoice);

        _stage.Step($"{motors.Handle} confirms it, irrevocably: a receivable is born, under the rules in force");
        var rules = (await scene.Client.RuleBook.GetRulesAsync(cancellation: scene.Cancellation)).Rules;
        _stage.Say($"rules version {rules.Version}, '{rules.DisplayName}': {rules.GraceDays} days of grace, "
            + $"{rules.AcknowledgementHours} hours to contest a payment, {rules.MaxHands} hands at most");
        await ConfirmAsync(claim.Intent.Invoice, claim.Intent.Amount, irrevocable: true);
        return (claim.Intent.Invoice, await PlaySecondAsync());
    }

    private async Task ForgeAsync(InvoiceId invoice)
    {
        var victim = scene.Cast.Motors;
        _stage.Step($"A stranger signs a confirmation in the name of {victim.Handle}");
        using var key = PrivateKey.Generate();
        var stranger = new ParticipantSigner(victim.Signer.Participant, key, victim.Signer.Domain);
        await _stage.RefuseAsync(() => scene.Client.Invoices.ConfirmAsync(
            stranger.Confirm(invoice, 1), WaitFor.Included, scene.Cancellation));
    }

    private async Task<InvoiceId> PlaySecondAsync()
    {
        var brakes = scene.Cast.Brakes;
        _stage.Step($"Another invoice of {brakes.Handle}, in yen, which have no decimals");
        var claim = brakes.Signer.Submit(await DraftAsync("B", $"{Yen}", "JPY"));
        await scene.Client.Invoices.SubmitAsync(claim, WaitFor.Included, scene.Cancellation);
        await ConfirmAsync(claim.Intent.Invoice, Yen, irrevocable: false);
        return claim.Intent.Invoice;
    }

    private async Task ConfirmAsync(InvoiceId invoice, ulong minorUnits, bool irrevocable)
    {
        var promise = scene.Cast.Motors.Signer.Confirm(invoice, minorUnits, irrevocable);
        var answer = await scene.Client.Invoices.ConfirmAsync(promise, WaitFor.Included, scene.Cancellation);
        _stage.Recorded(answer.Invoice);
    }

    private async Task<InvoiceDraft> DraftAsync(string suffix, string amount, string currencyCode)
    {
        var document = new DemoInvoice(scene.Number(suffix), "Tier One Brakes", amount, currencyCode, scene.Today);
        return InvoiceDraft.Of(await document.ReadAsync(scene.Cancellation), scene.Cast.Motors.Signer.Participant);
    }
}
