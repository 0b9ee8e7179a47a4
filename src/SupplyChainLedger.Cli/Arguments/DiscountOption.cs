using System.CommandLine;
using System.Globalization;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>The price of money in per cent of the amount a year, with up to four decimals.</summary>
internal sealed class DiscountOption : Option<uint>
{
    private const decimal MillionthsPerCent = 10_000m;
    private const decimal MostPerCent = 400m;

    public DiscountOption()
        : base("--discount")
    {
        Description = "Price of the money in per cent of the amount a year, such as 4.85.";
        HelpName = "PERCENT";
        Required = true;
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
                && percent <= MostPerCent
                && decimal.IsInteger(percent * MillionthsPerCent))
            {
                return (uint)(percent * MillionthsPerCent);
            }

            result.AddError($"'{text}' is not a percentage such as 4.85, with up to four decimals.");
            return 0;
        };
    }
}
