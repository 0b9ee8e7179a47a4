using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>Makes the fingerprints anew where they were made under another key.</summary>
internal static class FingerprintKeyring
{
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
            new FingerprintRebuild(session, key, new FingerprintBacklog()).Write(session, CancellationToken.None);
        });
    }
}
