using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Contracts.Tests;

/// <summary>The parties and things that the sample intents and events are about; no two are equal.</summary>
internal static class Samples
{
    public static readonly ParticipantId Buyer = new(1);
    public static readonly ParticipantId Supplier = new(2);
    public static readonly ParticipantId Holder = new(3);
    public static readonly ParticipantId Recipient = new(4);
    public static readonly ParticipantId Financier = new(5);
    public static readonly ParticipantId Operator = new(6);

    public static readonly InvoiceId Invoice = new(Keccak256.Hash("an invoice"u8));
    public static readonly HoldingId Holding = new(Keccak256.Hash("a holding"u8));
    public static readonly HoldingId Parent = new(Keccak256.Hash("its parent"u8));
    public static readonly OfferId Offer = new(Keccak256.Hash("an offer"u8));
    public static readonly IntentHash Intent = new(Keccak256.Hash("an intent"u8));
    public static readonly IntentHash Withdrawn = new(Keccak256.Hash("an intent taken back"u8));
    public static readonly Nonce Nonce = new(Keccak256.Hash("a nonce"u8));
    public static readonly Hash32 Document = Keccak256.Hash("a document"u8);
    public static readonly Hash32 Evidence = Keccak256.Hash("evidence"u8);
    public static readonly EpochDay ValueDate = Day(2027, 3, 30);

    public static readonly RuleSet SomeRules = new(
        180, 365, 5, 72, 48, 71, 30, 1000, 63, true, false, "CNYEUR", "between two");

    public static readonly HoldingRecord PartRecord = new(
        Holder, Financier, 100_00, 98_00, 1_800_000_000, HoldingPhase.Overdue, HoldingStep.PaymentDeclared, 3,
        Financed: true, Recourse: true, RecourseClaimed: false, DefencesWaived: true, Disputed: false, Touched: true,
        RuleVersion: 7);

    public static readonly HoldingRecord ParentRecord = new(
        Holder, default, 1, 0, 0, HoldingPhase.Held, HoldingStep.None, 0, false, false, false, false, false, false, 1);

    public static EpochDay Day(int year, int month, int day) => EpochDay.FromDate(new DateOnly(year, month, day));
}
