using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Api.Support;

/// <summary>
/// The events of one receivable over 10,000 EUR cents, as the contracts would log them: 3,000 are passed on to a
/// supplier, 2,000 are offered to financiers, 1,000 are disputed, and 4,000 less a credit note of 100 stay.
/// </summary>
internal static class LifeStory
{
    public static readonly ParticipantId Supplier = new(1);
    public static readonly ParticipantId Buyer = new(2);
    public static readonly ParticipantId SecondTier = new(3);
    public static readonly ParticipantId Bank = new(4);
    public static readonly ParticipantId Fund = new(5);

    public static readonly EpochDay IssueDay = EpochDay.FromDate(new DateOnly(2027, 1, 10));
    public static readonly EpochDay DueDay = EpochDay.FromDate(new DateOnly(2027, 4, 10));
    public static readonly InvoiceId Invoice = InvoiceId.Of(Supplier, "INV-1", IssueDay, 380);
    public static readonly HoldingId Root = HoldingId.RootOf(Invoice);
    public static readonly HoldingId Passed = new(HashOf('a'));
    public static readonly HoldingId Offered = new(HashOf('b'));
    public static readonly HoldingId Disputed = new(HashOf('c'));
    public static readonly OfferId OpenOffer = new(HashOf('d'));
    public static readonly OfferId SealedOffer = new(HashOf('e'));
    public static readonly Hash32 TradeDocument = HashOf('f');

    private const uint OpenUntil = 1_801_000_000;

    private static readonly HoldingRecord Whole = new(
        Supplier, default, 10_000, 0, 0, HoldingPhase.Held, HoldingStep.None, 0, Financed: false, Recourse: false,
        RecourseClaimed: false, DefencesWaived: false, Disputed: false, Touched: false, RuleVersion: 1);

    /// <summary>Who acts.</summary>
    public static IReadOnlyList<LedgerEvent> Parties() =>
    [
        .. Story.Registration(Supplier.Value, ParticipantRoles.Supplier),
        .. Story.Registration(Buyer.Value, ParticipantRoles.Buyer),
        .. Story.Registration(SecondTier.Value, ParticipantRoles.Supplier),
        .. Story.Registration(Bank.Value, ParticipantRoles.Financier),
        .. Story.Registration(Fund.Value, ParticipantRoles.Financier),
        new IntentCancelled(Supplier, IntentOf(40), IntentOf(41), new Nonce(HashOf('8'))),
        new RulesProposed(1, default, 0, RulePresets.Open),
        new ThresholdSet(Supplier, IntentOf(1), "EUR", 500_000),
    ];

    /// <summary>Claimed and confirmed.</summary>
    public static IReadOnlyList<LedgerEvent> Confirmed() =>
    [
        new InvoiceSubmitted(
            Invoice, Supplier, Buyer, IntentOf(2), "INV-1", 380, IssueDay, DueDay, "EUR", 10_000, HashOf('9')),
        new InvoiceConfirmed(Invoice, Buyer, IntentOf(3), Whole, Irrevocable: true),
    ];

    /// <summary>A part goes to the second tier, which names its account.</summary>
    public static IReadOnlyList<LedgerEvent> PassedOn()
    {
        var part = Whole with { Amount = 3_000, Touched = true };
        return
        [
            new TransferProposed(
                Invoice, Passed, SecondTier, Root, Rest(7_000),
                part with
                {
                    Step = HoldingStep.TransferProposed,
                    Counterparty = SecondTier,
                    Deadline = OpenUntil,
                },
                TradeDocument),
            new TransferAnswered(
                Invoice, Passed, SecondTier, IntentOf(4), part with { Holder = SecondTier, Depth = 1 },
                Accepted: true, ""),
            new AccountSet(SecondTier, IntentOf(5), "EUR", "DE02120300000000202051"),
        ];
    }

    /// <summary>A part is on offer; the bank offers in the open, the fund under seal.</summary>
    public static IReadOnlyList<LedgerEvent> PutOnOffer() =>
    [
        new ExposureLimitSet(Bank, Buyer, IntentOf(6), "EUR", 50_000),
        new ExposureLimitSet(Fund, Buyer, IntentOf(7), "EUR", 1_999),
        new FinancingRequested(
            Invoice, Offered, Supplier, Root, Rest(5_000),
            Whole with
            {
                Amount = 2_000,
                Pending = 1_900,
                Deadline = OpenUntil,
                Step = HoldingStep.FinancingRequested,
                Touched = true,
                RecourseWelcome = true,
            },
            Recourse: true, []),
        new OfferPlaced(Offered, OpenOffer, Bank, Invoice, 1_950, 48_500, Recourse: false, OpenUntil, []),
        new OfferPlaced(Offered, SealedOffer, Fund, Invoice, 0, 0, Recourse: true, OpenUntil, [1, 2, 3]),
    ];

    /// <summary>A part is disputed, and the supplier credits some of what is left.</summary>
    public static IReadOnlyList<LedgerEvent> Corrected() =>
    [
        new DisputeOpened(
            Invoice, Disputed, Buyer, Root, Rest(4_000),
            Whole with
            {
                Amount = 1_000,
                Deadline = OpenUntil,
                Step = HoldingStep.DisputeOpened,
                Disputed = true,
                Touched = true,
            },
            "two broken", HashOf('8')),
        new CreditNoteIssued(Invoice, Root, Supplier, IntentOf(8), Rest(3_900), "CN-1", 100, HashOf('7')),
    ];

    public static IntentHash IntentOf(byte number) =>
        new(Hash32.FromBytes([.. new byte[Hash32.Size - 1], number]));

    private static HoldingRecord Rest(ulong amount) => Whole with { Amount = amount, Touched = true };

    private static Hash32 HashOf(char digit) => Hash32.Parse("0x" + new string(digit, 64));
}
