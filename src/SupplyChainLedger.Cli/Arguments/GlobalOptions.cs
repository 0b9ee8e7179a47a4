using System.CommandLine;
using System.CommandLine.Parsing;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public const string DefaultService = "http://127.0.0.1:5080";
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
            CustomParser = ReadService,
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

    public Uri ServiceOf(ParseResult parsed) => parsed.GetValue(Service)
        ?? (TryRead(_environment(ServiceVariable) ?? DefaultService, out var service)
            ? service
            : throw new UsageException($"${ServiceVariable} is not an address such as {DefaultService}."));

    public string? PasswordFileOf(ParseResult parsed) =>
        parsed.GetValue(PasswordFile) ?? _environment(PasswordFileVariable);

    private static Uri? ReadService(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (TryRead(text, out var service)) return service;
        result.AddError($"'{text}' is not the address of a service, such as {DefaultService}.");
        return null;
    }

    private static bool TryRead(string text, out Uri service) =>
        Uri.TryCreate(text, UriKind.Absolute, out service!) && service.Scheme is "http" or "https";
}
