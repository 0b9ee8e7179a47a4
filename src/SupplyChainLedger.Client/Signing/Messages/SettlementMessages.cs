using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Signing.Messages;

/// <summary>Signed actions on payments as the API takes them.</summary>
internal static class SettlementMessages
{
    public static V1.DeclarePayment ToApi(this Intents.DeclarePayment intent) => new()
    {
        Payer = intent.Payer.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        MinorUnits = intent.Amount.ToApi(),
        ValueDate = intent.ValueDate.ToApi(),
        BankReference = intent.BankReference,
        Evidence = intent.Evidence.ToApi(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.AnswerPayment ToApi(this Intents.AnswerPayment intent) => new()
    {
        Holder = intent.Holder.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        MinorUnits = intent.Amount.ToApi(),
        Received = intent.Received,
        Reason = intent.Reason,
        Evidence = intent.Evidence.ToApi(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.ClaimRecourse ToApi(this Intents.ClaimRecourse intent) => new()
    {
        Holder = intent.Holder.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.WriteOff ToApi(this Intents.WriteOff intent) => new()
    {
        Holder = intent.Holder.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        Reason = intent.Reason,
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.RecordRecovery ToApi(this Intents.RecordRecovery intent) => new()
    {
        Holder = intent.Holder.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        MinorUnits = intent.Amount.ToApi(),
        ValueDate = intent.ValueDate.ToApi(),
        BankReference = intent.BankReference,
        Evidence = intent.Evidence.ToApi(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.SetAccount ToApi(this Intents.SetAccount intent) => new()
    {
        Participant = intent.Participant.Value,
        CurrencyCode = intent.Currency,
        Account = intent.Account,
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.LiftStop ToApi(this Intents.LiftStop intent) => new()
    {
        Operator = intent.Operator.Value,
        Obligor = intent.Obligor.Value,
        Reason = intent.Reason,
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };
}
