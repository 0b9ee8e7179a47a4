using System.Buffers.Binary;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>The table <c>fingerprint</c>: which invoices carry a fingerprint.</summary>
internal static class FingerprintTable
{
    /// <summary>The invoices of a fingerprint <c>?1</c>, newest submission first, at most <c>?2</c>.</summary>
    public const string CarriersSql = "SELECT invoice FROM fingerprint WHERE value = ?1 ORDER BY invoice DESC LIMIT ?2";

    /// <summary>Adds the fingerprints of an invoice.</summary>
    public static void Insert(SqliteSession writer, InvoiceRecord invoice, FingerprintKey key)
    {
        foreach (var value in ValuesOf(invoice, key))
            writer.Execute("INSERT OR IGNORE INTO fingerprint VALUES (?1, ?2)", value, invoice.Submitted.Key);
    }

    /// <summary>Takes the fingerprints of an invoice back.</summary>
    public static void Delete(SqliteSession writer, InvoiceRecord invoice, FingerprintKey key)
    {
        foreach (var value in ValuesOf(invoice, key))
            writer.Execute("DELETE FROM fingerprint WHERE value = ?1 AND invoice = ?2", value, invoice.Submitted.Key);
    }

    /// <summary>The submission keys of invoices that carry a fingerprint, newest first.</summary>
    public static List<long> Carriers(SqliteSession session, Fingerprint fingerprint, int limit) =>
        session.All(CarriersSql, static row => row.GetInt64(0), ValueOf(fingerprint), (long)limit);

    /// <summary>What the table holds of an invoice's fingerprints.</summary>
    public static IEnumerable<long> ValuesOf(InvoiceRecord invoice, FingerprintKey key) =>
        Fingerprints.Of(invoice.ToParticulars(), key).Select(ValueOf);

    // Half of it of the parties, half of the whole.
    private static long ValueOf(Fingerprint fingerprint) =>
        (long)Head(fingerprint.Parties) << 32 | Head(fingerprint.Value);

    private static uint Head(Hash32 hash)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        hash.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
