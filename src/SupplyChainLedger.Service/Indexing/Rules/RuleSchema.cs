namespace SupplyChainLedger.Service.Indexing.Rules;

/// <summary>The table of the rule book's versions.</summary>
internal static class RuleSchema
{
    public const string Tables = """
        CREATE TABLE rule_version (
            version INTEGER PRIMARY KEY,
            proposed INTEGER NOT NULL,
            intent BLOB NOT NULL,
            effective_from INTEGER NOT NULL,
            standard_tenor_days INTEGER NOT NULL,
            max_tenor_days INTEGER NOT NULL,
            grace_days INTEGER NOT NULL,
            transfer_hours INTEGER NOT NULL,
            disbursement_hours INTEGER NOT NULL,
            acknowledgement_hours INTEGER NOT NULL,
            dispute_days INTEGER NOT NULL,
            smallest_part INTEGER NOT NULL,
            max_hands INTEGER NOT NULL,
            trade_document_required INTEGER NOT NULL,
            registry_reference_required INTEGER NOT NULL,
            currencies TEXT NOT NULL,
            name TEXT NOT NULL
        ) STRICT;

        """;
}
