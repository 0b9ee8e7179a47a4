using SupplyChainLedger.Service.Indexing.Financing;
using SupplyChainLedger.Service.Queries;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows requests for financing and what came of them as the API has them.</summary>
internal static class FinancingWriter
{
    public static V1.Financing Write(IndexSnapshot snapshot, FinancingRecord record)
    {
        var requested = snapshot.PlaceOf(record.Requested);
        var changed = record.Changed == record.Requested ? requested : snapshot.PlaceOf(record.Changed);
        return new V1.Financing
        {
            Holding = ResourceNames.Of(record.Holding),
            Receivable = ResourceNames.OfReceivable(record.Receivable),
            Holder = snapshot.NameOf(record.Requester),
            Obligor = snapshot.NameOf(record.Obligor),
            DueDate = record.DueDate.ToApi(),
            Amount = MoneyWriter.Write(record.Currency, record.Amount),
            LowestAdvance = MoneyWriter.Write(record.Currency, record.LowestAdvance),
            OpenUntil = ChainWriter.Time(record.OpenUntil),
            Recourse = record.Recourse,
            OfferKey = record.OfferKey.ToArray().OrEmpty(),
            State = Write(record.State),
            AcceptedOffer = record.Accepted is { } accepted ? ResourceNames.Of(accepted.Offer) : "",
            Disbursement = record.Disbursement is { } paid ? Write(snapshot, record, paid) : null,
            Request = requested.Inclusion,
            RequestIntent = requested.Intent,
            LastChange = changed.Inclusion,
            LastChangeIntent = changed.Intent,
        };
    }

    /// <summary>The state of a filter; null for all.</summary>
    public static FinancingState? Read(V1.FinancingState state) =>
        state == V1.FinancingState.Unspecified ? null : (FinancingState)state;

    // The numbers of the API are those of the index.
    private static V1.FinancingState Write(FinancingState state) => (V1.FinancingState)state;

    private static V1.Disbursement Write(IndexSnapshot snapshot, FinancingRecord record, Disbursement paid)
    {
        var declared = snapshot.PlaceOf(paid.Declared);
        var answered = snapshot.PlaceOf(record.Ended ?? record.Contest?.At);
        return new V1.Disbursement
        {
            Financier = snapshot.NameOf(record.Accepted?.Financier),
            Amount = MoneyWriter.Write(record.Currency, paid.Amount),
            ValueDate = paid.ValueDate.ToApi(),
            BankReference = paid.BankReference,
            Evidence = paid.Evidence.OrEmpty(),
            RegistryReference = paid.RegistryReference,
            Justification = paid.Justification.OrEmpty(),
            State = record.State switch
            {
                FinancingState.DisbursementDeclared => V1.DeclarationState.Declared,
                FinancingState.DisbursementContested => V1.DeclarationState.Contested,
                FinancingState.Financed when record.BySilence => V1.DeclarationState.Unanswered,
                FinancingState.Financed => V1.DeclarationState.Received,
                _ => V1.DeclarationState.Withdrawn,
            },
            ContestReason = record.Contest?.Reason ?? "",
            ContestEvidence = record.Contest?.Evidence.OrEmpty() ?? "",
            Declaration = declared.Inclusion,
            DeclarationIntent = declared.Intent,
            Answer = answered?.Inclusion,
            AnswerIntent = answered?.Intent ?? "",
        };
    }
}
