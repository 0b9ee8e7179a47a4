using System.CommandLine;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>What a bank did: how much, when, and where to find it.</summary>
internal sealed class PaymentOptions
{
    private readonly AmountOption _amount;
    private readonly Option<string> _reference = new("--reference")
    {
        Description = "What finds the payment at the bank, such as its EndToEndId or UETR; public on the chain.",
        HelpName = "TEXT",
        Required = true,
    };

    private readonly Option<DateOnly?> _valueDate = CommandArguments.Date(
        "--value-date", "Day on which the money is there. [default: today, UTC]");

    private readonly DocumentOption _evidence = new("--evidence", "The bank's message");

    /// <param name="command">The command that takes them.</param>
    /// <param name="amount">What the amount is.</param>
    /// <param name="required">Whether the amount must be said.</param>
    public PaymentOptions(Command command, string amount, bool required)
    {
        _amount = new AmountOption("--amount", amount) { Required = required };
        command.Add(_amount);
        command.Add(_reference);
        command.Add(_valueDate);
        command.Add(_evidence);
    }

    /// <summary>Reads them.</summary>
    /// <param name="run">The command under way.</param>
    /// <param name="usual">The amount where none is said; its currency is the payment's.</param>
    public async Task<BankPayment> ReadAsync(SigningRun run, Money usual)
    {
        var minorUnits = run.Value(_amount) is { } text
            ? _amount.Read(text, usual.CurrencyCode)
            : (ulong)usual.MinorUnits;
        var today = DateOnly.FromDateTime(run.Time.GetUtcNow().UtcDateTime);
        return new BankPayment(
            minorUnits,
            run.Value(_valueDate) ?? today,
            run.Value(_reference)!,
            await _evidence.ReadAsync(run.Value(_evidence), run.Cancellation));
    }
}
