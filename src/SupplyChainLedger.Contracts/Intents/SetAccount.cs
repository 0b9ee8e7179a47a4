using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>A participant says where it wants to be paid from now on.</summary>
/// <param name="Participant">Who signs.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Account">
/// What the payer's bank needs, such as an IBAN or an alias: 1 to 64 bytes of UTF-8. Public on the chain.
/// </param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record SetAccount(
    ParticipantId Participant, string Currency, string Account, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<SetAccount> Shape = new(
        nameof(SetAccount),
        static (ref f) => new SetAccount(
            f.Next("participant", LedgerFieldTypes.Participant, static i => i.Participant),
            f.Next("currency", LedgerFieldTypes.Text, static i => i.Currency),
            f.Next("account", LedgerFieldTypes.Text, static i => i.Account),
            f.Nonce(),
            f.Deadline()));

    /// <inheritdoc/>
    public override ParticipantId Participant { get; } = Participant;

    /// <inheritdoc/>
    public override SignerPermissions Permission => SignerPermissions.Administer;

    private protected override IntentLayout Layout => Shape;
}
