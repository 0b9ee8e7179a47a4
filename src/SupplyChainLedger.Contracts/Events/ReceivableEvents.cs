using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>The holder offered a part to somebody.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The part that was taken out; also the digest of the intent.</param>
/// <param name="Recipient">Who is to have it.</param>
/// <param name="Parent">The holding that the part was taken from.</param>
/// <param name="ParentRecord">What is left of the parent.</param>
/// <param name="Record">The part, which the holder still holds.</param>
/// <param name="TradeDocument">SHA-256 of the document of the trade; may be zero.</param>
public sealed record TransferProposed(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Recipient,
    HoldingId Parent,
    HoldingRecord ParentRecord,
    HoldingRecord Record,
    Hash32 TradeDocument) : LedgerEvent
{
    internal static readonly EventLayout<TransferProposed> Shape = new(
        nameof(TransferProposed),
        static (ref f) => new TransferProposed(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Recipient),
            f.Next(LedgerTypes.Holding, static e => e.Parent),
            f.Next(LedgerTypes.Record, static e => e.ParentRecord),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(AbiTypes.Bytes32, static e => e.TradeDocument)));

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
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Record.Holder, Recipient];

    internal override EventLayout Layout => Shape;
}

/// <summary>The recipient took the part, or declined it.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Recipient">Who answered.</param>
/// <param name="Intent">Digest that the recipient signed.</param>
/// <param name="Record">The holding from then on.</param>
/// <param name="Accepted">Whether the recipient took it.</param>
/// <param name="Reason">Why it was declined; else empty.</param>
public sealed record TransferAnswered(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Recipient,
    IntentHash Intent,
    HoldingRecord Record,
    bool Accepted,
    string Reason) : LedgerEvent
{
    internal static readonly EventLayout<TransferAnswered> Shape = new(
        nameof(TransferAnswered),
        static (ref f) => new TransferAnswered(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Recipient),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
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
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Recipient];

    internal override EventLayout Layout => Shape;
}

/// <summary>Whoever began a step took it back.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Participant">Who took it back.</param>
/// <param name="Intent">Digest that the participant signed.</param>
/// <param name="Record">The holding from then on.</param>
/// <param name="Step">The step that ended.</param>
public sealed record StepWithdrawn(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Participant,
    IntentHash Intent,
    HoldingRecord Record,
    HoldingStep Step) : LedgerEvent
{
    internal static readonly EventLayout<StepWithdrawn> Shape = new(
        nameof(StepWithdrawn),
        static (ref f) => new StepWithdrawn(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Participant),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(LedgerTypes.Step, static e => e.Step)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override IReadOnlyList<HoldingChange> HoldingsChanged => [new(Holding, Record)];

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];

    internal override EventLayout Layout => Shape;
}

/// <summary>The passing of time ended a step, or made a holding overdue or defaulted.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Participant">Who said so.</param>
/// <param name="Intent">Digest that the participant signed.</param>
/// <param name="Record">The holding from then on.</param>
/// <param name="Step">The step that ended; none where the due date or the end of the days of grace had passed.</param>
public sealed record DeadlineApplied(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Participant,
    IntentHash Intent,
    HoldingRecord Record,
    HoldingStep Step) : LedgerEvent
{
    internal static readonly EventLayout<DeadlineApplied> Shape = new(
        nameof(DeadlineApplied),
        static (ref f) => new DeadlineApplied(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Participant),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(LedgerTypes.Step, static e => e.Step)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override IReadOnlyList<HoldingChange> HoldingsChanged => [new(Holding, Record)];

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];

    internal override EventLayout Layout => Shape;
}
