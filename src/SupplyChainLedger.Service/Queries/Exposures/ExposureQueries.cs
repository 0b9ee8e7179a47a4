using System.Text;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Exposures;

/// <summary>Exposures as of one snapshot.</summary>
internal sealed class ExposureQueries(SqliteSession session, PageTokens tokens)
{
    private const string ListName = "exposures";
    private const int ObligorBits = 32;

    /// <summary>One exposure; null where no limit was ever set.</summary>
    /// <param name="financier">The financier.</param>
    /// <param name="obligor">The obligor.</param>
    /// <param name="currency">Three letters.</param>
    public Exposure? Find(ParticipantId financier, ParticipantId obligor, string currency) =>
        session.First(ExposureSql.One, Read, (long)financier.Value, (long)obligor.Value, currency);

    /// <summary>Exposures by financier, obligor and currency.</summary>
    /// <param name="financier">Only of this financier; null means all.</param>
    /// <param name="obligor">Only to this obligor; null means all.</param>
    /// <param name="page">Which page.</param>
    /// <exception cref="LedgerFault">The page token is not of this list and filter.</exception>
    public Page<Exposure> List(ParticipantId? financier, ParticipantId? obligor, PageRequest page)
    {
        var description = $"financier={financier?.Value},obligor={obligor?.Value}";
        var after = page.Token.Length == 0 ? default : tokens.Read(ListName, description, page.Token);
        var found = session.All(
            ExposureSql.After(financier, obligor), Read,
            financier?.Value ?? (after.First >> ObligorBits), obligor?.Value ?? (uint)after.First,
            CurrencyOf(after.Second), (long)page.Size + 1);
        if (found.Count <= page.Size) return new Page<Exposure>(found, "");
        var shown = found[..page.Size];
        return new Page<Exposure>(shown, tokens.Write(ListName, description, CursorOf(shown[^1])));
    }

    private static PageCursor CursorOf(Exposure last)
    {
        var currency = 0L;
        foreach (var letter in last.Currency) currency = currency << 8 | (byte)letter;
        return new PageCursor((long)last.Financier.Value << ObligorBits | last.Obligor.Value, currency);
    }

    private static string CurrencyOf(long packed)
    {
        var text = new StringBuilder();
        for (; packed != 0; packed >>= 8) text.Insert(0, (char)(packed & 0xff));
        return text.ToString();
    }

    private static Exposure Read(SqliteRow row) => new(
        row.GetParticipant(0), row.GetParticipant(1), row.GetString(2), row.GetUnsigned(3), row.GetUnsigned(4),
        row.GetPosition(5));
}
