using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Tests.Indexing.Chain;

internal sealed partial class ReceivableLife
{
    public FinancingRequested Request(HoldingId from, ulong amount, ulong lowest = 1, bool isSealed = false)
    {
        var (part, record) = Split(from, amount);
        record = Put(part, InStep(record, HoldingStep.FinancingRequested, lowest) with
        {
            RecourseWelcome = true,
            SealedOffers = isSealed,
        });
        return new FinancingRequested(
            Id, part, record.Holder, from, _words[from], record, Recourse: true, isSealed ? new byte[33] : []);
    }

    public OfferPlaced Offer(
        HoldingId holding, uint financier, ulong advance, uint discount = 50_000, bool recourse = false) => new(
        holding, new OfferId(NextIntent().Value), new ParticipantId(financier), Id, advance, discount, recourse,
        StepDeadline, _words[holding].SealedOffers ? new byte[64] : []);

    public OfferWithdrawn WithdrawOffer(OfferPlaced offer) =>
        new(offer.Holding, offer.Offer, offer.Financier, Id, NextIntent());

    public OfferAccepted Accept(OfferPlaced offer)
    {
        var record = InStep(AtRest(_words[offer.Holding]), HoldingStep.OfferAccepted, offer.Advance) with
        {
            Counterparty = offer.Financier,
            Recourse = offer.Recourse,
        };
        return new OfferAccepted(Id, offer.Holding, offer.Offer, NextIntent(), Put(offer.Holding, record));
    }

    public DisbursementDeclared Disburse(HoldingId holding, ulong amount)
    {
        var record = Put(holding, InStep(_words[holding], HoldingStep.DisbursementDeclared, amount));
        return new DisbursementDeclared(
            Id, holding, record.Counterparty, NextIntent(), record, Story.IssueDay, "E2E-1", Evidence("disbursement"),
            "ZDW-77", default);
    }

    public DisbursementAnswered AnswerDisbursement(HoldingId holding, bool received)
    {
        var record = _words[holding];
        var after = received
            ? Financed(record)
            : record with { Step = HoldingStep.DisbursementContested, Deadline = 0 };
        return new DisbursementAnswered(
            Id, holding, record.Holder, NextIntent(), Put(holding, after), received, received ? "" : "nothing came",
            received ? default : Evidence("contest"));
    }

    /// <summary>A financing from the request to the acknowledged payment.</summary>
    public IReadOnlyList<LedgerEvent> Finance(HoldingId from, uint financier, ulong amount, bool recourse = false)
    {
        var request = Request(from, amount);
        var offer = Offer(request.Holding, financier, amount, recourse: recourse);
        return
        [
            request, offer, Accept(offer), Disburse(request.Holding, amount),
            AnswerDisbursement(request.Holding, received: true),
        ];
    }

    private static HoldingRecord Financed(HoldingRecord record)
    {
        var seller = record.Holder;
        var passed = AtRest(record) with
        {
            Holder = record.Counterparty,
            Depth = (byte)(record.Depth + 1),
            Financed = true,
        };
        return passed with { Counterparty = record.Recourse ? seller : default };
    }
}
