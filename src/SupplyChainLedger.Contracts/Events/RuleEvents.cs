using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>A version of the rule book was announced.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Intent">Digest that the operator signed; zero for the version that the ledger was created with.</param>
/// <param name="EffectiveFrom">Unix seconds from which new receivables live by it; 0 for the first.</param>
/// <param name="Rules">The rules.</param>
public sealed record RulesProposed(
    ushort Version, IntentHash Intent, ulong EffectiveFrom, RuleSet Rules) : LedgerEvent
{
    internal static readonly EventLayout<RulesProposed> Shape = new(
        nameof(RulesProposed),
        static (ref f) => new RulesProposed(
            f.Indexed(AbiTypes.UInt16, static e => e.Version),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(AbiTypes.UInt64, static e => e.EffectiveFrom),
            f.Next(RuleSet.Type, static e => e.Rules)));

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent.Value == Hash32.Zero ? null : Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [];

    internal override EventLayout Layout => Shape;
}

/// <summary>A participant said above which amount two of its keys must sign.</summary>
/// <param name="Participant">Who said so.</param>
/// <param name="Intent">Digest that the participant signed.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Threshold">Minor units; 0 where one key is always enough.</param>
public sealed record ThresholdSet(
    ParticipantId Participant, IntentHash Intent, string Currency, ulong Threshold) : LedgerEvent
{
    internal static readonly EventLayout<ThresholdSet> Shape = new(
        nameof(ThresholdSet),
        static (ref f) => new ThresholdSet(
            f.Indexed(LedgerTypes.Participant, static e => e.Participant),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(AbiTypes.LenientString, static e => e.Currency),
            f.Next(AbiTypes.UInt64, static e => e.Threshold)));

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];

    internal override EventLayout Layout => Shape;
}
