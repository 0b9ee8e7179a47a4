using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <content>Holdings that pass from hand to hand.</content>
public sealed partial class MemoryLedger
{
    private readonly Dictionary<string, Holding> _holdings = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Holding> Holdings => Copies(_holdings.Values.Reverse());

    /// <summary>Newest first; what is left of each.</summary>
    public IReadOnlyList<Receivable> Receivables
    {
        get
        {
            lock (_gate)
            {
                return [.. _invoices.Values.Reverse().Where(invoice => invoice.ConfirmedAmount is not null)
                    .Select(ReceivableOf)];
            }
        }
    }

    /// <summary>One holding, or a refusal.</summary>
    public Holding Holding(string name)
    {
        lock (_gate)
        {
            var shown = Known(name).Clone();
            Faults.TamperHolding?.Invoke(shown);
            return shown;
        }
    }

    /// <summary>One receivable, or a refusal.</summary>
    public Receivable Receivable(string name)
    {
        var shown = Receivables.FirstOrDefault(one => one.Name == name)
            ?? throw Refusals.Of(ErrorReason.ReceivableNotFound, $"There is no receivable {name}.");
        Faults.TamperReceivable?.Invoke(shown);
        return shown;
    }

    /// <summary>Name of the part that an intent has taken out of a holding.</summary>
    public static string PartOf(Intent intent) =>
        intent.Name.Replace("intents/", "holdings/", StringComparison.Ordinal);

    /// <summary>Name of the receivable that an intent is about.</summary>
    public static string ReceivableOf(Intent intent) =>
        intent.Invoice.Replace("invoices/", "receivables/", StringComparison.Ordinal);

    /// <summary>The part that an intent has taken out of a holding.</summary>
    public Holding Part(Intent intent) => Holding(PartOf(intent));

    /// <summary>A holder's offer of a part.</summary>
    public Intent ProposeTransfer(Intents.ProposeTransfer offer, string signature) => Execute(offer, signature, () =>
        Split(Free(offer.Holding, offer.Holder), offer, offer.Amount, part =>
        {
            part.Step = HoldingStep.TransferProposed;
            part.Counterparty = NameOf(offer.Recipient);
        }), offer.Amount);

    /// <summary>A recipient's answer.</summary>
    public Intent AnswerTransfer(Intents.AnswerTransfer answer, string signature) => Execute(answer, signature, () =>
    {
        var part = InStep(answer.Holding, HoldingStep.TransferProposed);
        if (part.Counterparty != NameOf(answer.Recipient))
            throw Refusals.Of(ErrorReason.NotTheCounterparty, $"{part.Name} is offered to {part.Counterparty}.");
        if (answer.Accepted) (part.Holder, part.Depth) = (part.Counterparty, part.Depth + 1);
        return Rest(part);
    });

    /// <summary>Whoever began a step takes it back.</summary>
    public Intent WithdrawStep(Intents.WithdrawStep wish, string signature) => Execute(wish, signature, () =>
    {
        var holding = InStep(wish.Holding, (HoldingStep)wish.Step);
        if (_financings.TryGetValue(holding.Name, out var asked)) asked.State = FinancingState.Withdrawn;
        return Rest(holding);
    });

    /// <summary>A deadline has passed, if the test says so.</summary>
    public Intent ApplyDeadline(Intents.ApplyDeadline notice, string signature) => Execute(notice, signature, () =>
    {
        var holding = Known(ResourceNames.Of(notice.Holding));
        if (!Faults.DeadlinesHavePassed)
            throw Refusals.Of(ErrorReason.NothingDue, $"Nothing of {holding.Name} is due.");
        if (holding.Step == HoldingStep.AtRest) holding.Phase = HoldingPhase.Defaulted;
        return Rest(holding);
    });

    private Holding Known(string name) => _holdings.TryGetValue(name, out var holding)
        ? holding
        : throw Refusals.Of(ErrorReason.HoldingNotFound, $"There is no holding {name}.");

    private Holding Held(HoldingId id, ParticipantId holder)
    {
        var holding = Known(ResourceNames.Of(id));
        return holding.Holder == NameOf(holder)
            ? holding
            : throw Refusals.Of(ErrorReason.NotTheHolder, $"{NameOf(holder)} does not hold {holding.Name}.");
    }

