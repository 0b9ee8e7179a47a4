using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Simulation.Chain;

namespace SupplyChainLedger.Simulation.Load;

/// <summary>
/// Draws what holders, financiers and payers say next of a holding as the newest block has it. Others may have been
/// faster, and a reorganisation may take it back: the ledger then turns them down.
/// </summary>
internal sealed class ReceivableDraw(Random chance, Func<ulong> now, Func<Nonce> nonce, Func<ulong> deadline)
{
    private const ulong EnoughLimit = 1_000_000;
    private const int OfferKeyBytes = 33;
    private const int SealedBytes = 64;

    private static readonly EpochDay Today = EpochDay.FromDate(new DateOnly(2027, 1, 11));

    /// <summary>What follows; null where nothing of any amount is held.</summary>
    public LedgerIntent? Next(LedgerState state)
    {
        var held = state.Holdings.Where(static one => one.Value.Amount > 0).ToList();
        if (held.Count == 0) return null;
        var waiting = held.Where(static one => !one.Value.IsAtRest).ToList();
        var among = waiting.Count > 0 && chance.Next(4) > 0 ? waiting : held;
        var ((receivable, id), record) = among[chance.Next(among.Count)];
        var place = new Place(receivable, id, record, state);
        return record.Step switch
        {
            HoldingStep.None => AtRest(place),
            HoldingStep.TransferProposed => AnswerTransfer(place),
            HoldingStep.FinancingRequested => AnswerRequest(place),
            HoldingStep.OfferAccepted => new DeclareDisbursement(
                record.Counterparty, receivable, id, Math.Max(record.Pending, 1), Today, "E2E-1", Hash32.Zero, "",
                Hash32.Zero, nonce(), deadline()),
            HoldingStep.DisbursementDeclared => AnswerDisbursement(place, received: chance.Next(4) > 0),
            HoldingStep.DisbursementContested => AnswerDisbursement(place, received: true),
            HoldingStep.PaymentDeclared => AnswerPayment(place, received: chance.Next(4) > 0),
            _ => AnswerPayment(place, received: true),
        };
    }

    private LedgerIntent AtRest(Place place) => chance.Next(6) switch
    {
        0 => Pay(place),
        < 3 => new ProposeTransfer(
            place.Record.Holder, place.Receivable, place.Id, Parties.Suppliers[chance.Next(Parties.Suppliers.Count)],
            Part(place), Hash32.Zero, nonce(), deadline()),
        _ => Request(place),
    };

    private RequestFinancing Request(Place place)
    {
        var amount = Part(place);
        return new RequestFinancing(
            place.Record.Holder, place.Receivable, place.Id, amount, amount / 2 + 1,
            now() + (ulong)chance.Next(30, 3600), chance.Next(2) == 0,
            chance.Next(4) == 0 ? new byte[OfferKeyBytes] : [], nonce(), deadline());
    }

    private DeclarePayment Pay(Place place) => new(
        place.Obligor, place.Receivable, place.Id, Part(place), Today, "E2E-2", Hash32.Zero, nonce(), deadline());

    private AnswerTransfer AnswerTransfer(Place place)
    {
        var accepted = chance.Next(3) > 0;
        return new AnswerTransfer(
            place.Record.Counterparty, place.Receivable, place.Id, accepted, accepted ? "" : "no such trade", nonce(),
            deadline());
    }

    /// <summary>An offer, where none is there, and what it needs; else mostly that one is taken.</summary>
    private LedgerIntent AnswerRequest(Place place)
    {
        var offers = place.State.OffersFor(place.Id).ToList();
        if (offers.Count > 0 && chance.Next(4) > 0)
            return new AcceptOffer(
                place.Record.Holder, place.Receivable, place.Id, offers[chance.Next(offers.Count)], nonce(),
                deadline());
        var financier = Parties.Financiers[chance.Next(Parties.Financiers.Count)];
        if (place.State.ExposureOf(financier, place.Obligor).Free < place.Record.Amount && chance.Next(8) > 0)
            return new SetExposureLimit(financier, place.Obligor, "EUR", EnoughLimit, nonce(), deadline());
        var isSealed = place.Record.SealedOffers;
        return new PlaceOffer(
            financier, place.Receivable, place.Id, isSealed ? 0 : place.Record.Amount, isSealed ? 0u : 50_000u,
            place.Record.RecourseWelcome && chance.Next(2) == 0, place.Record.Deadline,
            isSealed ? new byte[SealedBytes] : [], nonce(), deadline());
    }

    private AnswerDisbursement AnswerDisbursement(Place place, bool received) => new(
        place.Record.Holder, place.Receivable, place.Id, place.Record.Pending, received,
        received ? "" : "nothing came", Hash32.Zero, nonce(), deadline());

    private AnswerPayment AnswerPayment(Place place, bool received) => new(
        place.Record.Holder, place.Receivable, place.Id, place.Record.Pending, received,
        received ? "" : "not on our account", Hash32.Zero, nonce(), deadline());

    /// <summary>All of it, or some.</summary>
    private ulong Part(Place place) =>
        chance.Next(3) == 0 ? place.Record.Amount : (ulong)chance.NextInt64(1, (long)place.Record.Amount + 1);

    private sealed record Place(InvoiceId Receivable, HoldingId Id, HoldingRecord Record, LedgerState State)
    {
        public ParticipantId Obligor => State.Find(Receivable)!.Buyer;
    }
}
