using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <content>Payments.</content>
internal static partial class Actions
{
    public static Intents.DeclarePayment Read(DeclarePayment action) => new(
        new ParticipantId(action.Payer),
        Invoice(action.Receivable),
        Holding(action.Holding),
        (ulong)action.MinorUnits,
        Day(action.ValueDate),
        action.BankReference,
        Optional(action.Evidence),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.AnswerPayment Read(AnswerPayment action) => new(
        new ParticipantId(action.Holder),
        Invoice(action.Receivable),
        Holding(action.Holding),
        (ulong)action.MinorUnits,
        action.Received,
        action.Reason,
        Optional(action.Evidence),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.ClaimRecourse Read(ClaimRecourse action) => new(
        new ParticipantId(action.Holder),
        Invoice(action.Receivable),
        Holding(action.Holding),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.WriteOff Read(WriteOff action) => new(
        new ParticipantId(action.Holder),
        Invoice(action.Receivable),
        Holding(action.Holding),
        action.Reason,
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.RecordRecovery Read(RecordRecovery action) => new(
        new ParticipantId(action.Holder),
        Invoice(action.Receivable),
        Holding(action.Holding),
        (ulong)action.MinorUnits,
        Day(action.ValueDate),
        action.BankReference,
        Optional(action.Evidence),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.SetAccount Read(SetAccount action) => new(
        new ParticipantId(action.Participant),
        action.CurrencyCode,
        action.Account,
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.LiftStop Read(LiftStop action) => new(
        new ParticipantId(action.Operator),
        new ParticipantId(action.Obligor),
        action.Reason,
        ReadNonce(action.Nonce),
        action.Deadline);
}
