using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <content>Payments, and what happens where there are none.</content>
public sealed partial class MemoryLedger
{
    private readonly List<Payment> _payments = [];
    private readonly List<Account> _accounts = [];
    private readonly List<Stop> _stops = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Payment> Payments => Copies(Enumerable.Reverse(_payments));

    /// <summary>In the order in which they were named.</summary>
    public IReadOnlyList<Account> Accounts => Copies(_accounts);

    /// <summary>In the order in which they were lifted.</summary>
    public IReadOnlyList<Stop> Stops => Copies(_stops);

    /// <summary>What is to be paid, to whom, and where to.</summary>
    public IReadOnlyList<Due> Due => [.. Holdings.Where(one => one.Amount.MinorUnits > 0).Select(one => new Due
    {
        Holding = one.Name,
        Receivable = one.Receivable,
        InvoiceNumber = Receivable(one.Receivable).InvoiceNumber,
        Payer = one.Obligor,
        Payee = one.Holder,
        DueDate = one.DueDate,
        Amount = one.Amount,
        Account = Accounts.LastOrDefault(account => account.Participant == one.Holder),
        Phase = one.Phase,
        Obstacle = one.Step == HoldingStep.DisputeOpened
            ? PaymentObstacle.Disputed
            : PaymentObstacle.Unspecified,
    })];

    /// <summary>The obligor says that it has paid.</summary>
    public Intent DeclarePayment(Intents.DeclarePayment paid, string signature) => Execute(paid, signature, () =>
    {
        var holding = AtRest(Known(ResourceNames.Of(paid.Holding)));
        if (holding.Obligor != NameOf(paid.Payer))
            throw Refusals.Of(ErrorReason.NotThePayer, $"{NameOf(paid.Payer)} does not owe {holding.Name}.");
        holding.Step = HoldingStep.PaymentDeclared;
        holding.PendingAmount = new Money(holding.Amount) { MinorUnits = (long)paid.Amount };
        _payments.Add(new Payment
        {
            Holding = holding.Name,
            Receivable = holding.Receivable,
            Kind = PaymentKind.Obligation,
            Payer = holding.Obligor,
            Payee = holding.Holder,
            Amount = holding.PendingAmount,
            ValueDate = ApiDate(paid.ValueDate),
            BankReference = paid.BankReference,
            State = DeclarationState.Declared,
        });
        return holding.LastChange = NextBlock();
    }, paid.Amount);

    /// <summary>The holder's answer.</summary>
    public Intent AnswerPayment(Intents.AnswerPayment answer, string signature) => Execute(answer, signature, () =>
    {
        var holding = InStep(Held(answer.Holding, answer.Holder), HoldingStep.PaymentDeclared);
        var payment = _payments.Last(one => one.Holding == holding.Name);
        if (!answer.Received)
        {
            (payment.State, payment.ContestReason) = (DeclarationState.Contested, answer.Reason);
            holding.Step = HoldingStep.PaymentContested;
            return holding.LastChange = NextBlock();
        }

        payment.State = DeclarationState.Received;
        Reduce(holding, (long)answer.Amount);
        return Rest(holding);
    });

    /// <summary>The holder calls upon the seller.</summary>
    public Intent ClaimRecourse(Intents.ClaimRecourse claim, string signature) => Execute(claim, signature, () =>
    {
        var holding = Defaulted(Held(claim.Holding, claim.Holder));
        if (!holding.Recourse) throw Refusals.Of(ErrorReason.NoRecourse, $"{holding.Name} has no recourse.");
        holding.RecourseClaimed = true;
        return holding.LastChange = NextBlock();
    });

    /// <summary>The holder gives it up.</summary>
    public Intent WriteOff(Intents.WriteOff loss, string signature) => Execute(loss, signature, () =>
    {
        var holding = Defaulted(Held(loss.Holding, loss.Holder));
        holding.PendingAmount = holding.Amount.Clone();
        holding.Amount.MinorUnits = 0;
        holding.Phase = HoldingPhase.WrittenOff;
        return Rest(holding);
    });

    /// <summary>Something came in after all.</summary>
    public Intent RecordRecovery(Intents.RecordRecovery paid, string signature) => Execute(paid, signature, () =>
    {
        var holding = Held(paid.Holding, paid.Holder);
        if (holding.Phase != HoldingPhase.WrittenOff)
            throw Refusals.Of(ErrorReason.HoldingPhaseMismatch, $"{holding.Name} is {holding.Phase}.");
        holding.PendingAmount.MinorUnits -= (long)paid.Amount;
        return Rest(holding);
    });

    /// <summary>Where a participant wants to be paid.</summary>
    public Intent SetAccount(Intents.SetAccount wish, string signature) => Execute(wish, signature, () =>
    {
        _accounts.Add(new Account
        {
            Participant = NameOf(wish.Participant),
            CurrencyCode = wish.Currency,
            Account_ = wish.Account,
        });
        return NextBlock();
    });

    /// <summary>The operator lifts a stop.</summary>
    public Intent LiftStop(Intents.LiftStop lifting, string signature) => Execute(lifting, signature, () =>
    {
        _stops.Add(new Stop
        {
            Obligor = NameOf(lifting.Obligor),
            Lifted = true,
            LiftedBy = NameOf(lifting.Operator),
            LiftReason = lifting.Reason,
        });
        return NextBlock();
    });

    private static Holding Defaulted(Holding holding) => holding.Phase == HoldingPhase.Defaulted
        ? holding
        : throw Refusals.Of(ErrorReason.HoldingPhaseMismatch, $"{holding.Name} is {holding.Phase}.");
}
