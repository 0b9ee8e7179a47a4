namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>The tables of <c>outbox.db</c>.</summary>
internal static class OutboxSchema
{
    /// <summary>Kept in SQLite's <c>user_version</c>; a file of another version is refused.</summary>
    public const int Version = 4;

    // Only the digest is a random key over the whole table; everything else that is random, and everything that names
    // a state, is indexed only where it is rare or soon over, so that a commit touches few pages however large the
    // outbox has grown. A query finds such an index only by the very words of its condition.
    public const string Tables = """
        CREATE TABLE network (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            chain_id INTEGER NOT NULL,
            ledger BLOB NOT NULL,
            first_block BLOB
        ) STRICT;

        CREATE TABLE intent (
            sequence INTEGER PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE,
            call BLOB NOT NULL,
            call_hash BLOB NOT NULL,
            signer BLOB NOT NULL,
            participant INTEGER NOT NULL,
            nonce BLOB NOT NULL,
            deadline INTEGER NOT NULL,
            invoice BLOB,
            is_submission INTEGER NOT NULL,
            is_cancellation INTEGER NOT NULL,
            cancellation BLOB,
            accepted_at INTEGER NOT NULL,
            not_before INTEGER NOT NULL DEFAULT 0,
            state INTEGER NOT NULL,
            final INTEGER NOT NULL DEFAULT 0,
            dispatch INTEGER REFERENCES dispatch (id),
            sent_as BLOB,
            verdict INTEGER,
            block_number INTEGER,
            block_hash BLOB,
            block_time INTEGER,
            transaction_hash BLOB,
            log_index INTEGER,
            reason BLOB,
            UNIQUE (participant, nonce, is_cancellation)
        ) STRICT;

        CREATE INDEX intent_by_participant ON intent (participant, sequence);
        CREATE INDEX intent_waiting ON intent (sequence) WHERE state = 1;
        CREATE INDEX intent_waiting_of ON intent (participant, sequence) WHERE state = 1;
        CREATE INDEX intent_waiting_on ON intent (invoice, sequence, participant)
            WHERE state = 1 AND is_submission = 0 AND invoice IS NOT NULL;
        CREATE INDEX intent_waiting_on_none ON intent (participant, sequence) WHERE state = 1 AND invoice IS NULL;
        CREATE INDEX intent_sent ON intent (sequence) WHERE state = 2;
        CREATE INDEX intent_not_executed ON intent (state, sequence) WHERE state >= 4;
        CREATE INDEX intent_not_executed_of ON intent (participant, state, sequence) WHERE state >= 4;
        CREATE INDEX intent_by_call ON intent (call_hash) WHERE state <= 2;
        CREATE INDEX intent_by_submission ON intent (invoice) WHERE is_submission = 1 AND state <= 3 AND final = 0;
        CREATE INDEX intent_by_deadline ON intent (deadline) WHERE state <= 2;
        CREATE INDEX intent_by_block ON intent (block_number) WHERE final = 0 AND block_number IS NOT NULL;
        CREATE INDEX intent_by_dispatch ON intent (dispatch) WHERE state = 2;

        CREATE TABLE dispatch (
            id INTEGER PRIMARY KEY,
            sender BLOB NOT NULL,
            nonce INTEGER NOT NULL,
            intents INTEGER NOT NULL,
            state INTEGER NOT NULL,
            block_number INTEGER,
            block_hash BLOB,
            UNIQUE (sender, nonce)
        ) STRICT;

        CREATE INDEX dispatch_open ON dispatch (nonce) WHERE state = 1;

        CREATE TABLE attempt (
            id INTEGER PRIMARY KEY,
            dispatch INTEGER NOT NULL REFERENCES dispatch (id),
            hash BLOB NOT NULL UNIQUE,
            raw BLOB NOT NULL,
            gas_limit INTEGER NOT NULL,
            max_fee TEXT NOT NULL,
            priority_fee TEXT,
            signed_at INTEGER NOT NULL,
            signed_at_block INTEGER NOT NULL
        ) STRICT;

        CREATE INDEX attempt_by_dispatch ON attempt (dispatch);
        """;
}
