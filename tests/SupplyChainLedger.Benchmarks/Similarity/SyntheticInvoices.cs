using System.Globalization;
using System.Text;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Invoices;

namespace SupplyChainLedger.Benchmarks.Similarity;

/// <summary>
/// Invoices of five years, the same in every run: 500 for each pair of parties, but for one busy pair with a fixed
/// price, which makes every combination of it common.
/// </summary>
internal static class SyntheticInvoices
{
    /// <summary>Supplier of the busy pair.</summary>
    public const uint BusySupplier = 1;

    private const uint Buyer = 1_000_000;
    private const int PerPair = 500;
    private const int BusyShare = 50;
    private const int PerBlock = 400;

    private static readonly EpochDay FirstDay = EpochDay.FromDate(new DateOnly(2022, 1, 3));

    public static IEnumerable<InvoiceRecord> Take(int count)
    {
        var random = new Random(1);
        for (var index = 0; index < count; index++)
        {
            var isBusy = index % BusyShare == 0;
            var supplier = isBusy ? BusySupplier : 2 + (uint)(index / PerPair);
            var amount = isBusy ? 11_900ul : (ulong)(5_000 * Math.Pow(1_600, random.NextDouble()));
            yield return Make(index, supplier, amount, (uint)random.Next(5 * 365));
        }
    }

    private static InvoiceRecord Make(int index, uint supplier, ulong amount, uint daysLater)
    {
        var issued = new EpochDay(FirstDay.Value + daysLater);
        var number = string.Create(CultureInfo.InvariantCulture, $"INV-{issued.ToDate().Year}-{index:D7}");
        var at = new LogPosition((ulong)(index / PerBlock), (uint)(index % PerBlock));
        var digest = Keccak256.Hash(Encoding.UTF8.GetBytes(number));
        var party = new ParticipantId(supplier);
        return new InvoiceRecord(
            InvoiceId.Of(party, number, issued, 380), party, new ParticipantId(Buyer + supplier), number, 380, issued,
            new EpochDay(issued.Value + 60), "EUR", amount, digest, at, new IntentHash(digest), InvoiceState.Submitted,
            Confirmed: 0, Opened: null, RejectionReason: null, at, new IntentHash(digest));
    }
}
