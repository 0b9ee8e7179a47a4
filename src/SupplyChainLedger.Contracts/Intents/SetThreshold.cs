using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>A participant says above which amount two of its keys must sign.</summary>
/// <param name="Participant">Who signs; by two keys where there is a threshold already.</param>
/// <param name="Currency">ISO 4217 code; each currency has its own threshold.</param>
/// <param name="Threshold">Minor units; 0 ends dual control.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record SetThreshold(
    ParticipantId Participant, string Currency, ulong Threshold, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<SetThreshold> Shape = new(
        nameof(SetThreshold),
        static (ref f) => new SetThreshold(
            f.Next("participant", LedgerFieldTypes.Participant, static i => i.Participant),
            f.Next("currency", LedgerFieldTypes.Text, static i => i.Currency),
            f.Next("threshold", LedgerFieldTypes.UInt64, static i => i.Threshold),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant { get; } = Participant;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Administer;

    private protected override IntentLayout Layout => Shape;
}
