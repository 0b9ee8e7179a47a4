using SupplyChainLedger.Service.Indexing.Corrections;
using SupplyChainLedger.Service.Indexing.Exposures;
using SupplyChainLedger.Service.Indexing.Financing;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Receivables;
using SupplyChainLedger.Service.Indexing.Rules;
using SupplyChainLedger.Service.Indexing.Settlement;
using SupplyChainLedger.Service.Indexing.Similarity;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>
/// The tables of <c>index.db</c>. A column that is named as what happened (<c>at</c>, <c>added</c>, <c>submitted</c>,
/// <c>changed</c>, <c>opened</c>, <c>ended</c>) is a <see cref="LogPosition.Key"/>, so that the order of keys is that
/// of the chain.
/// </summary>
internal static class IndexSchema
{
    /// <summary>Changes with the tables and with what is written into them; the index is then rebuilt.</summary>
    public const long Version = 9;

    /// <summary>Marks the file as ours (<c>PRAGMA application_id</c>): "SCLi".</summary>
    public const long ApplicationId = 0x53434C69;

    public static string Create =>
        Base + ReceivableSchema.Tables + HoldingSchema.Tables + FinancingSchema.Tables + ExposureSchema.Tables
        + SettlementSchema.Tables + CorrectionSchema.Tables + RuleSchema.Tables
        + FingerprintSchema.Create;

    /// <summary>
    /// The secondary indexes that no event is folded by. A file is begun without them: to make each of them once, from
    /// rows that are all there, costs a fraction of changing all of them with every event.
    /// </summary>
    public static IEnumerable<string> Lists =>
    [
        .. InvoiceLists, .. ReceivableSchema.Lists, .. HoldingSchema.Lists, .. FinancingSchema.Lists,
        .. ExposureSchema.Lists, .. SettlementSchema.Lists, .. CorrectionSchema.Lists,
    ];

    private static readonly string Base = $"""
        CREATE TABLE network (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            chain_id INTEGER NOT NULL,
            ledger BLOB NOT NULL,
            participants BLOB NOT NULL,
            deployment_block INTEGER NOT NULL,
            page_key BLOB NOT NULL,
            -- Whether the secondary indexes for lists and the fingerprints are there.
            complete INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE finality (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            block INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE block (
            number INTEGER PRIMARY KEY,
            hash BLOB NOT NULL,
            parent BLOB NOT NULL,
            timestamp INTEGER NOT NULL
        ) STRICT;

        -- Blocks that a reorganisation took back, so that a reader who stands in one can be told the fork.
        CREATE TABLE orphan (
            hash BLOB PRIMARY KEY,
            number INTEGER NOT NULL,
            parent BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX orphan_by_number ON orphan (number);

        CREATE TABLE event (
            at INTEGER PRIMARY KEY,
            transaction_hash BLOB NOT NULL,
            topics BLOB NOT NULL,
            data BLOB NOT NULL,
            -- The first 8 bytes of the digest or call hash of which it tells the outcome.
            outcome INTEGER,
            -- The key of the invoice's submission, in whose order most events come.
            invoice INTEGER,
            participant INTEGER
        ) STRICT;
        CREATE INDEX event_by_invoice ON event (invoice) WHERE invoice IS NOT NULL;
        CREATE INDEX event_by_participant ON event (participant) WHERE participant IS NOT NULL;

        -- What is found by the first 8 bytes is compared whole. Digests come in no order: an index would be changed all
        -- over by each event, while the rows of a transaction are sorted first.
        CREATE TABLE event_outcome (
            outcome INTEGER NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (outcome, at)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE event_party (
            participant INTEGER NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (participant, at)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE invoice (
            submitted INTEGER PRIMARY KEY,
            id BLOB NOT NULL,
            supplier INTEGER NOT NULL,
            buyer INTEGER NOT NULL,
            number TEXT NOT NULL,
            type_code INTEGER NOT NULL,
            issue_day INTEGER NOT NULL,
            due_day INTEGER NOT NULL,
            currency TEXT NOT NULL,
            amount INTEGER NOT NULL,
            document_hash BLOB NOT NULL,
            submission_intent BLOB NOT NULL,
            state INTEGER NOT NULL,
            confirmed INTEGER NOT NULL,
            -- By this the receivable and its first holding are found.
            opened INTEGER,
            rejection_reason TEXT,
            changed INTEGER NOT NULL,
            change_intent BLOB NOT NULL
        ) STRICT;
        CREATE INDEX invoice_by_id ON invoice ({HashColumn.Head("id")});

        CREATE TABLE participant (
            id INTEGER PRIMARY KEY,
            handle TEXT NOT NULL UNIQUE,
            display_name TEXT NOT NULL,
            roles INTEGER NOT NULL,
            suspension_reason TEXT,
            lei_hash BLOB NOT NULL,
            vat_hash BLOB NOT NULL,
            endpoint_hash BLOB NOT NULL,
            region TEXT NOT NULL,
            industry TEXT NOT NULL,
            small_enterprise INTEGER NOT NULL,
            registered INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE participant_role (
            role INTEGER NOT NULL,
            participant INTEGER NOT NULL,
            PRIMARY KEY (role, participant)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE signer (
            address BLOB PRIMARY KEY,
            participant INTEGER NOT NULL,
            revoked INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            permissions INTEGER NOT NULL,
            -- Null in the block of the registration, whose keys sign at once.
            added INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX signer_by_participant ON signer (participant, revoked, ordinal);

        -- Above this many minor units two keys of the participant must sign.
        CREATE TABLE threshold (
            participant INTEGER NOT NULL,
            currency TEXT NOT NULL,
            amount INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            PRIMARY KEY (participant, currency)
        ) STRICT, WITHOUT ROWID;

        """;

    /// <summary>
    /// The secondary indexes that only lists need: what <c>CREATE INDEX</c> makes. Lists of any state walk the parts of
    /// all states at once, so that they need none of their own.
    /// </summary>
    private static readonly string[] InvoiceLists =
    [
        "invoice_by_state ON invoice (state, submitted, due_day)",
        "invoice_by_supplier_state ON invoice (supplier, state, submitted, due_day)",
        "invoice_by_buyer_state ON invoice (buyer, state, submitted, due_day)",
        "invoice_by_parties_state ON invoice (supplier, buyer, state, submitted, due_day)",
    ];
}
