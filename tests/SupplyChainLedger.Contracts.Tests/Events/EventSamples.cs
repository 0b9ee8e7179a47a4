using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using static SupplyChainLedger.Contracts.Tests.Samples;

namespace SupplyChainLedger.Contracts.Tests.Events;

/// <summary>One event of each kind.</summary>
internal static class EventSamples
{
    private const string Reference = "E2E-2027-03-30-0815";
    private static readonly Address Signer = Address.Parse("0x5fbdb2315678afecb367f032d93f642f64180aa3");

    public static IReadOnlyList<LedgerEvent> OfParticipants { get; } =
    [
        new ParticipantRegistered(
            Supplier, "tier1-brakes", "Tier One Brakes", ParticipantRoles.Supplier | ParticipantRoles.Buyer,
            Hash32.Zero, Hash32.Zero, Hash32.Zero, "DE-BY", "C2930", true),
        new SignerAdded(Supplier, Signer, SignerPermissions.Claim | SignerPermissions.Settle),
        new SignerRevoked(Supplier, Signer),
        new ParticipantSuspended(Supplier, "missed a maturity"),
        new ParticipantReinstated(Supplier, "paid"),
    ];

    public static IReadOnlyList<LedgerEvent> OfTheLedger { get; } =
    [
        new InvoiceSubmitted(
            Invoice, Supplier, Buyer, Intent, "RE/1", 380, new EpochDay(20_000), new EpochDay(20_090), "JPY", 500,
            Document),
        new InvoiceConfirmed(Invoice, Buyer, Intent, ParentRecord, true),
        new InvoiceRejected(Invoice, Buyer, Intent, "not ours"),
        new InvoiceWithdrawn(Invoice, Supplier, Intent),
        new IntentRejected(Intent, Supplier, [1, 2, 3]),
        new IntentRefused(Evidence, [4, 5]),
        new TransferProposed(Invoice, Holding, Recipient, Parent, ParentRecord, PartRecord, Document),
        new TransferAnswered(Invoice, Holding, Recipient, Intent, PartRecord, false, "no"),
        new StepWithdrawn(Invoice, Holding, Holder, Intent, PartRecord, HoldingStep.TransferProposed),
        new DeadlineApplied(Invoice, Holding, Recipient, Intent, PartRecord, HoldingStep.PaymentDeclared),
        new FinancingRequested(Invoice, Holding, Holder, Parent, ParentRecord, PartRecord, true, [2, 3]),
        new OfferPlaced(Holding, Offer, Financier, Invoice, 49_00, 48_500, true, 1_799_000_000, [9]),
        new OfferWithdrawn(Holding, Offer, Financier, Invoice, Intent),
        new OfferAccepted(Invoice, Holding, Offer, Intent, PartRecord),
        new DisbursementDeclared(
            Invoice, Holding, Financier, Intent, PartRecord, ValueDate, Reference, Evidence, "ZDW-1", Document),
        new DisbursementAnswered(Invoice, Holding, Holder, Intent, PartRecord, false, "no money", Evidence),
        new ExposureLimitSet(Financier, Buyer, Intent, "EUR", 1_000_000_00),
        new AccountSet(Holder, Intent, "EUR", "DE02120300000000202051"),
        new PaymentDeclared(Invoice, Holding, Buyer, Intent, PartRecord, ValueDate, Reference, Evidence),
        new PaymentAnswered(Invoice, Holding, Holder, Intent, PartRecord, 50_00, true, "", Evidence),
        new RecourseClaimed(Invoice, Holding, Holder, Intent, PartRecord),
        new WrittenOff(Invoice, Holding, Holder, Intent, PartRecord, "insolvent"),
        new Recovered(Invoice, Holding, Holder, Intent, PartRecord, 5_00, ValueDate, Reference, Evidence),
        new ObligorStopped(Buyer, Invoice, Holding, Intent),
        new StopLifted(Buyer, Operator, Intent, "has paid"),
        new CreditNoteIssued(Invoice, Holding, Supplier, Intent, PartRecord, "CN-1", 1_00, Document),
        new CreditNoteAnswered(Invoice, Holding, Holder, Intent, PartRecord, 1_00, true, ""),
        new DisputeOpened(Invoice, Holding, Buyer, Parent, ParentRecord, PartRecord, "rusty", Evidence),
        new DisputeAnswered(Invoice, Holding, Holder, Intent, PartRecord, 5_00, "one coil is", Evidence),
        new CancellationRequested(Invoice, Supplier, Intent, PartRecord, "wrong buyer"),
        new CancellationAnswered(Invoice, Buyer, Intent, PartRecord, false, "we want the goods"),
        new RulesProposed(3, Intent, 1_799_999_999, SomeRules),
        new ThresholdSet(Holder, Intent, "EUR", 10_000_00),
        new IntentCancelled(Holder, Intent, Withdrawn, Nonce),
    ];
}