    private Holding Free(HoldingId id, ParticipantId holder) => AtRest(Held(id, holder));

    private static Holding AtRest(Holding holding) => InStep(holding, HoldingStep.AtRest);

    private Holding InStep(HoldingId id, HoldingStep step) => InStep(Known(ResourceNames.Of(id)), step);

    private static Holding InStep(Holding holding, HoldingStep step) => holding.Step == step
        ? holding
        : throw Refusals.Of(ErrorReason.HoldingStepMismatch, $"{holding.Name} is in the step {holding.Step}.");

    private Inclusion Split(Holding parent, LedgerIntent intent, ulong minorUnits, Action<Holding> begin)
    {
        if (minorUnits == 0 || (long)minorUnits > parent.Amount.MinorUnits)
            throw Refusals.Of(ErrorReason.AmountOutOfRange, $"{parent.Name} is less than that.");
        var here = NextBlock();
        var part = parent.Clone();
        part.Name = ResourceNames.Of(new HoldingId(intent.Digest(Domain).Value));
        part.Parent = parent.Name;
        part.Amount.MinorUnits = (long)minorUnits;
        (part.Creation, part.LastChange) = (here, here);
        begin(part);
        _holdings[part.Name] = part;
        Reduce(parent, (long)minorUnits);
        return here;
    }

    private Inclusion Rest(Holding holding)
    {
        holding.Step = HoldingStep.AtRest;
        if (!holding.Recourse) holding.Counterparty = "";
        if (holding.Phase != HoldingPhase.WrittenOff) holding.PendingAmount = null;
        return holding.LastChange = NextBlock();
    }

    private static void Reduce(Holding holding, long minorUnits)
    {
        holding.Amount.MinorUnits -= minorUnits;
        if (holding.Amount.MinorUnits == 0) holding.Phase = HoldingPhase.Closed;
    }

    private void Hold(Invoice invoice)
    {
        var id = invoice.Name["invoices/".Length..];
        _holdings[$"holdings/{id}"] = new Holding
        {
            Name = $"holdings/{id}",
            Receivable = $"receivables/{id}",
            Holder = invoice.Supplier,
            Obligor = invoice.Buyer,
            DueDate = invoice.DueDate,
            Amount = invoice.ConfirmedAmount.Clone(),
            Phase = HoldingPhase.Held,
            Step = HoldingStep.AtRest,
            RuleVersion = 1,
            Creation = invoice.LastChange,
            LastChange = invoice.LastChange,
        };
    }

    private Receivable ReceivableOf(Invoice invoice)
    {
        var name = invoice.Name.Replace("invoices/", "receivables/", StringComparison.Ordinal);
        Money Sum(IEnumerable<Money> amounts) =>
            new(invoice.ConfirmedAmount) { MinorUnits = amounts.Sum(amount => amount.MinorUnits) };
        return new Receivable
        {
            Name = name,
            Invoice = invoice.Name,
            InvoiceNumber = invoice.Number,
            Supplier = invoice.Supplier,
            Buyer = invoice.Buyer,
            DueDate = invoice.DueDate,
            ConfirmedAmount = invoice.ConfirmedAmount,
            PaidAmount = Sum(_payments.Where(one => one.Receivable == name && one.State == DeclarationState.Received)
                .Select(one => one.Amount)),
            CreditedAmount = Sum(_notes.Where(one => one.Receivable == name && one.State == CreditNoteState.InEffect)
                .Select(one => one.Amount)
                .Concat(_disputes.Where(one => one.Receivable == name).Select(one => one.CreditedAmount))),
            OutstandingAmount = Sum(_holdings.Values.Where(one => one.Receivable == name).Select(one => one.Amount)),
            RuleVersion = 1,
            Confirmation = invoice.LastChange,
            LastChange = invoice.LastChange,
        };
    }

    private IReadOnlyList<T> Copies<T>(IEnumerable<T> records)
        where T : class, Google.Protobuf.IDeepCloneable<T>
    {
        lock (_gate) return [.. records.Select(record => record.Clone())];
    }
}
