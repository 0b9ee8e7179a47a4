using System.CommandLine;
using System.Globalization;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>A point in time: said outright, or as hours or days from now.</summary>
internal sealed class MomentOption : Option<string?>
{
    private const string Form = "2027-03-31T12:00Z, 48h or 7d";

    public MomentOption(string name, string description)
        : base(name)
    {
        Description = $"{description}: {Form}.";
        HelpName = "TIME";
    }

    /// <summary>The point in time, in whole seconds.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public DateTimeOffset Read(string text, DateTimeOffset now)
    {
        if (TryReadSpan(text, out var span)) return now + span;
        string[] formats = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
        return DateTimeOffset.TryParseExact(
            text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new UsageException($"{Name} {text} is no point in time such as {Form}.");
    }

    private static bool TryReadSpan(string text, out TimeSpan span)
    {
        span = default;
        if (text.Length == 0 || text[^1] is not ('h' or 'd')) return false;
        if (!int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        span = text[^1] == 'h' ? TimeSpan.FromHours(number) : TimeSpan.FromDays(number);
        return number is > 0 and <= 10_000;
    }
}
