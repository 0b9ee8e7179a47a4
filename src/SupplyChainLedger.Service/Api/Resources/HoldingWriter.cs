using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Queries;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows holdings as the API has them.</summary>
internal static class HoldingWriter
{
    /// <summary>A holding as it stands.</summary>
    public static V1.Holding Write(IndexSnapshot snapshot, IndexedHolding holding)
    {
        var record = holding.Record;
        var opened = snapshot.PlaceOf(holding.Opened);
        var changed = holding.Changed == holding.Opened ? opened : snapshot.PlaceOf(holding.Changed);
        return new V1.Holding
        {
            Name = ResourceNames.Of(holding.Id),
            Receivable = ResourceNames.OfReceivable(holding.Receivable),
            Parent = holding.Parent is { } parent ? ResourceNames.Of(parent) : "",
            Holder = snapshot.NameOf(record.Holder),
            Counterparty = snapshot.NameOf(holding.Counterparty),
            Obligor = snapshot.NameOf(holding.Obligor),
            DueDate = holding.DueDate.ToApi(),
            Amount = MoneyWriter.Write(holding.Currency, record.Amount),
            PendingAmount = MoneyWriter.Write(holding.Currency, record.Pending),
            StepDeadline = ChainWriter.TimeOrNone(record.Deadline),
            Phase = Write(record.Phase),
            Step = Write(record.Step),
            Depth = record.Depth,
            Financed = record.Financed,
            Recourse = record.Recourse,
            RecourseClaimed = record.RecourseClaimed,
            DefencesWaived = record.DefencesWaived,
            Disputed = record.Disputed,
            RuleVersion = record.RuleVersion,
            Creation = opened.Inclusion,
            CreationIntent = ResourceNames.Of(holding.OpeningIntent),
            LastChange = changed.Inclusion,
            LastChangeIntent = ResourceNames.Of(holding.ChangeIntent),
            Transfer = snapshot.Holdings.FindTransfer(holding.Id) is { } transfer ? Write(snapshot, transfer) : null,
        };
    }

    /// <summary>A holding as an event leaves it.</summary>
    /// <param name="record">What the event says.</param>
    /// <param name="nameOf">Resource name of a participant.</param>
    public static V1.HoldingRecord Write(HoldingRecord record, Func<ParticipantId, string> nameOf) => new()
    {
        Holder = nameOf(record.Holder),
        Counterparty = record.Counterparty.Value == 0 ? "" : nameOf(record.Counterparty),
        MinorUnits = checked((long)record.Amount),
        PendingMinorUnits = checked((long)record.Pending),
        StepDeadline = ChainWriter.TimeOrNone(record.Deadline),
        Phase = Write(record.Phase),
        Step = Write(record.Step),
        Depth = record.Depth,
        Financed = record.Financed,
        Recourse = record.Recourse,
        RecourseClaimed = record.RecourseClaimed,
        DefencesWaived = record.DefencesWaived,
        Disputed = record.Disputed,
        RuleVersion = record.RuleVersion,
    };

    private static V1.Transfer Write(IndexSnapshot snapshot, TransferRecord transfer) => new()
    {
        Sender = snapshot.NameOf(transfer.Sender),
        Recipient = snapshot.NameOf(transfer.Recipient),
        TradeDocument = transfer.TradeDocument.OrEmpty(),
        State = CorrectionWriter.WriteProposal(transfer.State),
        AnswerDeadline =
            transfer.State == ProposalState.Proposed ? ChainWriter.TimeOrNone(transfer.AnswerBy) : null,
        DeclineReason = transfer.Reason ?? "",
    };

    /// <summary>The step of a field; null for an unspecified or unknown one.</summary>
    public static HoldingStep? Read(V1.HoldingStep step) => step switch
    {
        V1.HoldingStep.AtRest => HoldingStep.None,
        V1.HoldingStep.Unspecified => null,
        _ => Enum.IsDefined((HoldingStep)step) ? (HoldingStep)step : null,
    };

    /// <summary>The phase of a field; null for an unspecified or unknown one.</summary>
    public static HoldingPhase? Read(V1.HoldingPhase phase) =>
        phase != V1.HoldingPhase.Unspecified && Enum.IsDefined((HoldingPhase)phase) ? (HoldingPhase)phase : null;

    // The numbers of phases and steps are the contract's, but for a holding at rest.
    public static V1.HoldingStep Write(HoldingStep step) =>
        step == HoldingStep.None ? V1.HoldingStep.AtRest : (V1.HoldingStep)step;

    public static V1.HoldingPhase Write(HoldingPhase phase) => (V1.HoldingPhase)phase;
}
