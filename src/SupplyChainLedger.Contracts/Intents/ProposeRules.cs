using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Contracts.Rules;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The operator announces the next version of the rule book.</summary>
/// <param name="Operator">Who signs.</param>
/// <param name="Rules">The rules; in the Solidity struct their fields stand between the others.</param>
/// <param name="EffectiveFrom">Unix seconds from which new receivables live by them; at least a day ahead.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record ProposeRules(
    ParticipantId Operator, RuleSet Rules, ulong EffectiveFrom, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<ProposeRules> Shape = new(
        nameof(ProposeRules),
        static (ref f) => new ProposeRules(
            f.Next("operator", LedgerFieldTypes.Participant, static i => i.Operator),
            new RuleSet(
                f.Next("standardTenorDays", LedgerFieldTypes.UInt16, static i => i.Rules.StandardTenorDays),
                f.Next("maxTenorDays", LedgerFieldTypes.UInt16, static i => i.Rules.MaxTenorDays),
                f.Next("graceDays", LedgerFieldTypes.UInt8, static i => i.Rules.GraceDays),
                f.Next("transferHours", LedgerFieldTypes.UInt16, static i => i.Rules.TransferHours),
                f.Next("disbursementHours", LedgerFieldTypes.UInt16, static i => i.Rules.DisbursementHours),
                f.Next("acknowledgementHours", LedgerFieldTypes.UInt16, static i => i.Rules.AcknowledgementHours),
                f.Next("disputeDays", LedgerFieldTypes.UInt16, static i => i.Rules.DisputeDays),
                f.Next("smallestPart", LedgerFieldTypes.UInt64, static i => i.Rules.SmallestPart),
                f.Next("maxHands", LedgerFieldTypes.UInt8, static i => i.Rules.MaxHands),
                f.Next("tradeDocumentRequired", LedgerFieldTypes.Bool, static i => i.Rules.TradeDocumentRequired),
                f.Next(
                    "registryReferenceRequired", LedgerFieldTypes.Bool, static i => i.Rules.RegistryReferenceRequired),
                f.Next("currencies", LedgerFieldTypes.Text, static i => i.Rules.Currencies),
                f.Next("name", LedgerFieldTypes.Text, static i => i.Rules.Name)),
            f.Next("effectiveFrom", LedgerFieldTypes.UInt64, static i => i.EffectiveFrom),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Operator;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Administer;

    /// <inheritdoc/>
    public override ParticipantRoles? Role => ParticipantRoles.Operator;

    private protected override IntentLayout Layout => Shape;
}
