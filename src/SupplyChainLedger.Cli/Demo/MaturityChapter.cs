using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>The obligor pays whoever holds the parts now, as the payment instruction says.</summary>
internal sealed class MaturityChapter(DemoScene scene)
{
    private const ulong FirstYen = 600_000;
    private readonly DemoStage _stage = scene.Stage;

    /// <summary>Says where everybody wants to be paid.</summary>
    public async Task NameAccountsAsync()
    {
        _stage.Step("Everybody who may be paid names its account");
        await Task.WhenAll(scene.Cast.Payees.Select(party => NameAccountAsync(party, DemoScene.Euro)));
        await NameAccountAsync(scene.Cast.Brakes, "JPY");
        _stage.Say("An obligor can look up at any time who is to be paid, how much, and into which account.");
    }

    /// <summary>Pays the first receivable whole, and some of the second.</summary>
    public async Task PlayAsync(InvoiceId first, InvoiceId second)
    {
        var motors = scene.Cast.Motors;
        _stage.Step($"{motors.Handle} asks whom to pay: the first promise has three holders by now");
        var instruction = await scene.Client.Settlement.GetPaymentInstructionAsync(
            first, cancellation: scene.Cancellation);
        _stage.Table(SettlementView.Table(instruction.Lines));

        _stage.Step($"{motors.Handle} pays each of them, before the due date, and each acknowledges");
        var payments = await Task.WhenAll(instruction.Lines.Select((line, at) =>
            PayAsync(line, (ulong)line.Amount.MinorUnits, $"E2E-{at + 1}")));
        foreach (var payment in payments) Tell(payment);

        _stage.Step($"{motors.Handle} pays a part of the second one");
        var other = await scene.Client.Settlement.GetPaymentInstructionAsync(
            second, cancellation: scene.Cancellation);
        Tell(await PayAsync(other.Lines.Single(), FirstYen, "E2E-JPY"));
    }

    private async Task NameAccountAsync(DemoParty party, string currencyCode)
    {
        var account = party.Signer.SetAccount(Currency.Find(currencyCode)!, $"{party.Handle}/{currencyCode}/001");
        await scene.Client.Settlement.SetAccountAsync(account, WaitFor.Included, scene.Cancellation);
    }

    private async Task<Payment> PayAsync(Due line, ulong minorUnits, string reference)
    {
        if (!ResourceNames.TryParseReceivable(line.Receivable, out var receivable)
            || !ResourceNames.TryParseHolding(line.Holding, out var id))
        {
            throw new InvalidOperationException($"The instruction names no holding but '{line.Holding}'.");
        }

        var holding = new HoldingReference(receivable, id);
        var payee = scene.Cast.Find(Show.Party(line.Payee));
        await scene.Client.Settlement.DeclarePaymentAsync(
            scene.Cast.Motors.Signer.DeclarePayment(holding, scene.Paid(minorUnits, reference)),
            WaitFor.Included,
            scene.Cancellation);
        var received = await scene.Client.Settlement.AnswerPaymentAsync(
            payee.Signer.AcknowledgePayment(holding, minorUnits), WaitFor.Included, scene.Cancellation);
        return new Payment(payee.Handle, Show.Amount(minorUnits, line.Amount.CurrencyCode), received.Holding);
    }

    private void Tell(Payment payment) => _stage.Recorded(
        $"{payment.Payee} received {payment.Amount}; {Show.Amount(payment.Holding.Amount)} are left",
        payment.Holding.Name,
        payment.Holding.LastChange);

    private sealed record Payment(string Payee, string Amount, Holding Holding);
}
