using SupplyChainLedger.Cli.Terminals;
using SupplyChainLedger.Client.Testing;

namespace SupplyChainLedger.Cli.Tests;

/// <summary>Runs command lines against a ledger in memory, with the keys of its participants.</summary>
internal sealed class CliStage(RunningLedger running, string dataFolder) : IAsyncDisposable
{
    public MemoryLedger Ledger => running.Ledger;

    public Uri Service => running.Address;

    public string Samples { get; } = Directory.CreateTempSubdirectory("scl-samples-").FullName;

    public static async Task<CliStage> OpenAsync(KeyFiles keys) =>
        new(await RunningLedger.StartAsync(TestContext.Current.CancellationToken), keys.Folder);

    public Task<CliRun> RunAsync(params string[] arguments) => RunAsync(
        [.. arguments, "--service", $"{Service}", "--data", dataFolder], TestContext.Current.CancellationToken);

    /// <summary>Runs a command line with nothing but what it says.</summary>
    public static async Task<CliRun> RunAsync(
        string[] arguments,
        CancellationToken cancellation,
        Func<string, string?>? environment = null,
        StringWriter? output = null)
    {
        output ??= new StringWriter();
        var error = new StringWriter();
        var surroundings = new Surroundings(
            output,
            error,
            OutputIsTerminal: false,
            ErrorIsTerminal: false,
            InputIsTerminal: false,
            environment ?? (_ => null),
            TimeProvider.System);
        var code = await CommandTree.RunAsync(arguments, surroundings, cancellation);
        return new CliRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Writes an invoice and returns its path.</summary>
    public string Sample(
        string number, string amount = "336.90", string currency = "EUR", string due = "2027-03-31", string extra = "")
    {
        var path = Path.Combine(Samples, $"{number}.xml");
        var dueDate = due.Length == 0 ? "" : $"<cbc:DueDate>{due}</cbc:DueDate>";
        File.WriteAllText(path, $"""
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
              <cbc:ID>{number}</cbc:ID><cbc:IssueDate>2026-01-05</cbc:IssueDate>{dueDate}
              <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>
              <cac:AccountingSupplierParty><cac:Party>{extra}
                <cac:PartyLegalEntity><cbc:RegistrationName>Brakes</cbc:RegistrationName></cac:PartyLegalEntity>
              </cac:Party></cac:AccountingSupplierParty>
              <cac:AccountingCustomerParty><cac:Party>
                <cac:PartyLegalEntity><cbc:RegistrationName>Motors</cbc:RegistrationName></cac:PartyLegalEntity>
              </cac:Party></cac:AccountingCustomerParty>
              <cac:LegalMonetaryTotal>
                <cbc:PayableAmount currencyID="{currency}">{amount}</cbc:PayableAmount>
              </cac:LegalMonetaryTotal>
            </Invoice>
            """);
        return path;
    }

    /// <summary>Submits an invoice and returns its name.</summary>
    public async Task<string> SubmitAsync(string number, string amount = "336.90", string currency = "EUR")
    {
        var run = await RunAsync(
            "invoice", "submit", Sample(number, amount, currency), "--as", "tier1-brakes", "--buyer", "core-motors", "--json");
        return run.Ends(ExitCode.Done).Json.GetProperty("invoice").GetProperty("name").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Samples, recursive: true);
        await running.DisposeAsync();
    }
}
