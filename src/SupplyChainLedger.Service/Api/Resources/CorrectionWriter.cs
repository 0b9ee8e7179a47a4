using SupplyChainLedger.Service.Indexing.Corrections;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Queries;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows disputes, credit notes and cancellations as the API has them.</summary>
internal static class CorrectionWriter
{
    public static V1.Dispute Write(IndexSnapshot snapshot, DisputeRecord record)
    {
        var opened = snapshot.PlaceOf(record.Opened);
        var changed = snapshot.PlaceOf(record.Ended ?? record.Answer?.At) ?? opened;
        return new V1.Dispute
        {
            Holding = ResourceNames.Of(record.Holding),
            Receivable = ResourceNames.OfReceivable(record.Receivable),
            Buyer = snapshot.NameOf(record.Buyer),
            Holder = snapshot.NameOf(record.Holder),
            Amount = MoneyWriter.Write(record.Currency, record.Amount),
            Reason = record.Reason,
            Evidence = record.Evidence.OrEmpty(),
            State = StateOf(record),
            Deadline = ChainWriter.TimeOrNone(record.EndsAt),
            CreditedAmount = record.State == DisputeState.Credited
                ? MoneyWriter.Write(record.Currency, record.Credited)
                : null,
            Answer = record.Answer?.Reason ?? "",
            AnswerEvidence = record.Answer?.Evidence.OrEmpty() ?? "",
            Opening = opened.Inclusion,
            OpeningIntent = opened.Intent,
            LastChange = changed.Inclusion,
            LastChangeIntent = changed.Intent,
        };
    }

    public static V1.CreditNote Write(IndexSnapshot snapshot, CreditNoteRecord record)
    {
        var issued = snapshot.PlaceOf(record.Issued);
        var changed = snapshot.PlaceOf(record.Ended) ?? issued;
        return new V1.CreditNote
        {
            Holding = ResourceNames.Of(record.Holding),
            Receivable = ResourceNames.OfReceivable(record.Receivable),
            Supplier = snapshot.NameOf(record.Supplier),
            Holder = snapshot.NameOf(record.Holder),
            Number = record.Number,
            Amount = MoneyWriter.Write(record.Currency, record.Amount),
            DocumentHash = record.DocumentHash.ToString(),
            State = Write(record.State),
            AnswerDeadline =
                record.State == ProposalState.Proposed ? ChainWriter.TimeOrNone(record.AnswerBy) : null,
            DeclineReason = record.Reason ?? "",
            Issue = issued.Inclusion,
            IssueIntent = issued.Intent,
            LastChange = changed.Inclusion,
            LastChangeIntent = changed.Intent,
        };
    }

    public static V1.Cancellation Write(IndexSnapshot snapshot, CancellationRecord record) => new()
    {
        Reason = record.Reason,
        State = WriteProposal(record.State),
        AnswerDeadline = record.State == ProposalState.Proposed ? ChainWriter.TimeOrNone(record.AnswerBy) : null,
        DeclineReason = record.AnswerReason ?? "",
        Request = snapshot.PlaceOf(record.Requested).Inclusion,
        RequestIntent = ResourceNames.Of(record.Id),
    };

    // The numbers of the API are those of the index.
    public static V1.ProposalState WriteProposal(ProposalState state) => (V1.ProposalState)state;

    private static V1.CreditNoteState Write(ProposalState state) => (V1.CreditNoteState)state;

    /// <summary>The state of a filter; null for all.</summary>
    public static ProposalState? Read(V1.CreditNoteState state) =>
        state == V1.CreditNoteState.Unspecified ? null : (ProposalState)state;

    private static V1.DisputeState StateOf(DisputeRecord record) => record.State switch
    {
        DisputeState.Open => record.Answer is null ? V1.DisputeState.Open : V1.DisputeState.Answered,
        DisputeState.Credited => V1.DisputeState.Credited,
        DisputeState.Withdrawn => V1.DisputeState.Withdrawn,
        DisputeState.Lapsed => V1.DisputeState.Lapsed,
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.State, "A dispute cannot stand there."),
    };
}
