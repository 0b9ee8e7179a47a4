namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>The tables of holdings, and of how they pass from hand to hand.</summary>
internal static class HoldingSchema
{
    public const string Tables = """
        -- The word is the holding as the contract packs it; the columns after it repeat what lists ask for.
        CREATE TABLE holding (
            opened INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            receivable BLOB NOT NULL,
            parent BLOB,
            opening_intent BLOB NOT NULL,
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
            step INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX holding_by_receivable ON holding (receivable, due_day, opened);
        CREATE INDEX holding_in_order ON holding (due_day, opened);
        CREATE INDEX holding_in_phase ON holding (phase, due_day, opened);
        CREATE INDEX holding_in_step ON holding (step, due_day, opened) WHERE step <> 0;
        CREATE INDEX holding_owed ON holding (due_day, opened) WHERE amount > 0;
        CREATE INDEX holding_by_holder ON holding (holder, due_day, opened);
        CREATE INDEX holding_by_holder_phase ON holding (holder, phase, due_day, opened);
        CREATE INDEX holding_by_holder_step ON holding (holder, step, due_day, opened) WHERE step <> 0;
        CREATE INDEX holding_owed_by_holder ON holding (holder, due_day, opened) WHERE amount > 0;
        CREATE INDEX holding_by_obligor ON holding (obligor, due_day, opened);
        CREATE INDEX holding_by_obligor_phase ON holding (obligor, phase, due_day, opened);
        CREATE INDEX holding_by_obligor_step ON holding (obligor, step, due_day, opened) WHERE step <> 0;
        CREATE INDEX holding_owed_by_obligor ON holding (obligor, due_day, opened) WHERE amount > 0;
        CREATE INDEX holding_by_counterparty ON holding (counterparty, due_day, opened)
            WHERE counterparty IS NOT NULL;
        CREATE INDEX holding_by_counterparty_step ON holding (counterparty, step, due_day, opened)
            WHERE counterparty IS NOT NULL;

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
        CREATE INDEX endorsement_by_receivable ON endorsement (receivable, at);
        CREATE INDEX endorsement_by_holding ON endorsement (holding, at);

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
        CREATE INDEX transfer_by_receivable ON transfer (receivable, proposed, state);
        CREATE INDEX transfer_by_sender ON transfer (sender, proposed);
        CREATE INDEX transfer_by_sender_state ON transfer (sender, state, proposed);
        CREATE INDEX transfer_by_recipient ON transfer (recipient, proposed);
        CREATE INDEX transfer_by_recipient_state ON transfer (recipient, state, proposed);

        """;
}
