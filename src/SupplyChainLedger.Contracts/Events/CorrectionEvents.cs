using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>
/// The supplier issued a credit note: in effect at once where the record waits for nobody, else proposed.
/// </summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Supplier">Who issued it.</param>
/// <param name="Intent">Digest that the supplier signed.</param>
/// <param name="Record">The holding from then on.</param>
/// <param name="Number">The credit note's number (BT-1).</param>
/// <param name="Amount">Minor units by which the holding becomes less.</param>
/// <param name="DocumentHash">SHA-256 of the document.</param>
public sealed record CreditNoteIssued(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Supplier,
    IntentHash Intent,
    HoldingRecord Record,
    string Number,
    ulong Amount,
    Hash32 DocumentHash) : LedgerEvent
{
    internal static readonly EventLayout<CreditNoteIssued> Shape = new(
        nameof(CreditNoteIssued),
        static (ref f) => new CreditNoteIssued(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Supplier),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(AbiTypes.LenientString, static e => e.Number),
            f.Next(AbiTypes.UInt64, static e => e.Amount),
            f.Next(AbiTypes.Bytes32, static e => e.DocumentHash)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override IReadOnlyList<HoldingChange> HoldingsChanged => [new(Holding, Record)];

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Supplier, Record.Holder];

    internal override EventLayout Layout => Shape;
}

/// <summary>The holder agreed to a credit note, or did not.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Holder">Who answered.</param>
/// <param name="Intent">Digest that the holder signed.</param>
/// <param name="Record">The holding from then on.</param>
/// <param name="Amount">The proposed minor units.</param>
/// <param name="Accepted">Whether the holder agreed.</param>
/// <param name="Reason">Why not; else empty.</param>
public sealed record CreditNoteAnswered(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Holder,
    IntentHash Intent,
    HoldingRecord Record,
    ulong Amount,
    bool Accepted,
    string Reason) : LedgerEvent
{
    internal static readonly EventLayout<CreditNoteAnswered> Shape = new(
        nameof(CreditNoteAnswered),
        static (ref f) => new CreditNoteAnswered(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Holder),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(AbiTypes.UInt64, static e => e.Amount),
            f.Next(AbiTypes.Bool, static e => e.Accepted),
            f.Next(AbiTypes.LenientString, static e => e.Reason)));

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

/// <summary>The obligor disputed a part.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The part that was taken out; also the digest of the intent.</param>
/// <param name="Buyer">Who disputes.</param>
/// <param name="Parent">The holding that the part was taken from.</param>
/// <param name="ParentRecord">What is left of the parent.</param>
/// <param name="Record">The part.</param>
/// <param name="Reason">The obligor's reason.</param>
/// <param name="Evidence">SHA-256 of what shows it; may be zero.</param>
public sealed record DisputeOpened(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Buyer,
    HoldingId Parent,
    HoldingRecord ParentRecord,
    HoldingRecord Record,
    string Reason,
    Hash32 Evidence) : LedgerEvent
{
    internal static readonly EventLayout<DisputeOpened> Shape = new(
        nameof(DisputeOpened),
        static (ref f) => new DisputeOpened(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Buyer),
            f.Next(LedgerTypes.Holding, static e => e.Parent),
            f.Next(LedgerTypes.Record, static e => e.ParentRecord),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(AbiTypes.LenientString, static e => e.Reason),
            f.Next(AbiTypes.Bytes32, static e => e.Evidence)));

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
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Buyer, Record.Holder];

    internal override EventLayout Layout => Shape;
}

/// <summary>The holder answered a dispute.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Holder">Who answered.</param>
/// <param name="Intent">Digest that the holder signed.</param>
/// <param name="Record">The holding from then on.</param>
/// <param name="Credited">Minor units given up.</param>
/// <param name="Reason">The holder's answer.</param>
/// <param name="Evidence">SHA-256 of what shows it; may be zero.</param>
public sealed record DisputeAnswered(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Holder,
    IntentHash Intent,
    HoldingRecord Record,
    ulong Credited,
    string Reason,
    Hash32 Evidence) : LedgerEvent
{
    internal static readonly EventLayout<DisputeAnswered> Shape = new(
        nameof(DisputeAnswered),
        static (ref f) => new DisputeAnswered(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Holder),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(AbiTypes.UInt64, static e => e.Credited),
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

/// <summary>The supplier asked to cancel a receivable that it holds whole.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Supplier">Who asked.</param>
/// <param name="Intent">Digest that the supplier signed.</param>
/// <param name="Record">The first holding from then on.</param>
/// <param name="Reason">The supplier's reason.</param>
public sealed record CancellationRequested(
    InvoiceId Receivable,
    ParticipantId Supplier,
    IntentHash Intent,
    HoldingRecord Record,
    string Reason) : LedgerEvent
{
    internal static readonly EventLayout<CancellationRequested> Shape = new(
        nameof(CancellationRequested),
        static (ref f) => new CancellationRequested(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Participant, static e => e.Supplier),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(AbiTypes.LenientString, static e => e.Reason)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => HoldingId.RootOf(Receivable);

    /// <inheritdoc/>
    public override IReadOnlyList<HoldingChange> HoldingsChanged => [new(HoldingId.RootOf(Receivable), Record)];

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Supplier];

    internal override EventLayout Layout => Shape;
}

/// <summary>The buyer consented to the cancellation, or did not.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Buyer">Who answered.</param>
/// <param name="Intent">Digest that the buyer signed.</param>
/// <param name="Record">The first holding from then on.</param>
/// <param name="Accepted">Whether the buyer consented.</param>
/// <param name="Reason">Why not; else empty.</param>
public sealed record CancellationAnswered(
    InvoiceId Receivable,
    ParticipantId Buyer,
    IntentHash Intent,
    HoldingRecord Record,
    bool Accepted,
    string Reason) : LedgerEvent
{
    internal static readonly EventLayout<CancellationAnswered> Shape = new(
        nameof(CancellationAnswered),
        static (ref f) => new CancellationAnswered(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Participant, static e => e.Buyer),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(AbiTypes.Bool, static e => e.Accepted),
            f.Next(AbiTypes.LenientString, static e => e.Reason)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => HoldingId.RootOf(Receivable);

    /// <inheritdoc/>
    public override IReadOnlyList<HoldingChange> HoldingsChanged => [new(HoldingId.RootOf(Receivable), Record)];

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Buyer];

    internal override EventLayout Layout => Shape;
}
