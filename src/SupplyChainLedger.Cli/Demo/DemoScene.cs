using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>What every chapter of the demo needs: the service, who plays, and where to tell it.</summary>
internal sealed class DemoScene(CommandRun run, DemoCast cast, DemoStage stage)
{
    private readonly DateTime _now = run.Time.GetUtcNow().UtcDateTime;

    /// <summary>Currency of the first receivable.</summary>
    public const string Euro = "EUR";

    public CommandRun Run => run;

    public LedgerClient Client => run.Client;

    public CancellationToken Cancellation => run.Cancellation;

    public DemoCast Cast => cast;

    public DemoStage Stage => stage;

    /// <summary>Today.</summary>
    public DateOnly Today => DateOnly.FromDateTime(_now);

    /// <summary>Now.</summary>
    public DateTimeOffset Now => new(_now);

    /// <summary>A number that no run before has used.</summary>
    public string Number(string suffix) =>
        $"DEMO-{_now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}-{suffix}";

    /// <summary>SHA-256 of a document, which here is a sentence.</summary>
    public static Hash32 DocumentOf(string text) => Hash32.FromBytes(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What a bank did today.</summary>
    public BankPayment Paid(ulong minorUnits, string suffix) =>
        new(minorUnits, Today, Number(suffix), DocumentOf($"camt.054 of {Number(suffix)}"));

    public static string Amount(ulong minorUnits) => Show.Amount(minorUnits, Euro);

    /// <summary>Tells what a holding has become, and where that was recorded.</summary>
    public void Recorded(Holding holding) => stage.Recorded(
        $"{Show.Amount(holding.Amount)} of {Show.Party(holding.Holder)}, {Show.Word(holding.Phase)}, "
        + HoldingView.StepOf(holding),
        holding.Name,
        holding.LastChange);
}
