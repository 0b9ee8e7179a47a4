using System.Buffers.Binary;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>
/// The table <c>fingerprint</c>: which invoices carry a fingerprint. All fingerprints of an invoice are asked for by
/// one statement, whose text depends on how many there are.
/// </summary>
internal static class FingerprintTable
{
    private static readonly KeyPairTable Rows = new("fingerprint");

    private static readonly string[] CarriersSql = Texts(static count => Join(
        " UNION ALL ",
        count,
        static i => "SELECT invoice FROM (SELECT invoice FROM fingerprint "
            + $"WHERE value = ?{i + 2} ORDER BY invoice DESC LIMIT ?1) k"));

    /// <summary>
    /// The statement that finds the first invoice of each of a <see cref="KeyList"/> of fingerprints, null where there
    /// is none.
    /// </summary>
    public static readonly string FirstCarriersSql =
        "SELECT column1, (SELECT invoice FROM fingerprint WHERE value = column1 ORDER BY invoice LIMIT 1) "
        + $"FROM {KeyList.Table}";

    /// <summary>
    /// The statement that finds the invoices of so many fingerprints, <c>?2</c> and on, newest submission first, at
    /// most <c>?1</c> of each.
    /// </summary>
    public static string CarriersOf(int count) => CarriersSql[count];

    /// <summary>Adds fingerprints, in their order, each with the key of its invoice's submission.</summary>
    public static void Insert(SqliteSession writer, ReadOnlySpan<(long Value, long Invoice)> rows) =>
        Rows.Insert(writer, rows);

    /// <summary>Takes the fingerprints of an invoice back.</summary>
    public static void Delete(SqliteSession writer, InvoiceRecord invoice, FingerprintKey key)
    {
        foreach (var value in ValuesOf(invoice.ToParticulars(), key))
            writer.Execute("DELETE FROM fingerprint WHERE value = ?1 AND invoice = ?2", value, invoice.Submitted.Key);
    }

    /// <summary>The submission keys of invoices that carry one of the fingerprints.</summary>
    public static List<long> Carriers(SqliteSession session, IReadOnlyList<Fingerprint> fingerprints, int limit) =>
        session.All(
            CarriersSql[fingerprints.Count], static row => row.GetInt64(0), Arguments(limit, fingerprints));

    /// <summary>The submission key of the first invoice of each fingerprint that an invoice carries.</summary>
    /// <param name="session">The index.</param>
    /// <param name="rows">Fingerprints in their order, so that each page is looked for once.</param>
    public static Dictionary<long, long> FirstCarriers(
        SqliteSession session, IReadOnlyList<(long Value, long Invoice)> rows)
    {
        var found = new Dictionary<long, long>();
        foreach (var values in KeyList.Of(rows, static row => row.Value))
        {
            foreach (var (value, first) in session.Stream(FirstCarriersSql, ReadCarrier, values))
                if (first is { } invoice) found[value] = invoice;
        }

        return found;
    }

    /// <summary>What the table holds of an invoice's fingerprints.</summary>
    public static IEnumerable<long> ValuesOf(InvoiceParticulars invoice, FingerprintKey key) =>
        Fingerprints.Of(invoice, key).Select(ValueOf);

    private static (long Value, long? Invoice) ReadCarrier(SqliteRow row) =>
        (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1));

    private static SqliteValue[] Arguments(long first, IReadOnlyList<Fingerprint> fingerprints)
    {
        var arguments = new SqliteValue[fingerprints.Count + 1];
        arguments[0] = first;
        for (var i = 0; i < fingerprints.Count; i++) arguments[i + 1] = ValueOf(fingerprints[i]);
        return arguments;
    }

    // Half of it of the parties, half of the whole.
    private static long ValueOf(Fingerprint fingerprint) =>
        (long)Head(fingerprint.Parties) << 32 | Head(fingerprint.Value);

    private static uint Head(Hash32 hash)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        hash.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    private static string[] Texts(Func<int, string> text) =>
        [.. Enumerable.Range(0, Fingerprints.MaxCount + 1).Select(text)];

    private static string Join(string separator, int count, Func<int, string> part) =>
        string.Join(separator, Enumerable.Range(0, count).Select(part));
}
