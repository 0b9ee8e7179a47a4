using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>Makes the fingerprints anew where they were made under another key.</summary>
internal static class FingerprintKeyring
{
    private const string RecordedSql = $"SELECT {InvoiceTable.Columns} FROM invoice i";

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
            Rebuild(session, key);
        });
    }

    // Sorted before they are inserted: the table is then written from its one end to the other.
    private static void Rebuild(SqliteSession writer, FingerprintKey key)
    {
        writer.Script("CREATE TEMP TABLE made (value INTEGER NOT NULL, invoice INTEGER NOT NULL)");
        foreach (var invoice in writer.Stream(RecordedSql, InvoiceTable.Read, NoArguments))
        {
            foreach (var value in FingerprintTable.ValuesOf(invoice.ToParticulars(), key))
                writer.Execute("INSERT INTO temp.made VALUES (?1, ?2)", value, invoice.Submitted.Key);
        }

        writer.Script("""
            INSERT OR IGNORE INTO fingerprint SELECT value, invoice FROM temp.made ORDER BY value, invoice;
            DROP TABLE temp.made;
            """);
    }
}
