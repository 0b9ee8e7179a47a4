using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <content>Holdings that pass from hand to hand.</content>
internal static partial class Actions
{
    public static Intents.ProposeTransfer Read(ProposeTransfer action) => new(
        new ParticipantId(action.Holder),
        Invoice(action.Receivable),
        Holding(action.Holding),
        new ParticipantId(action.Recipient),
        (ulong)action.MinorUnits,
        Optional(action.TradeDocument),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.AnswerTransfer Read(AnswerTransfer action) => new(
        new ParticipantId(action.Recipient),
        Invoice(action.Receivable),
        Holding(action.Holding),
        action.Accepted,
        action.Reason,
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.WithdrawStep Read(WithdrawStep action) => new(
        new ParticipantId(action.Participant),
        Invoice(action.Receivable),
        Holding(action.Holding),
        (Contracts.Holdings.HoldingStep)action.Step,
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.ApplyDeadline Read(ApplyDeadline action) => new(
        new ParticipantId(action.Participant),
        Invoice(action.Receivable),
        Holding(action.Holding),
        ReadNonce(action.Nonce),
        action.Deadline);
}
