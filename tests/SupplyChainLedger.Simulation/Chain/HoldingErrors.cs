using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>
/// The reasons of <c>IReceivables</c>, <c>IFinancing</c>, <c>ISettlement</c> and <c>IDualControl</c> for which the
/// simulated contract says no.
/// </summary>
internal static class HoldingErrors
{
    private static readonly AbiType<(Hash32, uint)> HashAndNumber = AbiTypes.Tuple(AbiTypes.Bytes32, AbiTypes.UInt32);
    private static readonly AbiType<(Hash32, byte)> HashAndState = AbiTypes.Tuple(AbiTypes.Bytes32, AbiTypes.UInt8);
    private static readonly AbiType<(Hash32, ulong)> HashAndLong = AbiTypes.Tuple(AbiTypes.Bytes32, AbiTypes.UInt64);
    private static readonly AbiType<(Hash32, bool)> HashAndFlag = AbiTypes.Tuple(AbiTypes.Bytes32, AbiTypes.Bool);
    private static readonly AbiType<(ulong, ulong)> TwoLongs = AbiTypes.Tuple(AbiTypes.UInt64, AbiTypes.UInt64);
    private static readonly AbiType<Hash32> Hash = AbiTypes.Tuple(AbiTypes.Bytes32);
    private static readonly AbiType<uint> Number = AbiTypes.Tuple(AbiTypes.UInt32);

    public static Inadmissible RoleMissing(ParticipantId party, ParticipantRoles role) => Of(
        "RoleMissing", AbiTypes.Tuple(AbiTypes.UInt32, AbiTypes.UInt16), (party.Value, (ushort)role));

    public static Inadmissible SecondSignatureRequired(ParticipantId participant, ulong threshold) => Of(
        "SecondSignatureRequired", AbiTypes.Tuple(AbiTypes.UInt32, AbiTypes.UInt64), (participant.Value, threshold));

    public static Inadmissible AmountOutOfRange(ulong amount, ulong max) =>
        Of("AmountOutOfRange", TwoLongs, (amount, max));

    public static Inadmissible HoldingNotFound(HoldingId id) => Of("HoldingNotFound", Hash, id.Value);

    public static Inadmissible NotTheHolder(HoldingId id, ParticipantId participant) =>
        Of("NotTheHolder", HashAndNumber, (id.Value, participant.Value));

    public static Inadmissible NotTheCounterparty(HoldingId id, ParticipantId participant) =>
        Of("NotTheCounterparty", HashAndNumber, (id.Value, participant.Value));

    public static Inadmissible PhaseMismatch(HoldingId id, HoldingPhase phase) =>
        Of("PhaseMismatch", HashAndState, (id.Value, (byte)phase));

    public static Inadmissible StepMismatch(HoldingId id, HoldingStep step) =>
        Of("StepMismatch", HashAndState, (id.Value, (byte)step));

    public static Inadmissible StepEnded(HoldingId id, uint deadline) =>
        Of("StepEnded", HashAndNumber, (id.Value, deadline));

    public static Inadmissible HeldWithRecourse(HoldingId id) => Of("HeldWithRecourse", Hash, id.Value);

    public static Inadmissible DueDateReached(InvoiceId receivable, uint day) =>
        Of("DueDateReached", HashAndNumber, (receivable.Value, day));

    public static Inadmissible RecipientIsHolder(ParticipantId participant) =>
        Of("RecipientIsHolder", Number, participant.Value);

    public static Inadmissible RecipientIsObligor(ParticipantId participant) =>
        Of("RecipientIsObligor", Number, participant.Value);

    public static Inadmissible FinancierIsHolder(ParticipantId participant) =>
        Of("FinancierIsHolder", Number, participant.Value);

    public static Inadmissible OfferNotFound(OfferId offer) => Of("OfferNotFound", Hash, offer.Value);

    public static Inadmissible OfferExpired(OfferId offer, ulong expiry) =>
        Of("OfferExpired", HashAndLong, (offer.Value, expiry));

    public static Inadmissible OfferFormMismatch(HoldingId id, bool wantsSealed) =>
        Of("OfferFormMismatch", HashAndFlag, (id.Value, wantsSealed));

    public static Inadmissible RecourseNotWanted(HoldingId id) => Of("RecourseNotWanted", Hash, id.Value);

    public static Inadmissible AdvanceOutOfRange(ulong advance, ulong lowest, ulong highest) => Of(
        "AdvanceOutOfRange", AbiTypes.Tuple(AbiTypes.UInt64, AbiTypes.UInt64, AbiTypes.UInt64),
        (advance, lowest, highest));

    public static Inadmissible TimeOutOfRange(ulong time, ulong latest) =>
        Of("TimeOutOfRange", TwoLongs, (time, latest));

    public static Inadmissible ExposureLimitExceeded(
        ParticipantId financier, ParticipantId obligor, ulong wanted, ulong free) => Of(
        "ExposureLimitExceeded",
        AbiTypes.Tuple(AbiTypes.UInt32, AbiTypes.UInt32, AbiTypes.UInt64, AbiTypes.UInt64),
        (financier.Value, obligor.Value, wanted, free));

    public static Inadmissible AmountMismatch(HoldingId id, ulong declared) =>
        Of("AmountMismatch", HashAndLong, (id.Value, declared));

    public static Inadmissible NotThePayer(HoldingId id, ParticipantId participant) =>
        Of("NotThePayer", HashAndNumber, (id.Value, participant.Value));

    private static Inadmissible Of<T>(string name, AbiType<T> arguments, T values) =>
        new(new AbiError<T>(name, arguments).Encode(values));
}
