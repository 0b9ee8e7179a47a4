using System.CommandLine;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Contracts.Rules;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>The rules of a new version: a preset, or those in force, and what is to be different.</summary>
internal sealed class RuleOptions
{
    private readonly Option<string?> _preset = new("--preset")
    {
        Description = "Begin with the rules of a preset. [default: with those in force]",
        HelpName = $"{RulePresets.Cn77.Name}|{RulePresets.Open.Name}",
    };

    private readonly Option<int?> _standardTenor = Number(
        "--standard-tenor", "Days to the due date above which a financier must record why.", 0, ushort.MaxValue);

    private readonly Option<int?> _maxTenor = Number("--max-tenor", "The same, at most.", 0, ushort.MaxValue);
    private readonly Option<int?> _grace = Number("--grace", "Days from the due date to default.", 0, byte.MaxValue);
    private readonly Option<int?> _transfer = Number("--transfer-hours", "To answer a transfer.", 1, ushort.MaxValue);
    private readonly Option<int?> _disbursement = Number(
        "--disbursement-hours", "From the accepted offer to the declared payment.", 1, ushort.MaxValue);

    private readonly Option<int?> _acknowledgement = Number(
        "--acknowledgement-hours", "To contest a declared payment.", 1, ushort.MaxValue);

    private readonly Option<int?> _dispute = Number("--dispute-days", "Until a dispute is over.", 1, ushort.MaxValue);
    private readonly Option<int?> _smallestPart = Number("--smallest-part", "In minor units.", 1, int.MaxValue);
    private readonly Option<int?> _maxHands = Number("--max-hands", "That a part may pass through.", 1, 63);
    private readonly Option<bool?> _tradeDocument = new("--trade-document") { Description = "Needed for a transfer." };
    private readonly Option<bool?> _registry = new("--registry-reference") { Description = "Needed to disburse." };
    private readonly Option<string?> _currencies = new("--currencies")
    {
        Description = "The only ones that are allowed, with commas between; or: all.",
        HelpName = "CODES",
    };

    private readonly Option<string?> _name = new("--name") { Description = "What to call them.", HelpName = "TEXT" };

    public RuleOptions(Command command)
    {
        Option[] all =
        [
            _preset, _standardTenor, _maxTenor, _grace, _transfer, _disbursement, _acknowledgement, _dispute,
            _smallestPart, _maxHands, _tradeDocument, _registry, _currencies, _name,
        ];
        foreach (var option in all) command.Add(option);
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">There is no such preset or currency.</exception>
    public async Task<RuleSet> ReadAsync(SigningRun run)
    {
        var rules = run.Value(_preset) switch
        {
            null => await InForceAsync(run),
            var name when name == RulePresets.Cn77.Name => RulePresets.Cn77,
            var name when name == RulePresets.Open.Name => RulePresets.Open,
            var other => throw new UsageException(
                $"There is no preset '{other}': {RulePresets.Cn77.Name} and {RulePresets.Open.Name} are there."),
        };
        return rules with
        {
            StandardTenorDays = (ushort?)run.Value(_standardTenor) ?? rules.StandardTenorDays,
            MaxTenorDays = (ushort?)run.Value(_maxTenor) ?? rules.MaxTenorDays,
            GraceDays = (byte?)run.Value(_grace) ?? rules.GraceDays,
            TransferHours = (ushort?)run.Value(_transfer) ?? rules.TransferHours,
            DisbursementHours = (ushort?)run.Value(_disbursement) ?? rules.DisbursementHours,
            AcknowledgementHours = (ushort?)run.Value(_acknowledgement) ?? rules.AcknowledgementHours,
            DisputeDays = (ushort?)run.Value(_dispute) ?? rules.DisputeDays,
            SmallestPart = (ulong?)run.Value(_smallestPart) ?? rules.SmallestPart,
            MaxHands = (byte?)run.Value(_maxHands) ?? rules.MaxHands,
            TradeDocumentRequired = run.Value(_tradeDocument) ?? rules.TradeDocumentRequired,
            RegistryReferenceRequired = run.Value(_registry) ?? rules.RegistryReferenceRequired,
            Currencies = run.Value(_currencies) is { } codes ? Currencies(codes) : rules.Currencies,
            Name = run.Value(_name) ?? rules.Name,
        };
    }

    private static async Task<RuleSet> InForceAsync(SigningRun run)
    {
        var rules = (await run.Client.RuleBook.GetRulesAsync(cancellation: run.Cancellation)).Rules;
        return new RuleSet(
            checked((ushort)rules.StandardTenorDays),
            checked((ushort)rules.MaxTenorDays),
            checked((byte)rules.GraceDays),
            checked((ushort)rules.TransferHours),
            checked((ushort)rules.DisbursementHours),
            checked((ushort)rules.AcknowledgementHours),
            checked((ushort)rules.DisputeDays),
            (ulong)rules.SmallestPartMinorUnits,
            checked((byte)rules.MaxHands),
            rules.TradeDocumentRequired,
            rules.RegistryReferenceRequired,
            string.Concat(rules.CurrencyCodes),
            rules.DisplayName);
    }

    private static string Currencies(string codes)
    {
        if (codes == "all") return "";
        var known = codes.Split(',', StringSplitOptions.TrimEntries).Select(code => Currency.Find(code)
            ?? throw new UsageException($"--currencies: '{code}' is not the code of a currency, such as EUR."));
        return string.Concat(known.Distinct());
    }

    private static Option<int?> Number(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => CommandArguments.Whole(result, least, most),
    };
}
