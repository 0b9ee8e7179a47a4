namespace SupplyChainLedger.Service.Indexing.Receivables;

/// <summary>The tables of receivables and of who holds how much of each.</summary>
internal static class ReceivableSchema
{
    /// <summary>Whether something of a receivable is outstanding: 1 or 0.</summary>
    public const string Owed = "(outstanding > 0)";

    public const string Tables = """
        CREATE TABLE receivable (
            opened INTEGER PRIMARY KEY,
            id BLOB NOT NULL,
            supplier INTEGER NOT NULL,
            obligor INTEGER NOT NULL,
            currency TEXT NOT NULL,
            due_day INTEGER NOT NULL,
            rule_version INTEGER NOT NULL,
            irrevocable INTEGER NOT NULL,
            defences_waived INTEGER NOT NULL,
            confirmed INTEGER NOT NULL,
            outstanding INTEGER NOT NULL,
            paid INTEGER NOT NULL,
            credited INTEGER NOT NULL,
            written_off INTEGER NOT NULL,
            recovered INTEGER NOT NULL,
            cancelled INTEGER NOT NULL,
            changed INTEGER NOT NULL
        ) STRICT;

        -- What each holder has of a receivable (by the key of its confirmation), over all of its holdings; only where
        -- it is more than nothing.
        CREATE TABLE share (
            holder INTEGER NOT NULL,
            receivable INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            PRIMARY KEY (holder, receivable)
        ) STRICT, WITHOUT ROWID;

        """;

    /// <summary>The secondary indexes that only lists need: what <c>CREATE INDEX</c> makes.</summary>
    public static readonly string[] Lists =
    [
        $"receivable_by_supplier ON receivable (supplier, {Owed}, opened)",
        $"receivable_by_obligor ON receivable (obligor, {Owed}, opened)",
        $"receivable_by_parties ON receivable (supplier, obligor, {Owed}, opened)",
        $"receivable_owed ON receivable (opened) WHERE {Owed}",
        "share_by_receivable ON share (receivable, holder, amount)",
    ];
}
