using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <content>Credit notes, disputes, cancellations.</content>
internal static partial class Actions
{
    public static Intents.IssueCreditNote Read(IssueCreditNote action) => new(
        new ParticipantId(action.Supplier),
        Invoice(action.Receivable),
        Holding(action.Holding),
        action.Number,
        (ulong)action.MinorUnits,
        Hash32.Parse(action.DocumentHash),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.AnswerCreditNote Read(AnswerCreditNote action) => new(
        new ParticipantId(action.Holder),
        Invoice(action.Receivable),
        Holding(action.Holding),
        (ulong)action.MinorUnits,
        action.Accepted,
        action.Reason,
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.OpenDispute Read(OpenDispute action) => new(
        new ParticipantId(action.Buyer),
        Invoice(action.Receivable),
        Holding(action.Holding),
        (ulong)action.MinorUnits,
        action.Reason,
        Optional(action.Evidence),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.AnswerDispute Read(AnswerDispute action) => new(
        new ParticipantId(action.Holder),
        Invoice(action.Receivable),
        Holding(action.Holding),
        (ulong)action.CreditedMinorUnits,
        action.Reason,
        Optional(action.Evidence),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.RequestCancellation Read(RequestCancellation action) => new(
        new ParticipantId(action.Supplier),
        Invoice(action.Invoice),
        action.Reason,
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.AnswerCancellation Read(AnswerCancellation action) => new(
        new ParticipantId(action.Buyer),
        Invoice(action.Invoice),
        action.Accepted,
        action.Reason,
        ReadNonce(action.Nonce),
        action.Deadline);
}
