using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views.Events;

/// <summary>What was corrected, or disputed.</summary>
internal static class CorrectionEventText
{
    public static string? Of(Event happened, EventAmount amount) => happened.KindCase switch
    {
        Event.KindOneofCase.CreditNoteIssued => Of(happened.CreditNoteIssued, amount),
        Event.KindOneofCase.CreditNoteAnswered => Of(happened.CreditNoteAnswered, amount),
        Event.KindOneofCase.DisputeOpened =>
            $"disputed    {happened.DisputeOpened.Holding}, {amount.Of(happened.DisputeOpened.Record)} by "
            + $"{Show.Party(happened.DisputeOpened.Buyer)}: {happened.DisputeOpened.Reason}",
        Event.KindOneofCase.DisputeAnswered =>
            Of(happened.DisputeAnswered, amount),
        Event.KindOneofCase.CancellationRequested =>
            $"cancel?     {happened.CancellationRequested.Receivable} by "
            + $"{Show.Party(happened.CancellationRequested.Supplier)}: {happened.CancellationRequested.Reason}",
        Event.KindOneofCase.CancellationAnswered => Of(happened.CancellationAnswered),
        _ => null,
    };

    private static string Of(DisputeAnswered answered, EventAmount amount) =>
        $"answered    dispute on {answered.Holding} by {Show.Party(answered.Holder)}, "
        + $"{amount.Of(answered.CreditedMinorUnits)} given up: {answered.Reason}";

    private static string Of(CreditNoteIssued note, EventAmount amount)
    {
        var word = note.Record.Step == HoldingStep.CreditNoteProposed ? "credit?" : "credited";
        return $"{word,-11} {amount.Of(note.MinorUnits)} on {note.Holding} by {Show.Party(note.Supplier)}, "
            + note.Number;
    }

    private static string Of(CreditNoteAnswered answered, EventAmount amount) => answered.Accepted
        ? $"credited    {amount.Of(answered.MinorUnits)} on {answered.Holding}, agreed by {Show.Party(answered.Holder)}"
        : $"declined    credit note on {answered.Holding} by {Show.Party(answered.Holder)}: {answered.Reason}";

    private static string Of(CancellationAnswered answered) => answered.Accepted
        ? $"cancelled   {answered.Receivable}, agreed by {Show.Party(answered.Buyer)}"
        : $"declined    cancellation of {answered.Receivable} by {Show.Party(answered.Buyer)}: {answered.Reason}";
}
