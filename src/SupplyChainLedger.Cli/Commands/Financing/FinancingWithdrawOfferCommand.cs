using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing withdraw-offer</c></summary>
internal static class FinancingWithdrawOfferCommand
{
    private const string Description = """
        As the financier, take back an offer that is not accepted yet.
        """;

    private const string Examples = """
        scl financing withdraw-offer holdings/0x… offers/0x… --as factor-west
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var offer = CommandArguments.Offer();
        var command = new SigningCommand("withdraw-offer", Description, Examples) { id, offer };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var signed = run.Signer.WithdrawOffer(HoldingReference.Of(holding), run.Value(offer));
            run.Show(signed, [.. SigningView.FieldsOf(holding), ("offer", ResourceNames.Of(signed.Intent.Offer))]);
            var answer = await run.Client.Financing.WithdrawOfferAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, OfferView.Of(answer.Offer));
        });
        return command;
    }
}
