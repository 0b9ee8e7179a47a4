using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>
/// A participant takes back an intent that no block has taken, by spending its nonce. Whichever of the two the ledger
/// records first wins. It binds nobody, so that one key with any permission is enough, and a suspended participant may.
/// </summary>
/// <param name="Participant">Who signs; the same as of the intent.</param>
/// <param name="Cancelled">Digest of the intent. The ledger goes by the nonce alone.</param>
/// <param name="Nonce">The nonce of that intent.</param>
/// <param name="Deadline">Unix seconds; best no earlier than that intent's.</param>
public sealed record CancelIntent(
    ParticipantId Participant, IntentHash Cancelled, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<CancelIntent> Shape = new(
        nameof(CancelIntent),
        static (ref f) => new CancelIntent(
            f.Next("participant", LedgerFieldTypes.Participant, static i => i.Participant),
            f.Next("cancelled", LedgerFieldTypes.Intent, static i => i.Cancelled),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant { get; } = Participant;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.All;

    private protected override IntentLayout Layout => Shape;
}
