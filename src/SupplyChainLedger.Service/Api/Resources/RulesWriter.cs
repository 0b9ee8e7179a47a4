using SupplyChainLedger.Contracts.Rules;
using Rules = SupplyChainLedger.V1.Rules;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows versions of the rules as the API has them.</summary>
internal static class RulesWriter
{
    private const int CodeLength = 3;

    /// <summary>A version as proposed; whether it is in force and where it was recorded is left to the caller.</summary>
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
        EffectiveTime = effectiveFrom == 0 ? null : ChainWriter.Time(effectiveFrom),
    };

    /// <summary>The codes that the rules write one after the other.</summary>
    public static IEnumerable<string> CurrenciesOf(RuleSet rules) =>
        rules.Currencies.Chunk(CodeLength).Select(static code => new string(code));
}
