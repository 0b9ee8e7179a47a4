using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Intake.Settlement;

/// <summary>Writes judgements to the outbox.</summary>
internal static class Judgements
{
    /// <summary>Applies all of them in one transaction.</summary>
    /// <exception cref="Faults.LedgerFault">OUTBOX_UNAVAILABLE; none was written.</exception>
    public static async Task ApplyAsync(
        this IReadOnlyList<Judgement> judgements, OutboxWriter writer, CancellationToken cancellation)
    {
        if (judgements.Count == 0) return;
        await writer.WriteAsync(
            session =>
            {
                foreach (var judgement in judgements) judgement.Apply(session);
                return judgements.Count;
            },
            cancellation);
    }
}
