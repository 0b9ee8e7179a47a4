using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Actions;

/// <summary>Reads and shows what is signed about payments, accounts and stops.</summary>
internal static class SettlementActions
{
    public static DeclarePayment Read(ActionFields f, V1.DeclarePayment from) => new(
        f.Participant("payer", from.Payer),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Amount("minor_units", from.MinorUnits),
        f.Day("value_date", from.ValueDate),
        f.Reference("bank_reference", from.BankReference),
        f.OptionalHash("evidence", from.Evidence),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.DeclarePayment Write(DeclarePayment i) => new()
    {
        Payer = i.Payer.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        MinorUnits = checked((long)i.Amount),
        ValueDate = i.ValueDate.ToApi(),
        BankReference = i.BankReference,
        Evidence = i.Evidence.OrEmpty(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static AnswerPayment Read(ActionFields f, V1.AnswerPayment from) => new(
        f.Participant("holder", from.Holder),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Amount("minor_units", from.MinorUnits),
        from.Received,
        f.ReasonUnless(from.Received, from.Reason),
        f.OptionalHash("evidence", from.Evidence),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.AnswerPayment Write(AnswerPayment i) => new()
    {
        Holder = i.Holder.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        MinorUnits = checked((long)i.Amount),
        Received = i.Received,
        Reason = i.Reason,
        Evidence = i.Evidence.OrEmpty(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static ClaimRecourse Read(ActionFields f, V1.ClaimRecourse from) => new(
        f.Participant("holder", from.Holder),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.ClaimRecourse Write(ClaimRecourse i) => new()
    {
        Holder = i.Holder.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static WriteOff Read(ActionFields f, V1.WriteOff from) => new(
        f.Participant("holder", from.Holder),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Reason(from.Reason),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.WriteOff Write(WriteOff i) => new()
    {
        Holder = i.Holder.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        Reason = i.Reason,
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static RecordRecovery Read(ActionFields f, V1.RecordRecovery from) => new(
        f.Participant("holder", from.Holder),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Amount("minor_units", from.MinorUnits),
        f.Day("value_date", from.ValueDate),
        f.Reference("bank_reference", from.BankReference),
        f.OptionalHash("evidence", from.Evidence),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.RecordRecovery Write(RecordRecovery i) => new()
    {
        Holder = i.Holder.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        MinorUnits = checked((long)i.Amount),
        ValueDate = i.ValueDate.ToApi(),
        BankReference = i.BankReference,
        Evidence = i.Evidence.OrEmpty(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static SetAccount Read(ActionFields f, V1.SetAccount from) => new(
        f.Participant("participant", from.Participant),
        f.Currency("currency_code", from.CurrencyCode),
        f.Reference("account", from.Account),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.SetAccount Write(SetAccount i) => new()
    {
        Participant = i.Participant.Value,
        CurrencyCode = i.Currency,
        Account = i.Account,
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static LiftStop Read(ActionFields f, V1.LiftStop from) => new(
        f.Participant("operator", from.Operator),
        f.Participant("obligor", from.Obligor),
        f.Reason(from.Reason),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.LiftStop Write(LiftStop i) => new()
    {
        Operator = i.Operator.Value,
        Obligor = i.Obligor.Value,
        Reason = i.Reason,
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };
}
