using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views.Events;

/// <summary>What was paid, and what happened where nothing was.</summary>
internal static class SettlementEventText
{
    public static string? Of(Event happened, EventAmount amount) => happened.KindCase switch
    {
        Event.KindOneofCase.PaymentDeclared =>
            $"paid        {amount.PendingOf(happened.PaymentDeclared.Record)} on {happened.PaymentDeclared.Holding} by "
            + $"{Show.Party(happened.PaymentDeclared.Payer)}, {happened.PaymentDeclared.BankReference}",
        Event.KindOneofCase.PaymentAnswered => Of(happened.PaymentAnswered, amount),
        Event.KindOneofCase.RecourseClaimed =>
            $"recourse    {happened.RecourseClaimed.Holding} by {Show.Party(happened.RecourseClaimed.Holder)} against "
            + Show.Party(happened.RecourseClaimed.Record.Counterparty),
        Event.KindOneofCase.WrittenOff =>
            $"written off {amount.PendingOf(happened.WrittenOff.Record)} on {happened.WrittenOff.Holding} by "
            + $"{Show.Party(happened.WrittenOff.Holder)}: {happened.WrittenOff.Reason}",
        Event.KindOneofCase.Recovered =>
            $"recovered   {amount.Of(happened.Recovered.MinorUnits)} on {happened.Recovered.Holding} by "
            + Show.Party(happened.Recovered.Holder),
        Event.KindOneofCase.ObligorStopped =>
            $"stopped     {Show.Party(happened.ObligorStopped.Obligor)}, in default on "
            + happened.ObligorStopped.Holding,
        Event.KindOneofCase.StopLifted =>
            $"stop lifted {Show.Party(happened.StopLifted.Obligor)}: {happened.StopLifted.Reason}",
        Event.KindOneofCase.AccountSet =>
            $"account set {Show.Party(happened.AccountSet.Participant)}, {happened.AccountSet.CurrencyCode}: "
            + happened.AccountSet.Account,
        _ => null,
    };

    private static string Of(PaymentAnswered answered, EventAmount amount) => answered.Received
        ? $"received    {amount.Of(answered.MinorUnits)} on {answered.Holding} by {Show.Party(answered.Holder)}"
        : $"contested   payment on {answered.Holding} by {Show.Party(answered.Holder)}: {answered.Reason}";
}
