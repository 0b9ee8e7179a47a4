using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Actions;

/// <summary>Reads and shows what is signed about holdings as such.</summary>
internal static class ReceivableActions
{
    public static ProposeTransfer Read(ActionFields f, V1.ProposeTransfer from)
    {
        var intent = new ProposeTransfer(
            f.Participant("holder", from.Holder),
            f.Receivable(from.Receivable),
            f.Holding(from.Holding),
            f.Participant("recipient", from.Recipient),
            f.Amount("minor_units", from.MinorUnits),
            f.OptionalHash("trade_document", from.TradeDocument),
            f.Nonce(from.Nonce),
            f.Deadline(from.Deadline));
        if (from.Holder != 0 && from.Holder == from.Recipient)
            f.Refuse("recipient", "holder and recipient must be two participants");
        return intent;
    }

    public static V1.ProposeTransfer Write(ProposeTransfer i) => new()
    {
        Holder = i.Holder.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        Recipient = i.Recipient.Value,
        MinorUnits = checked((long)i.Amount),
        TradeDocument = i.TradeDocument.OrEmpty(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static AnswerTransfer Read(ActionFields f, V1.AnswerTransfer from) => new(
        f.Participant("recipient", from.Recipient),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        from.Accepted,
        f.ReasonUnless(from.Accepted, from.Reason),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.AnswerTransfer Write(AnswerTransfer i) => new()
    {
        Recipient = i.Recipient.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        Accepted = i.Accepted,
        Reason = i.Reason,
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static WithdrawStep Read(ActionFields f, V1.WithdrawStep from) => new(
        f.Participant("participant", from.Participant),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        Step(f, from.Step),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.WithdrawStep Write(WithdrawStep i) => new()
    {
        Participant = i.Participant.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        Step = HoldingWriter.Write(i.Step),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static ApplyDeadline Read(ActionFields f, V1.ApplyDeadline from) => new(
        f.Participant("participant", from.Participant),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.ApplyDeadline Write(ApplyDeadline i) => new()
    {
        Participant = i.Participant.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    private static HoldingStep Step(ActionFields f, V1.HoldingStep value)
    {
        if (HoldingWriter.Read(value) is { } step and not HoldingStep.None) return step;
        f.Refuse("step", "a step that can be taken back is required");
        return HoldingStep.None;
    }
}
