using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views.Events;

/// <summary>What happened to a holding on its way from hand to hand.</summary>
internal static class TransferEventText
{
    public static string? Of(Event happened, EventAmount amount) => happened.KindCase switch
    {
        Event.KindOneofCase.TransferProposed => Of(happened.TransferProposed, amount),
        Event.KindOneofCase.TransferAnswered => Of(happened.TransferAnswered, amount),
        Event.KindOneofCase.StepWithdrawn =>
            $"taken back  {Show.Word(happened.StepWithdrawn.Step)} on {happened.StepWithdrawn.Holding} by "
            + Show.Party(happened.StepWithdrawn.Participant),
        Event.KindOneofCase.DeadlineApplied => Of(happened.DeadlineApplied),
        _ => null,
    };

    private static string Of(TransferProposed proposed, EventAmount amount) =>
        $"proposed    {proposed.Holding}, {amount.Of(proposed.Record)} of {Show.Party(proposed.Record.Holder)} to "
        + Show.Party(proposed.Recipient);

    private static string Of(TransferAnswered answered, EventAmount amount) => answered.Accepted
        ? $"transferred {answered.Holding}, {amount.Of(answered.Record)} to {Show.Party(answered.Recipient)}"
        : $"declined    {answered.Holding} by {Show.Party(answered.Recipient)}: {answered.Reason}";

    private static string Of(DeadlineApplied passed)
    {
        var what = passed.Step == HoldingStep.AtRest
            ? $"now {Show.Word(passed.Record.Phase)}"
            : $"{Show.Word(passed.Step)} was not answered";
        return $"deadline    {passed.Holding}: {what}";
    }
}
