using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>A financier says how much of an obligor it wants to hold.</summary>
/// <param name="Financier">Who signs.</param>
/// <param name="Obligor">The buyer whose debt is limited.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Limit">Most minor units; 0 ends its offers.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record SetExposureLimit(
    ParticipantId Financier, ParticipantId Obligor, string Currency, ulong Limit, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<SetExposureLimit> Shape = new(
        nameof(SetExposureLimit),
        static (ref f) => new SetExposureLimit(
            f.Next("financier", LedgerFieldTypes.Participant, static i => i.Financier),
            f.Next("obligor", LedgerFieldTypes.Participant, static i => i.Obligor),
            f.Next("currency", LedgerFieldTypes.Text, static i => i.Currency),
            f.Next("limit", LedgerFieldTypes.UInt64, static i => i.Limit),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant => Financier;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Fund;

    /// <inheritdoc/>
    public override ParticipantRoles? Role => ParticipantRoles.Financier;

    private protected override IntentLayout Layout => Shape;
}
