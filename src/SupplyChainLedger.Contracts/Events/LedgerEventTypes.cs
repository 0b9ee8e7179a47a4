using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>
/// The layout of each event. Text is read leniently: a participant can sign bytes that are no UTF-8, and an index must
/// not stop at them.
/// </summary>
internal static class LedgerEventTypes
{
    public static AbiEvent<InvoiceSubmitted> InvoiceSubmitted { get; } = new(
        "InvoiceSubmitted",
        AbiTypes.Tuple(
            LedgerTypes.Invoice.Indexed(),
            LedgerTypes.Participant.Indexed(),
            LedgerTypes.Participant.Indexed(),
            LedgerTypes.Intent,
            AbiTypes.LenientString,
            AbiTypes.UInt16,
            LedgerTypes.Day,
            LedgerTypes.Day,
            AbiTypes.LenientString,
            AbiTypes.UInt64,
            AbiTypes.Bytes32)
        .Map<InvoiceSubmitted>(
            static e => (e.Invoice, e.Supplier, e.Buyer, e.Intent, e.Number, e.TypeCode, e.IssueDate, e.DueDate,
                e.Currency, e.Amount, e.DocumentHash),
            static t => new InvoiceSubmitted(
                t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8, t.Item9, t.Item10, t.Item11)));

    public static AbiEvent<InvoiceConfirmed> InvoiceConfirmed { get; } = new(
        "InvoiceConfirmed",
        AbiTypes.Tuple(
            LedgerTypes.Invoice.Indexed(), LedgerTypes.Participant.Indexed(), LedgerTypes.Intent, AbiTypes.UInt64)
        .Map<InvoiceConfirmed>(
            static e => (e.Invoice, e.Buyer, e.Intent, e.Amount),
            static t => new InvoiceConfirmed(t.Item1, t.Item2, t.Item3, t.Item4)));

    public static AbiEvent<InvoiceRejected> InvoiceRejected { get; } = new(
        "InvoiceRejected",
        AbiTypes.Tuple(
            LedgerTypes.Invoice.Indexed(), LedgerTypes.Participant.Indexed(), LedgerTypes.Intent,
            AbiTypes.LenientString)
        .Map<InvoiceRejected>(
            static e => (e.Invoice, e.Buyer, e.Intent, e.Reason),
            static t => new InvoiceRejected(t.Item1, t.Item2, t.Item3, t.Item4)));

    public static AbiEvent<InvoiceWithdrawn> InvoiceWithdrawn { get; } = new(
        "InvoiceWithdrawn",
        AbiTypes.Tuple(LedgerTypes.Invoice.Indexed(), LedgerTypes.Participant.Indexed(), LedgerTypes.Intent)
        .Map<InvoiceWithdrawn>(
            static e => (e.Invoice, e.Supplier, e.Intent),
            static t => new InvoiceWithdrawn(t.Item1, t.Item2, t.Item3)));

    public static AbiEvent<IntentRejected> IntentRejected { get; } = new(
        "IntentRejected",
        AbiTypes.Tuple(LedgerTypes.Intent.Indexed(), LedgerTypes.Participant.Indexed(), AbiTypes.Bytes)
        .Map<IntentRejected>(
            static e => (e.Intent, e.Participant, e.Reason),
            static t => new IntentRejected(t.Item1, t.Item2, t.Item3)));

    public static AbiEvent<IntentRefused> IntentRefused { get; } = new(
        "IntentRefused",
        AbiTypes.Tuple(AbiTypes.Bytes32.Indexed(), AbiTypes.Bytes)
        .Map<IntentRefused>(static e => (e.CallHash, e.Reason), static t => new IntentRefused(t.Item1, t.Item2)));

    public static AbiEvent<ParticipantRegistered> ParticipantRegistered { get; } = new(
        "ParticipantRegistered",
        AbiTypes.Tuple(
            LedgerTypes.Participant.Indexed(),
            AbiTypes.LenientString,
            AbiTypes.LenientString,
            LedgerTypes.Roles,
            AbiTypes.Bytes32,
            AbiTypes.Bytes32,
            AbiTypes.Bytes32,
            AbiTypes.LenientString,
            AbiTypes.LenientString,
            AbiTypes.Bool)
        .Map<ParticipantRegistered>(
            static e => (e.Participant, e.Handle, e.DisplayName, e.Roles, e.LeiHash, e.VatHash, e.EndpointHash,
                e.Region, e.Industry, e.SmallEnterprise),
            static t => new ParticipantRegistered(
                t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8, t.Item9, t.Item10)));

    public static AbiEvent<SignerAdded> SignerAdded { get; } = new(
        "SignerAdded",
        AbiTypes.Tuple(LedgerTypes.Participant.Indexed(), AbiTypes.Address.Indexed())
        .Map<SignerAdded>(static e => (e.Participant, e.Signer), static t => new SignerAdded(t.Item1, t.Item2)));

    public static AbiEvent<SignerRevoked> SignerRevoked { get; } = new(
        "SignerRevoked",
        AbiTypes.Tuple(LedgerTypes.Participant.Indexed(), AbiTypes.Address.Indexed())
        .Map<SignerRevoked>(static e => (e.Participant, e.Signer), static t => new SignerRevoked(t.Item1, t.Item2)));

    public static AbiEvent<ParticipantSuspended> ParticipantSuspended { get; } = new(
        "ParticipantSuspended",
        AbiTypes.Tuple(LedgerTypes.Participant.Indexed(), AbiTypes.LenientString)
        .Map<ParticipantSuspended>(
            static e => (e.Participant, e.Reason), static t => new ParticipantSuspended(t.Item1, t.Item2)));

    public static AbiEvent<ParticipantReinstated> ParticipantReinstated { get; } = new(
        "ParticipantReinstated",
        AbiTypes.Tuple(LedgerTypes.Participant.Indexed(), AbiTypes.LenientString)
        .Map<ParticipantReinstated>(
            static e => (e.Participant, e.Reason), static t => new ParticipantReinstated(t.Item1, t.Item2)));
}
