namespace SupplyChainLedger.Service.Indexing.Financing;

/// <summary>The tables of requests for financing and of the offers they have got.</summary>
internal static class FinancingSchema
{
    public const string Tables = """
        CREATE TABLE financing (
            requested INTEGER PRIMARY KEY,
            holding BLOB NOT NULL UNIQUE,
            receivable BLOB NOT NULL,
            parent BLOB NOT NULL,
            requester INTEGER NOT NULL,
            obligor INTEGER NOT NULL,
            currency TEXT NOT NULL,
            due_day INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            lowest_advance INTEGER NOT NULL,
            open_until INTEGER NOT NULL,
            recourse INTEGER NOT NULL,
            offer_key BLOB NOT NULL,
            state INTEGER NOT NULL,
            offer BLOB,
            financier INTEGER,
            accepted INTEGER,
            disburse_by INTEGER,
            declared INTEGER,
            disbursed INTEGER,
            value_day INTEGER,
            bank_reference TEXT,
            evidence BLOB,
            registry_reference TEXT,
            justification BLOB,
            contest_by INTEGER,
            contest_reason TEXT,
            contest_evidence BLOB,
            contested INTEGER,
            by_silence INTEGER NOT NULL,
            ended INTEGER
        ) STRICT;

        CREATE TABLE offer (
            placed INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            receivable BLOB NOT NULL,
            holding BLOB NOT NULL,
            financier INTEGER NOT NULL,
            requester INTEGER NOT NULL,
            obligor INTEGER NOT NULL,
            currency TEXT NOT NULL,
            amount INTEGER NOT NULL,
            advance INTEGER NOT NULL,
            discount INTEGER NOT NULL,
            recourse INTEGER NOT NULL,
            expiry INTEGER NOT NULL,
            sealed_terms BLOB NOT NULL,
            is_sealed INTEGER NOT NULL GENERATED ALWAYS AS (length(sealed_terms) > 0) STORED,
            state INTEGER NOT NULL,
            ended INTEGER
        ) STRICT;
        CREATE INDEX offer_by_holding ON offer (holding, placed);

        """;

    /// <summary>The secondary indexes that only lists need: what <c>CREATE INDEX</c> makes.</summary>
    public static readonly string[] Lists =
    [
        "financing_in_state ON financing (state, requested)",
        "financing_by_receivable ON financing (receivable, requested)",
        "financing_by_obligor_state ON financing (obligor, state, requested)",
        "financing_by_requester_state ON financing (requester, state, requested)",
        "financing_by_financier_state ON financing (financier, state, requested)"
            + " WHERE financier IS NOT NULL",
        "offer_by_receivable ON offer (receivable)",
        "offer_in_state ON offer (state, placed)",
        "offer_by_financier_state ON offer (financier, state, placed)",
        "offer_price_seen ON offer (obligor, currency, placed) WHERE is_sealed = 0",
    ];
}
