using System.CommandLine;
using System.CommandLine.Parsing;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public const string DefaultService = "http://127.0.0.1:5080";
    public const string DefaultNode = "http://127.0.0.1:8545";
    public const string NodeVariable = "SCL_NODE";
    private const string ServiceVariable = "SCL_SERVICE";
    private const string PasswordFileVariable = "SCL_PASSWORD_FILE";

    private readonly Func<string, string?> _environment;

    public GlobalOptions(Func<string, string?> environment)
    {
        _environment = environment;
        Service = new Option<Uri>("--service")
        {
            Description = $"Address of the service. [default: {DefaultService}, or ${ServiceVariable}]",
            HelpName = "URL",
            Recursive = true,
            CustomParser = result => ReadAddress(result, DefaultService),
        };
    }

    public Option<Uri> Service { get; }

    public Option<string> Data { get; } = new("--data")
    {
        Description = "Folder with the keys, in keystore/HANDLE.json.",
        HelpName = "FOLDER",
        Recursive = true,
        DefaultValueFactory = _ => ".data",
    };

    public Option<string?> PasswordFile { get; } = new("--password-file")
    {
        Description = "File with the password of the keys. "
            + $"[default: keystore/password in the data folder, or ${PasswordFileVariable}]",
        HelpName = "FILE",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Write the API's message as one JSON object to standard output.",
        Recursive = true,
    };

    /// <summary>The address of the service.</summary>
    /// <exception cref="UsageException">The environment names none.</exception>
    public Uri ServiceOf(ParseResult parsed) =>
        parsed.GetValue(Service) ?? FromEnvironment(ServiceVariable, DefaultService);

    /// <summary>The address of the node, where no option names one.</summary>
    /// <exception cref="UsageException">The environment names none.</exception>
    public Uri DefaultNodeAddress() => FromEnvironment(NodeVariable, DefaultNode);

    public string? PasswordFileOf(ParseResult parsed) =>
        parsed.GetValue(PasswordFile) ?? _environment(PasswordFileVariable);

    /// <summary>Reads an address.</summary>
    public static Uri? ReadAddress(ArgumentResult result, string example)
    {
        var text = result.Tokens[0].Value;
        if (TryRead(text, out var address)) return address;
        result.AddError($"'{text}' is not an address such as {example}.");
        return null;
    }

    private Uri FromEnvironment(string variable, string standard) =>
        TryRead(_environment(variable) ?? standard, out var address)
            ? address
            : throw new UsageException($"${variable} is not an address such as {standard}.");

    private static bool TryRead(string text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!) && address.Scheme is "http" or "https";
}
