namespace SupplyChainLedger.Service.Indexing.Exposures;

/// <summary>The tables of how much of each obligor a financier wants to hold, and of how much it holds.</summary>
internal static class ExposureSchema
{
    public const string Tables = """
        CREATE TABLE exposure_limit (
            financier INTEGER NOT NULL,
            obligor INTEGER NOT NULL,
            currency TEXT NOT NULL,
            most INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            PRIMARY KEY (financier, obligor, currency)
        ) STRICT, WITHOUT ROWID;

        -- What financed and locked holdings count against the limit; only where it is more than nothing.
        CREATE TABLE exposure_use (
            financier INTEGER NOT NULL,
            obligor INTEGER NOT NULL,
            currency TEXT NOT NULL,
            amount INTEGER NOT NULL,
            PRIMARY KEY (financier, obligor, currency)
        ) STRICT, WITHOUT ROWID;

        """;

    /// <summary>The secondary indexes that only lists need: what <c>CREATE INDEX</c> makes.</summary>
    public static readonly string[] Lists =
    [
        "exposure_limit_by_obligor ON exposure_limit (obligor, financier, currency)",
    ];
}
