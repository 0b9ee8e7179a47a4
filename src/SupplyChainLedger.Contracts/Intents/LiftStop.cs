using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The operator lets an obligor in default receive new receivables again.</summary>
/// <param name="Operator">Who signs.</param>
/// <param name="Obligor">Who was stopped.</param>
/// <param name="Reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record LiftStop(
    ParticipantId Operator, ParticipantId Obligor, string Reason, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<LiftStop> Shape = new(
        nameof(LiftStop),
        static (ref f) => new LiftStop(
            f.Next("operator", LedgerFieldTypes.Participant, static i => i.Operator),
            f.Next("obligor", LedgerFieldTypes.Participant, static i => i.Obligor),
            f.Next("reason", LedgerFieldTypes.Text, static i => i.Reason),
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
