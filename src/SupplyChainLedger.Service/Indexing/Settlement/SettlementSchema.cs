namespace SupplyChainLedger.Service.Indexing.Settlement;

/// <summary>The tables of payments, of the accounts they go to, and of obligors who have missed one.</summary>
internal static class SettlementSchema
{
    public const string Tables = """
        CREATE TABLE payment (
            declared INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            receivable BLOB NOT NULL,
            holding BLOB NOT NULL,
            kind INTEGER NOT NULL,
            payer INTEGER NOT NULL,
            holder INTEGER NOT NULL,
            currency TEXT NOT NULL,
            amount INTEGER NOT NULL,
            value_day INTEGER NOT NULL,
            bank_reference TEXT NOT NULL,
            evidence BLOB NOT NULL,
            contest_by INTEGER NOT NULL,
            state INTEGER NOT NULL,
            contest_reason TEXT,
            contest_evidence BLOB,
            contested INTEGER,
            by_silence INTEGER NOT NULL,
            ended INTEGER
        ) STRICT;
        CREATE INDEX payment_by_holding ON payment (holding, declared);

        -- Every account that a participant has ever named: the newest before a moment was valid then.
        CREATE TABLE account (
            participant INTEGER NOT NULL,
            currency TEXT NOT NULL,
            at INTEGER NOT NULL,
            account TEXT NOT NULL,
            PRIMARY KEY (participant, currency, at)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE stop (
            stopped INTEGER PRIMARY KEY,
            obligor INTEGER NOT NULL,
            receivable BLOB NOT NULL,
            holding BLOB NOT NULL,
            lifted INTEGER,
            operator INTEGER,
            reason TEXT
        ) STRICT;
        CREATE INDEX stop_by_obligor ON stop (obligor, stopped);

        """;

    /// <summary>The secondary indexes that only lists need: what <c>CREATE INDEX</c> makes.</summary>
    public static readonly string[] Lists =
    [
        "payment_in_state ON payment (state, declared)",
        "payment_by_receivable ON payment (receivable, declared)",
        "payment_by_holder_state ON payment (holder, state, declared)",
        "payment_by_payer_state ON payment (payer, state, declared)",
        "stop_in_force ON stop (stopped) WHERE lifted IS NULL",
    ];
}
