using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>A participant said where it wants to be paid from now on.</summary>
/// <param name="Participant">Who is to be paid.</param>
/// <param name="Intent">Digest that the participant signed.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Account">What the payer's bank needs.</param>
public sealed record AccountSet(
    ParticipantId Participant, IntentHash Intent, string Currency, string Account) : LedgerEvent
{
    internal static readonly EventLayout<AccountSet> Shape = new(
        nameof(AccountSet),
        static (ref f) => new AccountSet(
            f.Indexed(LedgerTypes.Participant, static e => e.Participant),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(AbiTypes.LenientString, static e => e.Currency),
            f.Next(AbiTypes.LenientString, static e => e.Account)));

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];

    internal override EventLayout Layout => Shape;
}

/// <summary>
/// The obligor, or the seller after recourse, said that it has paid; the amount is the record's pending one.
/// </summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Payer">Who paid.</param>
/// <param name="Intent">Digest that the payer signed.</param>
/// <param name="Record">The holding from then on.</param>
/// <param name="ValueDate">Day on which the money is there.</param>
/// <param name="BankReference">What finds the payment at the bank.</param>
/// <param name="Evidence">SHA-256 of what shows it; may be zero.</param>
public sealed record PaymentDeclared(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Payer,
    IntentHash Intent,
    HoldingRecord Record,
    EpochDay ValueDate,
    string BankReference,
    Hash32 Evidence) : LedgerEvent
{
    internal static readonly EventLayout<PaymentDeclared> Shape = new(
        nameof(PaymentDeclared),
        static (ref f) => new PaymentDeclared(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Payer),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(LedgerTypes.LenientDay, static e => e.ValueDate),
            f.Next(AbiTypes.LenientString, static e => e.BankReference),
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
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Payer, Record.Holder];

    internal override EventLayout Layout => Shape;
}

/// <summary>The holder acknowledged the money, or contested it.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Holder">Who was to be paid.</param>
/// <param name="Intent">Digest that the holder signed.</param>
/// <param name="Record">The holding from then on.</param>
/// <param name="Amount">The declared minor units.</param>
/// <param name="Received">Whether the money came.</param>
/// <param name="Reason">Why it is contested; else empty.</param>
/// <param name="Evidence">SHA-256 of what shows it; may be zero.</param>
public sealed record PaymentAnswered(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Holder,
    IntentHash Intent,
    HoldingRecord Record,
    ulong Amount,
    bool Received,
    string Reason,
    Hash32 Evidence) : LedgerEvent
{
    internal static readonly EventLayout<PaymentAnswered> Shape = new(
        nameof(PaymentAnswered),
        static (ref f) => new PaymentAnswered(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Holder),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(AbiTypes.UInt64, static e => e.Amount),
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

/// <summary>The holder called upon the seller, who is the record's counterparty.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Holder">Who called.</param>
/// <param name="Intent">Digest that the holder signed.</param>
/// <param name="Record">The holding from then on.</param>
public sealed record RecourseClaimed(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Holder,
    IntentHash Intent,
    HoldingRecord Record) : LedgerEvent
{
    internal static readonly EventLayout<RecourseClaimed> Shape = new(
        nameof(RecourseClaimed),
        static (ref f) => new RecourseClaimed(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Holder),
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
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Holder, Record.Counterparty];

    internal override EventLayout Layout => Shape;
}

/// <summary>The holder gave the holding up; the amount is the record's pending one.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Holder">Who gave it up.</param>
/// <param name="Intent">Digest that the holder signed.</param>
/// <param name="Record">The holding from then on.</param>
/// <param name="Reason">The holder's reason.</param>
public sealed record WrittenOff(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Holder,
    IntentHash Intent,
    HoldingRecord Record,
    string Reason) : LedgerEvent
{
    internal static readonly EventLayout<WrittenOff> Shape = new(
        nameof(WrittenOff),
        static (ref f) => new WrittenOff(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Holder),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
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

/// <summary>Money came in for what was written off.</summary>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding.</param>
/// <param name="Holder">Who received it.</param>
/// <param name="Intent">Digest that the holder signed.</param>
/// <param name="Record">The holding from then on.</param>
/// <param name="Amount">Minor units that came in.</param>
/// <param name="ValueDate">Day on which the money is there.</param>
/// <param name="BankReference">What finds the payment at the bank.</param>
/// <param name="Evidence">SHA-256 of what shows it; may be zero.</param>
public sealed record Recovered(
    InvoiceId Receivable,
    HoldingId Holding,
    ParticipantId Holder,
    IntentHash Intent,
    HoldingRecord Record,
    ulong Amount,
    EpochDay ValueDate,
    string BankReference,
    Hash32 Evidence) : LedgerEvent
{
    internal static readonly EventLayout<Recovered> Shape = new(
        nameof(Recovered),
        static (ref f) => new Recovered(
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Indexed(LedgerTypes.Participant, static e => e.Holder),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(LedgerTypes.Record, static e => e.Record),
            f.Next(AbiTypes.UInt64, static e => e.Amount),
            f.Next(LedgerTypes.LenientDay, static e => e.ValueDate),
            f.Next(AbiTypes.LenientString, static e => e.BankReference),
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

/// <summary>An obligor missed a maturity, and gets no new receivables.</summary>
/// <param name="Obligor">Who missed it.</param>
/// <param name="Receivable">The receivable.</param>
/// <param name="Holding">The holding that is in default.</param>
/// <param name="Intent">Digest of the intent that said so.</param>
public sealed record ObligorStopped(
    ParticipantId Obligor, InvoiceId Receivable, HoldingId Holding, IntentHash Intent) : LedgerEvent
{
    internal static readonly EventLayout<ObligorStopped> Shape = new(
        nameof(ObligorStopped),
        static (ref f) => new ObligorStopped(
            f.Indexed(LedgerTypes.Participant, static e => e.Obligor),
            f.Indexed(LedgerTypes.Invoice, static e => e.Receivable),
            f.Indexed(LedgerTypes.Holding, static e => e.Holding),
            f.Next(LedgerTypes.Intent, static e => e.Intent)));

    /// <inheritdoc/>
    public override InvoiceId? InvoiceConcerned => Receivable;

    /// <inheritdoc/>
    public override HoldingId? HoldingConcerned => Holding;

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Obligor];

    internal override EventLayout Layout => Shape;
}

/// <summary>The operator lets an obligor receive new receivables again.</summary>
/// <param name="Obligor">Who was stopped.</param>
/// <param name="Operator">Who lifted the stop.</param>
/// <param name="Intent">Digest that the operator signed.</param>
/// <param name="Reason">The operator's reason.</param>
public sealed record StopLifted(
    ParticipantId Obligor, ParticipantId Operator, IntentHash Intent, string Reason) : LedgerEvent
{
    internal static readonly EventLayout<StopLifted> Shape = new(
        nameof(StopLifted),
        static (ref f) => new StopLifted(
            f.Indexed(LedgerTypes.Participant, static e => e.Obligor),
            f.Indexed(LedgerTypes.Participant, static e => e.Operator),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Next(AbiTypes.LenientString, static e => e.Reason)));

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Obligor, Operator];

    internal override EventLayout Layout => Shape;
}
