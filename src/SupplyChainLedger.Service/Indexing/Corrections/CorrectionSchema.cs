namespace SupplyChainLedger.Service.Indexing.Corrections;

/// <summary>The tables of credit notes, disputes and cancellations.</summary>
internal static class CorrectionSchema
{
    public const string Tables = """
        CREATE TABLE credit_note (
            issued INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            receivable BLOB NOT NULL,
            holding BLOB NOT NULL,
            supplier INTEGER NOT NULL,
            obligor INTEGER NOT NULL,
            holder INTEGER NOT NULL,
            currency TEXT NOT NULL,
            number TEXT NOT NULL,
            amount INTEGER NOT NULL,
            document_hash BLOB NOT NULL,
            answer_by INTEGER NOT NULL,
            state INTEGER NOT NULL,
            reason TEXT,
            ended INTEGER
        ) STRICT;
        CREATE INDEX credit_note_by_holding ON credit_note (holding, issued);

        CREATE TABLE dispute (
            opened INTEGER PRIMARY KEY,
            holding BLOB NOT NULL UNIQUE,
            receivable BLOB NOT NULL,
            parent BLOB NOT NULL,
            buyer INTEGER NOT NULL,
            supplier INTEGER NOT NULL,
            holder INTEGER NOT NULL,
            currency TEXT NOT NULL,
            amount INTEGER NOT NULL,
            reason TEXT NOT NULL,
            evidence BLOB NOT NULL,
            ends_at INTEGER NOT NULL,
            state INTEGER NOT NULL,
            credited INTEGER NOT NULL,
            answer_reason TEXT,
            answer_evidence BLOB,
            answered INTEGER,
            ended INTEGER
        ) STRICT;

        CREATE TABLE cancellation (
            requested INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            receivable BLOB NOT NULL,
            supplier INTEGER NOT NULL,
            buyer INTEGER NOT NULL,
            reason TEXT NOT NULL,
            answer_by INTEGER NOT NULL,
            state INTEGER NOT NULL,
            answer_reason TEXT,
            ended INTEGER
        ) STRICT;
        CREATE INDEX cancellation_by_receivable ON cancellation (receivable, requested);

        """;

    /// <summary>The secondary indexes that only lists need: what <c>CREATE INDEX</c> makes.</summary>
    public static readonly string[] Lists =
    [
        "credit_note_by_receivable ON credit_note (receivable, issued)",
        "credit_note_by_supplier ON credit_note (supplier, issued)",
        "credit_note_by_holder ON credit_note (holder, issued)",
        "dispute_by_receivable ON dispute (receivable, opened)",
        "dispute_by_buyer ON dispute (buyer, opened)",
        "dispute_by_holder ON dispute (holder, opened)",
    ];
}
