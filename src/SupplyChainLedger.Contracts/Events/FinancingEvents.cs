using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>The holder asked for money on a part.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The part that was taken out; also the digest of the intent.</param>
/// <param name="Holder">Who asked.</param>
/// <param name="Parent">The holding that the part was taken from.</param>
/// <param name="ParentRecord">What is left of the parent.</param>
/// <param name="Record">
/// The part: its pending amount is the lowest advance, its deadline the last moment for acceptance.
/// </param>
/// <param name="Recourse">Whether offers with recourse are welcome.</param>
/// <param name="OfferKey">Key under which offers are sealed; empty where they are open.</param>
public sealed record FinancingRequested(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Holder,
    HoldingId Parent,
    HoldingRecord ParentRecord,
    HoldingRecord Record,
    bool Recourse,
    byte[] OfferKey) : LedgerEvent
{
    internal static readonly EventLayout<FinancingRequested> Shape = new(
        nameof(FinancingRequested),
        static (ref f) => new FinancingRequested(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Holder),
            f.Next(LedgerTypes.Holding, static e => e.Parent),
            f.Next(LedgerTypes.Record, static e => e.ParentRecord),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(AbiTypes.Bool, static e => e.Recourse),
            f.Next(AbiTypes.Bytes, static e => e.OfferKey)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override HoldingId? ParentConcerned => Parent;

    /// <inheritdoc/>
    public override IReadOnlyList<HoldingChange> HoldingsChanged => [new(Parent, ParentRecord), new(Holding, Record)];

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => new(Holding.Value);

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Holder];

    internal override EventLayout Layout => Shape;
}

/// <summary>A financier offered money for a part.</summary>
/// <param name="Holding">The part.</param>
/// <param name="Offer">The offer; also the digest of the intent.</param>
/// <param name="Financier">Who offered.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Advance">Minor units paid out; 0 where sealed.</param>
/// <param name="Discount">Price of the money in millionths of the amount a year; 0 where sealed.</param>
/// <param name="Recourse">Whether the holder answers for the obligor.</param>
/// <param name="Expiry">Unix seconds until which it can be accepted.</param>
/// <param name="SealedTerms">Encrypted advance and discount; empty where open.</param>
public sealed record OfferPlaced(
    HoldingId Holding,
    OfferId Offer,
    ParticipantId Financier,
    InvoiceId Receivable,
    ulong Advance,
    uint Discount,
    bool Recourse,
    ulong Expiry,
    byte[] SealedTerms) : LedgerEvent
{
    internal static readonly EventLayout<OfferPlaced> Shape = new(
        nameof(OfferPlaced),
        static (ref f) => new OfferPlaced(
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Offer, static e => e.Offer),
            f.Indexed(LedgerTypes.Participant, static e => e.Financier),
            f.Next(LedgerTypes.Invoice, static e => e.Receivable),
            f.Next(AbiTypes.UInt64, static e => e.Advance),
            f.Next(AbiTypes.UInt32, static e => e.Discount),
            f.Next(AbiTypes.Bool, static e => e.Recourse),
            f.Next(AbiTypes.UInt64, static e => e.Expiry),
            f.Next(AbiTypes.Bytes, static e => e.SealedTerms)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => new(Offer.Value);

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Financier];

    internal override EventLayout Layout => Shape;
}

/// <summary>A financier took its offer back.</summary>
/// <param name="Holding">The part.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Financier">Who took it back.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Intent">Digest that the financier signed.</param>
public sealed record OfferWithdrawn(
    HoldingId Holding,
    OfferId Offer,
    ParticipantId Financier,
    InvoiceId Receivable,
    IntentHash Intent) : LedgerEvent
{
    internal static readonly EventLayout<OfferWithdrawn> Shape = new(
        nameof(OfferWithdrawn),
        static (ref f) => new OfferWithdrawn(
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Offer, static e => e.Offer),
            f.Indexed(LedgerTypes.Participant, static e => e.Financier),
            f.Next(LedgerTypes.Invoice, static e => e.Receivable),
            f.Next(LedgerTypes.Intent, static e => e.Intent)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Financier];

    internal override EventLayout Layout => Shape;
}

