using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Intents;
using static SupplyChainLedger.Contracts.Tests.Samples;

namespace SupplyChainLedger.Contracts.Tests.Intents;

/// <summary>One intent of each kind.</summary>
internal static class IntentSamples
{
    private const ulong Deadline = 1_800_000_000;
    private const string Reference = "E2E-2027-03-30-0815";

    public static readonly SubmitInvoice Submission = new(
        Supplier, Buyer, "RE-2026/0815", 380, Day(2026, 10, 1), Day(2027, 3, 31), "EUR", 1_234_56, Document, Nonce,
        Deadline);

    public static IReadOnlyList<LedgerIntent> All { get; } =
    [
        Submission,
        new ConfirmInvoice(Buyer, Invoice, 100_00, true, false, Nonce, Deadline),
        new RejectInvoice(Buyer, Invoice, "goods were damaged", Nonce, Deadline),
        new WithdrawInvoice(Supplier, Invoice, Nonce, Deadline),
        new ProposeTransfer(Holder, Invoice, Holding, Recipient, 40_00, Document, Nonce, Deadline),
        new AnswerTransfer(Recipient, Invoice, Holding, false, "not what we agreed", Nonce, Deadline),
        new WithdrawStep(Holder, Invoice, Holding, HoldingStep.TransferProposed, Nonce, Deadline),
        new ApplyDeadline(Recipient, Invoice, Holding, Nonce, Deadline),
        new RequestFinancing(
            Holder, Invoice, Holding, 50_00, 48_00, 1_799_000_000, true, [2, .. Document.ToBytes()], Nonce, Deadline),
        new PlaceOffer(Financier, Invoice, Holding, 49_00, 48_500, true, 1_799_000_001, [], Nonce, Deadline),
        new WithdrawOffer(Financier, Invoice, Holding, Offer, Nonce, Deadline),
        new AcceptOffer(Holder, Invoice, Holding, Offer, Nonce, Deadline),
        new DeclareDisbursement(
            Financier, Invoice, Holding, 49_00, ValueDate, Reference, Evidence, "ZDW-1", Document, Nonce, Deadline),
        new AnswerDisbursement(Holder, Invoice, Holding, 49_00, false, "no money came", Evidence, Nonce, Deadline),
        new SetExposureLimit(Financier, Buyer, "EUR", 1_000_000_00, Nonce, Deadline),
        new DeclarePayment(Buyer, Invoice, Holding, 50_00, ValueDate, Reference, Evidence, Nonce, Deadline),
        new AnswerPayment(Holder, Invoice, Holding, 50_00, true, "", Evidence, Nonce, Deadline),
        new ClaimRecourse(Holder, Invoice, Holding, Nonce, Deadline),
        new WriteOff(Holder, Invoice, Holding, "insolvent", Nonce, Deadline),
        new RecordRecovery(Holder, Invoice, Holding, 5_00, ValueDate, Reference, Evidence, Nonce, Deadline),
        new SetAccount(Holder, "EUR", "DE02120300000000202051", Nonce, Deadline),
        new LiftStop(Operator, Buyer, "has paid", Nonce, Deadline),
        new IssueCreditNote(Supplier, Invoice, Holding, "CN-1", 1_00, Document, Nonce, Deadline),
        new AnswerCreditNote(Holder, Invoice, Holding, 1_00, true, "", Nonce, Deadline),
        new OpenDispute(Buyer, Invoice, Holding, 10_00, "two coils are rusty", Evidence, Nonce, Deadline),
        new AnswerDispute(Holder, Invoice, Holding, 5_00, "one is", Evidence, Nonce, Deadline),
        new RequestCancellation(Supplier, Invoice, "wrong buyer", Nonce, Deadline),
        new AnswerCancellation(Buyer, Invoice, false, "we want the goods", Nonce, Deadline),
        new ProposeRules(Operator, SomeRules, 1_799_999_999, Nonce, Deadline),
        new SetThreshold(Holder, "EUR", 10_000_00, Nonce, Deadline),
        new CancelIntent(Holder, Intent, Nonce, Deadline),
    ];

    public static TheoryData<LedgerIntent> Theory => new(All);
}
