using SupplyChainLedger.Service.Indexing.Storage;

namespace SupplyChainLedger.Service.Indexing.Receivables;

/// <summary>The tables of receivables and of who holds how much of each.</summary>
internal static class ReceivableSchema
{
    public static readonly string Tables = $"""
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
        CREATE INDEX receivable_by_id ON receivable ({HashColumn.Head("id")});
        CREATE INDEX receivable_by_supplier ON receivable (supplier, opened);
        CREATE INDEX receivable_by_obligor ON receivable (obligor, opened);
        CREATE INDEX receivable_by_parties ON receivable (supplier, obligor, opened);
        CREATE INDEX receivable_owed ON receivable (opened) WHERE outstanding > 0;
        CREATE INDEX receivable_owed_by_supplier ON receivable (supplier, opened) WHERE outstanding > 0;
        CREATE INDEX receivable_owed_by_obligor ON receivable (obligor, opened) WHERE outstanding > 0;
        CREATE INDEX receivable_owed_by_parties ON receivable (supplier, obligor, opened) WHERE outstanding > 0;

        -- What each holder has of a receivable (by the key of its confirmation), over all of its holdings; only where
        -- it is more than nothing.
        CREATE TABLE share (
            holder INTEGER NOT NULL,
            receivable INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            PRIMARY KEY (holder, receivable)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX share_by_receivable ON share (receivable, holder, amount);

        """;
}