/// <summary>
/// The holder accepted an offer, and the part is locked for its financier, who is the record's counterparty.
/// </summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Intent">Digest that the holder signed.</param>
/// <param name="Record">The holding from then on.</param>
public sealed record OfferAccepted(
    InvoiceId Receivable, HoldingId Holding, OfferId Offer, IntentHash Intent, HoldingRecord Record) : LedgerEvent
{
    internal static readonly EventLayout<OfferAccepted> Shape = new(
        nameof(OfferAccepted),
        static (ref f) => new OfferAccepted(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Offer, static e => e.Offer),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override IReadOnlyList<HoldingChange> HoldingsChanged => [new(Holding, Record)];

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Record.Holder, Record.Counterparty];

    internal override EventLayout Layout => Shape;
}

/// <summary>The financier said that it has paid; the amount is the record's pending one.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Financier">Who paid.</param>
/// <param name="Intent">Digest that the financier signed.</param>
/// <param name="Record">The holding from then on.</param>
/// <param name="ValueDate">Day on which the money is there.</param>
/// <param name="BankReference">What finds the payment at the bank.</param>
/// <param name="Evidence">SHA-256 of what shows it; may be zero.</param>
/// <param name="RegistryReference">Number of the registration of the assignment; may be empty.</param>
/// <param name="Justification">SHA-256 of the reason for a tenor above the standard; may be zero.</param>
public sealed record DisbursementDeclared(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Financier,
    IntentHash Intent,
    HoldingRecord Record,
    EpochDay ValueDate,
    string BankReference,
    Hash32 Evidence,
    string RegistryReference,
    Hash32 Justification) : LedgerEvent
{
    internal static readonly EventLayout<DisbursementDeclared> Shape = new(
        nameof(DisbursementDeclared),
        static (ref f) => new DisbursementDeclared(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Financier),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(LedgerTypes.LenientDay, static e => e.ValueDate),
            f.Next(AbiTypes.LenientString, static e => e.BankReference),
            f.Next(AbiTypes.Bytes32, static e => e.Evidence),
            f.Next(AbiTypes.LenientString, static e => e.RegistryReference),
            f.Next(AbiTypes.Bytes32, static e => e.Justification)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override IReadOnlyList<HoldingChange> HoldingsChanged => [new(Holding, Record)];

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Financier, Record.Holder];

    internal override EventLayout Layout => Shape;
}

/// <summary>The seller acknowledged the money, or contested it.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Holder">The seller.</param>
/// <param name="Intent">Digest that the seller signed.</param>
/// <param name="Record">The holding from then on.</param>
/// <param name="Received">Whether the money came.</param>
/// <param name="Reason">Why it is contested; else empty.</param>
/// <param name="Evidence">SHA-256 of what shows it; may be zero.</param>
public sealed record DisbursementAnswered(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Holder,
    IntentHash Intent,
    HoldingRecord Record,
    bool Received,
    string Reason,
    Hash32 Evidence) : LedgerEvent
{
    internal static readonly EventLayout<DisbursementAnswered> Shape = new(
        nameof(DisbursementAnswered),
        static (ref f) => new DisbursementAnswered(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Holder),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(AbiTypes.Bool, static e => e.Received),
            f.Next(AbiTypes.LenientString, static e => e.Reason),
            f.Next(AbiTypes.Bytes32, static e => e.Evidence)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override IReadOnlyList<HoldingChange> HoldingsChanged => [new(Holding, Record)];

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Holder];

    internal override EventLayout Layout => Shape;
}

/// <summary>A financier said how much of an obligor it wants to hold.</summary>
/// <param name="Financier">Who wants to hold it.</param>
/// <param name="Obligor">Whose debt it is.</param>
/// <param name="Intent">Digest that the financier signed.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Limit">Most minor units.</param>
public sealed record ExposureLimitSet(
    ParticipantId Financier, ParticipantId Obligor, IntentHash Intent, string Currency, ulong Limit) : LedgerEvent
{
    internal static readonly EventLayout<ExposureLimitSet> Shape = new(
        nameof(ExposureLimitSet),
        static (ref f) => new ExposureLimitSet(
            f.Indexed(LedgerTypes.Participant, static e => e.Financier),
            f.Indexed(LedgerTypes.Participant, static e => e.Obligor),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(AbiTypes.LenientString, static e => e.Currency),
            f.Next(AbiTypes.UInt64, static e => e.Limit)));

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Financier, Obligor];

    internal override EventLayout Layout => Shape;
}
