using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Signing.Messages;

/// <summary>Signed actions on holdings that pass from hand to hand as the API takes them.</summary>
internal static class ReceivableMessages
{
    public static V1.ProposeTransfer ToApi(this Intents.ProposeTransfer intent) => new()
    {
        Holder = intent.Holder.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        Recipient = intent.Recipient.Value,
        MinorUnits = intent.Amount.ToApi(),
        TradeDocument = intent.TradeDocument.ToApi(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.AnswerTransfer ToApi(this Intents.AnswerTransfer intent) => new()
    {
        Recipient = intent.Recipient.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        Accepted = intent.Accepted,
        Reason = intent.Reason,
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.WithdrawStep ToApi(this Intents.WithdrawStep intent) => new()
    {
        Participant = intent.Participant.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        Step = (V1.HoldingStep)intent.Step,
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.ApplyDeadline ToApi(this Intents.ApplyDeadline intent) => new()
    {
        Participant = intent.Participant.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };
}
