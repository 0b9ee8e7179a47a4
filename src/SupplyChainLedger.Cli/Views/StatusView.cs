using Spectre.Console.Rendering;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>The service's state for people.</summary>
internal static class StatusView
{
    public static IRenderable Of(GetStatusResponse status, Uri service) => Fields.Of(
    [
        ("Service", $"{service.GetLeftPart(UriPartial.Authority)}, version {status.Version}"),
        ("Ready", status.NotReadyReason.Length == 0 ? "yes" : "no"),
        .. status.Problems.SelectMany(Explain),
        ("Chain", $"{status.ChainId}, node {(status.NodeReachable ? "answers" : "does not answer")}"),
        ("Head", $"block {status.HeadBlock}"),
        ("Indexed", Show.ReadAt(status.Indexed)),
        ("Final", $"block {status.FinalBlock}, {Finality(status.FinalityDepth)}"),
        ("Outbox", Outbox(status)),
        ("Ledger", status.LedgerAddress),
        ("Participants", status.ParticipantsAddress),
        ("Relay", status.RelayAddress),
    ]);

    private static (string Name, string? Value)[] Explain(Problem problem) =>
        [($"  {problem.Part}", problem.Reason), ("    do", problem.Remedy)];

    private static string Finality(uint depth) => depth == 0 ? "each block at once" : $"{depth} blocks deep";

    private static string Outbox(GetStatusResponse status)
    {
        if (status.OutboxDepth == 0) return "empty";
        var oldest = status.OldestPendingAge?.ToTimeSpan();
        var age = oldest is null ? "" : $", the oldest for {oldest.Value.TotalSeconds:F0} s";
        return $"{status.OutboxDepth} waiting for a block{age}";
    }
}
