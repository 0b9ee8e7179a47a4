using SupplyChainLedger.Service.Indexing.Storage;

namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>The tables of holdings, and of how they pass from hand to hand.</summary>
internal static class HoldingSchema
{
    public static readonly string Tables = $"""
        -- The word is the holding as the contract packs it; the columns after it repeat what lists ask for.
        CREATE TABLE holding (
            opened INTEGER PRIMARY KEY,
            id BLOB NOT NULL,
            receivable BLOB NOT NULL,
            parent BLOB,
            opening_intent BLOB NOT NULL,
            opening_amount INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            change_intent BLOB NOT NULL,
            supplier INTEGER NOT NULL,
            obligor INTEGER NOT NULL,
            currency TEXT NOT NULL,
            due_day INTEGER NOT NULL,
            word BLOB NOT NULL,
            holder INTEGER NOT NULL,
            counterparty INTEGER,
            amount INTEGER NOT NULL,
            phase INTEGER NOT NULL,
            step INTEGER NOT NULL,
            payer INTEGER NOT NULL
        ) STRICT;
        -- The first holding of a receivable has its id, and is found like it.
        CREATE INDEX holding_by_id ON holding ({HashColumn.Head("id")}) WHERE parent IS NOT NULL;

        -- Each passing of a holding from one holder to the next.
        CREATE TABLE endorsement (
            at INTEGER PRIMARY KEY,
            receivable BLOB NOT NULL,
            holding BLOB NOT NULL,
            giver INTEGER NOT NULL,
            taker INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            cause INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE transfer (
            proposed INTEGER PRIMARY KEY,
            holding BLOB NOT NULL UNIQUE,
            receivable BLOB NOT NULL,
            parent BLOB NOT NULL,
            sender INTEGER NOT NULL,
            recipient INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            trade_document BLOB NOT NULL,
            answer_by INTEGER NOT NULL,
            state INTEGER NOT NULL,
            reason TEXT,
            ended INTEGER
        ) STRICT;

        """;

    /// <summary>The secondary indexes that only lists need: what <c>CREATE INDEX</c> makes.</summary>
    public static readonly string[] Lists =
    [
        "holding_in_phase ON holding (phase, opened)",
        // Of those that wait for something: nearly all are at rest.
        "holding_in_step ON holding (step, opened) WHERE step <> 0",
        $"holding_by_receivable ON holding ({HashColumn.Head("receivable")}, opened)",
        "holding_by_holder_phase ON holding (holder, phase, opened)",
        "holding_by_holder_step ON holding (holder, step, opened) WHERE step <> 0",
        "holding_by_counterparty ON holding (counterparty, opened) WHERE counterparty IS NOT NULL",
        "holding_by_counterparty_step ON holding (counterparty, step, opened)"
            + " WHERE counterparty IS NOT NULL",
        "holding_due_to ON holding (holder, due_day, opened) WHERE amount > 0",
        "holding_due_from ON holding (payer, due_day, opened) WHERE amount > 0",
        "endorsement_by_receivable ON endorsement (receivable, at)",
        "endorsement_by_holding ON endorsement (holding, at)",
        "transfer_by_receivable ON transfer (receivable)",
    ];
}
