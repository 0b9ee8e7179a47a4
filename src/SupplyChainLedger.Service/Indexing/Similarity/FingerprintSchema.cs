namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>The tables of the fingerprints.</summary>
internal static class FingerprintSchema
{
    /// <summary>Every statement that makes them.</summary>
    public const string Create = """
        -- 4 bytes of a fingerprint's parties and 4 of its value, and the submission's key: small, since an invoice has
        -- nine of them, and most of these side by side. Two that share no more than these bytes are told apart when
        -- the invoices themselves are compared.
        CREATE TABLE fingerprint (
            value INTEGER NOT NULL,
            invoice INTEGER NOT NULL,
            PRIMARY KEY (value, invoice)
        ) STRICT, WITHOUT ROWID;

        -- Tells under which key the fingerprints were made.
        CREATE TABLE fingerprint_key (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            check_value BLOB NOT NULL
        ) STRICT;
        """;
}
