using System.CommandLine;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Contracts.Identifiers;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>What is registered of a new participant.</summary>
internal sealed class RegistrationOptions
{
    private readonly Argument<string> _handle = new("HANDLE")
    {
        Description = "Its unique handle: 1 to 32 of a-z, 0-9 and hyphen.",
    };

    private readonly Option<string> _name = new("--name")
    {
        Description = "Its name for people.",
        HelpName = "TEXT",
        Required = true,
    };

    private readonly Option<ParticipantRoles> _roles = CommandArguments.Flags<ParticipantRoles>(
        "--roles", "What it may do.", required: true);

    private readonly Option<string[]> _keys = new("--key")
    {
        Description = "A key that may sign everything for it: the name of one in the keystore, or an address. "
            + "Can be given again.",
        HelpName = "NAME|ADDRESS",
        Required = true,
    };

    private readonly Option<string> _region = Text("--region", "ISO 3166-2 code, such as DE-BY.", "CODE");
    private readonly Option<string> _industry = Text("--industry", "ISIC code, such as 2930.", "CODE");
    private readonly Option<bool> _small = new("--small") { Description = "It is a small or medium enterprise." };
    private readonly Option<string?> _lei = Optional("--lei", "Its LEI (ISO 17442).", "LEI");
    private readonly Option<string?> _vat = Optional("--vat", "Its VAT number, with the country's prefix.", "NUMBER");
    private readonly Option<string?> _endpoint = Optional(
        "--endpoint", "Its electronic address, such as 0088:4012345000009.", "SCHEME:ADDRESS");

    public RegistrationOptions(Command command)
    {
        command.Add(_handle);
        Option[] all = [_name, _roles, _keys, _region, _industry, _small, _lei, _vat, _endpoint];
        foreach (var option in all) command.Add(option);
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">There is no such key, or an identifier is malformed.</exception>
    public async Task<Registration> ReadAsync(OperatorRun run)
    {
        var keys = new List<Address>();
        foreach (var key in run.Value(_keys)!) keys.Add(await run.Keys.AddressOfAsync(key, run.Cancellation));
        return new Registration(
            run.Value(_handle),
            run.Value(_name)!,
            run.Value(_roles),
            keys,
            run.Value(_lei) is { } lei ? IdentifierHash.OfLei(ReadLei(lei)) : Hash32.Zero,
            run.Value(_vat) is { } vat ? IdentifierHash.OfVat(vat) : Hash32.Zero,
            run.Value(_endpoint) is { } endpoint ? ReadEndpoint(endpoint) : Hash32.Zero,
            run.Value(_region)!,
            run.Value(_industry)!,
            run.Value(_small));
    }

    private static Lei ReadLei(string text) => Lei.TryParse(text, out var lei, out var problem)
        ? lei
        : throw new UsageException($"--lei: '{text}' is not a LEI; wrong: {Show.Word(problem)}.");

    private static Hash32 ReadEndpoint(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1
            ? IdentifierHash.OfEndpoint(text[..colon], text[(colon + 1)..])
            : throw new UsageException($"--endpoint: '{text}' is not a scheme, a colon and an address.");
    }

    private static Option<string> Text(string name, string description, string form) =>
        new(name) { Description = description, HelpName = form, Required = true };

    private static Option<string?> Optional(string name, string description, string form) =>
        new(name) { Description = description, HelpName = form };
}
