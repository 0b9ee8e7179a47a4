using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.Service.Indexing.Rules;
using SupplyChainLedger.Service.Queries;
using Rules = SupplyChainLedger.V1.Rules;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows versions of the rules as the API has them.</summary>
internal static class RulesWriter
{
    private const int CodeLength = 3;

    /// <summary>A version of the rule book.</summary>
    /// <param name="snapshot">Where it was read.</param>
    /// <param name="version">The version.</param>
    public static Rules Write(IndexSnapshot snapshot, RuleVersionRecord version)
    {
        var proposed = snapshot.PlaceOf(version.Proposed);
        var rules = Write(version.Version, version.Rules, version.EffectiveFrom);
        rules.InForce = version.Version == snapshot.Rules.InForce(snapshot.Head.Indexed.Timestamp)?.Version;
        rules.Proposal = proposed.Inclusion;
        rules.ProposalIntent = version.Intent is null ? "" : proposed.Intent;
        return rules;
    }

    /// <summary>A version as proposed: whether it is in force and where it was recorded is not told.</summary>
    /// <param name="version">From 1.</param>
    /// <param name="rules">What it says.</param>
    /// <param name="effectiveFrom">Unix seconds; 0 for the version that the ledger was created with.</param>
    public static Rules Write(ushort version, RuleSet rules, ulong effectiveFrom) => new()
    {
        Name = ResourceNames.OfRules(version),
        Version = version,
        DisplayName = rules.Name,
        StandardTenorDays = rules.StandardTenorDays,
        MaxTenorDays = rules.MaxTenorDays,
        GraceDays = rules.GraceDays,
        TransferHours = rules.TransferHours,
        DisbursementHours = rules.DisbursementHours,
        AcknowledgementHours = rules.AcknowledgementHours,
        DisputeDays = rules.DisputeDays,
        SmallestPartMinorUnits = checked((long)rules.SmallestPart),
        MaxHands = rules.MaxHands,
        TradeDocumentRequired = rules.TradeDocumentRequired,
        RegistryReferenceRequired = rules.RegistryReferenceRequired,
        CurrencyCodes = { CurrenciesOf(rules) },
        EffectiveTime = ChainWriter.TimeOrNone(effectiveFrom),
    };

    /// <summary>The codes that the rules write one after the other.</summary>
    public static IEnumerable<string> CurrenciesOf(RuleSet rules) =>
        rules.Currencies.Chunk(CodeLength).Select(static code => new string(code));
}
