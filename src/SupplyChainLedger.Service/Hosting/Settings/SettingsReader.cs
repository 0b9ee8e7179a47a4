using System.Globalization;
using System.Net;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Hosting.Settings;

/// <summary>
/// Reads settings and remembers each that was asked for: what nobody asks for does not exist. So the code that reads a
/// section is the only list of its settings.
/// </summary>
internal sealed class SettingsReader(IReadOnlyDictionary<string, string> values)
{
    private const string EndPointForm = "an IP address and a port, such as 127.0.0.1:5080";

    private readonly List<Setting> _known = [];

    /// <summary>Every setting read so far.</summary>
    public IReadOnlyList<Setting> Known => _known;

    /// <summary>Text as it stands.</summary>
    public string Text(string key, string fallback, string description) =>
        Read(key, fallback, description, "text", static text => text)!;

    /// <summary>Text, or null where nothing is configured.</summary>
    public string? OptionalText(string key, string description) =>
        Read(key, "", description, "text", static text => text);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string key, bool fallback, string description) =>
        ReadValue(key, fallback ? "true" : "false", description, "true or false", static text =>
            bool.TryParse(text, out var flag) ? flag : (bool?)null)!.Value;

    /// <summary>A whole number within a range.</summary>
    public int Number(string key, int fallback, int min, int max, string description) =>
        ReadValue(
            key,
            fallback.ToString(CultureInfo.InvariantCulture),
            description,
            $"a whole number from {min} to {max}",
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= min && number <= max ? number : (int?)null)!.Value;

    /// <summary>A whole number up to a limit, or null where nothing is configured.</summary>
    public ulong? OptionalNumber(string key, ulong max, string description) =>
        ReadValue(key, "", description, $"a whole number up to {max}", text =>
            ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= max
                ? number
                : (ulong?)null);

    /// <summary>One of an enumeration's names.</summary>
    public T Choice<T>(string key, T fallback, string description)
        where T : struct, Enum =>
        ReadValue(key, $"{fallback}", description, $"one of {string.Join(", ", Enum.GetNames<T>())}", static text =>
            Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
                ? Enum.Parse<T>(name)
                : (T?)null)!.Value;

    /// <summary>An IP address and a port to listen on; port 0 takes any that is free.</summary>
    public IPEndPoint EndPoint(string key, string fallback, string description) =>
        Read(key, fallback, description, EndPointForm, ParseEndPoint)!;

    /// <summary>The same, or null where nothing is configured.</summary>
    public IPEndPoint? OptionalEndPoint(string key, string description) =>
        Read(key, "", description, EndPointForm, ParseEndPoint);

    /// <summary>An account's address, or null where nothing is configured.</summary>
    public Address? OptionalAddress(string key, string description) =>
        ReadValue(key, "", description, "an address of 0x and 40 hexadecimal digits", static text =>
            Address.TryParse(text, out var address) ? address : (Address?)null);

    /// <summary>An HTTP or HTTPS address, or null where nothing is configured.</summary>
    public Uri? OptionalUri(string key, string description) =>
        Read(key, "", description, "an address such as http://127.0.0.1:8545", static text =>
            Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null);

    /// <summary>Seconds, with fractions, within a range.</summary>
    public TimeSpan Seconds(string key, double fallback, double min, double max, string description) =>
        ReadValue(
            key,
            fallback.ToString(CultureInfo.InvariantCulture),
            description,
            FormattableString.Invariant($"seconds from {min} to {max}"),
            text => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number >= min && number <= max ? TimeSpan.FromSeconds(number) : (TimeSpan?)null)!.Value;

    /// <summary>A part of a whole, from 0 to 1.</summary>
    public double Fraction(string key, double fallback, string description) =>
        ReadValue(
            key,
            fallback.ToString(CultureInfo.InvariantCulture),
            description,
            "a number from 0 to 1",
            static text =>
                double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    && number <= 1 ? number : (double?)null)!.Value;

    private T? Read<T>(string key, string fallback, string description, string wanted, Func<string, T?> parse)
        where T : class
    {
        var text = Find(key, fallback, description);
        return text.Length == 0 ? null : parse(text) ?? throw Unreadable(key, text, wanted);
    }

    private T? ReadValue<T>(string key, string fallback, string description, string wanted, Func<string, T?> parse)
        where T : struct
    {
        var text = Find(key, fallback, description);
        return text.Length == 0 ? null : parse(text) ?? throw Unreadable(key, text, wanted);
    }

    private string Find(string key, string fallback, string description)
    {
        _known.Add(new Setting(key, fallback, description));
        var found = values.GetValueOrDefault(key, "").Trim();
        return found.Length == 0 ? fallback : found;
    }

    private static IPEndPoint? ParseEndPoint(string text) =>
        text.Contains(':') && IPEndPoint.TryParse(text.Replace("localhost:", "127.0.0.1:"), out var endPoint)
            ? endPoint
            : null;

    private static StartupFault Unreadable(string key, string found, string wanted) =>
        new($"The setting {key} must be {wanted}, not \"{found}\".");
}
