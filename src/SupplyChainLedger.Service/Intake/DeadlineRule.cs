using SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Service.Intake;

/// <summary>
/// Judges deadlines by this machine's clock before anything is spent on an intent; the contract judges them again by
/// the time of its block.
/// </summary>
internal sealed class DeadlineRule(IntakeOptions options, TimeProvider time)
{
    /// <exception cref="Faults.LedgerFault">INTENT_EXPIRED or DEADLINE_TOO_FAR.</exception>
    public void Check(LedgerIntent intent)
    {
        var now = time.GetUtcNow();
        var earliest = Seconds(now - options.ClockTolerance);
        if (intent.Deadline < earliest) throw IntakeFaults.Expired(intent.Deadline, Seconds(now));
        var latest = Seconds(now + LedgerDomain.MaxHorizon);
        if (intent.Deadline > latest + (ulong)options.ClockTolerance.TotalSeconds)
            throw IntakeFaults.DeadlineTooFar(intent.Deadline, latest);
    }

    private static ulong Seconds(DateTimeOffset moment) => (ulong)Math.Max(0, moment.ToUnixTimeSeconds());
}
