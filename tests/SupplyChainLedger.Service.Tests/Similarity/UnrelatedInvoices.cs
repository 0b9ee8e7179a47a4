using System.Globalization;
using System.Text;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Service.Tests.Similarity;

/// <summary>
/// Two years of honest invoices, the same in every run. Each pair of parties has its way to number and to price, as
/// suppliers do; none of the invoices claims what another does.
/// </summary>
internal static class UnrelatedInvoices
{
    private const int Schemes = 8;
    private static readonly DateOnly FirstDay = new(2025, 1, 2);

    /// <summary>The invoices of one pair of parties.</summary>
    public static IEnumerable<Claim> Of(ParticipantId supplier, ParticipantId buyer, int count)
    {
        var random = new Random((int)supplier.Value);
        var scheme = (int)(supplier.Value % Schemes);
        var day = FirstDay;
        var ofDay = 0;
        for (var number = 1; number <= count; number++)
        {
            // Some send one invoice a day at most, others several.
            var ahead = scheme is 1 or 5 ? random.Next(1, 9) : random.Next(0, 9);
            ofDay = ahead == 0 ? ofDay + 1 : 1;
            day = day.AddDays(ahead);
            yield return new Claim(
                new InvoiceParticulars(
                    supplier, buyer, Number(scheme, number, day, ofDay), EpochDay.FromDate(day),
                    EpochDay.FromDate(Due(scheme, day)), "EUR", Amount(scheme, random),
                    Keccak256.Hash(Encoding.UTF8.GetBytes($"{supplier.Value} {number}"))),
                TypeCode: 380);
        }
    }

    private static string Number(int scheme, int number, DateOnly day, int ofDay)
    {
        var ofYear = number % 90 + 1;
        return scheme switch
        {
            0 => $"INV-{day.Year}-{number:D5}",
            1 => $"{1000 + number}",
            2 => $"RE {day.Year}/{ofYear}",
            3 => $"{ofYear}",
            4 => string.Create(CultureInfo.InvariantCulture, $"F{day:yyyyMM}-{number % 100:D3}"),
            5 => $"10023-{number}",
            6 => $"R{number:D8}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-{ofDay}"),
        };
    }

    private static DateOnly Due(int scheme, DateOnly day) => scheme % 2 == 0
        ? day.AddDays(30)
        : new DateOnly(day.Year, day.Month, 1).AddMonths(2).AddDays(-1);

    // Minor units: prices by the piece, round sums, and from 50 to 80,000 euros evenly over the magnitudes.
    private static ulong Amount(int scheme, Random random) => scheme switch
    {
        1 => 11_900ul * (ulong)random.Next(1, 40),
        6 => 100_000ul * (ulong)random.Next(1, 60),
        _ => (ulong)Math.Round(5_000 * Math.Pow(1_600, random.NextDouble())),
    };
}
