using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>Makes the fingerprints anew where they were made under another key.</summary>
internal static class FingerprintKeyring
{
    private const string RecordedSql = $"SELECT {InvoiceTable.Columns} FROM invoice i";

    private const int SortedAtOnce = 100_000;

    private static readonly SqliteValue[] NoArguments = [];

    /// <summary>Brings all fingerprints under the key, as one transaction.</summary>
    /// <param name="writer">The index; no transaction is open.</param>
    /// <param name="key">The network's key.</param>
    /// <param name="log">Told when that takes a while.</param>
    public static void Adopt(SqliteSession writer, FingerprintKey key, ILogger log)
    {
        var before = writer.First(
            "SELECT check_value FROM fingerprint_key", static row => (Hash32?)row.GetHash(0));
        if (before == key.CheckValue) return;
        if (before is not null) log.FingerprintKeyChanged();
        writer.Transact(session =>
        {
            session.Execute("INSERT OR REPLACE INTO fingerprint_key VALUES (1, ?1)", key.CheckValue.ToBytes());
            session.Execute("DELETE FROM fingerprint");
            Rebuild(session, key, CancellationToken.None);
        });
    }

    /// <summary>Makes those of all invoices, within a transaction. Those that are there already stay.</summary>
    public static void Rebuild(SqliteSession writer, FingerprintKey key, CancellationToken cancellation)
    {
        // Sorted by parts that fit into memory: the table is then written a few times from its one end to the other.
        foreach (var part in writer.Stream(RecordedSql, InvoiceTable.Read, NoArguments).Chunk(SortedAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            FingerprintBatch.Of(part, key).Write(writer);
        }
    }
}
