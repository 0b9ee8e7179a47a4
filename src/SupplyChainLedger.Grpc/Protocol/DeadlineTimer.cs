using Grpc.Core;

namespace SupplyChainLedger.Grpc.Protocol;

/// <summary>The clock of a call's deadline, on either side.</summary>
internal static class DeadlineTimer
{
    public static readonly Status Exceeded = new(StatusCode.DeadlineExceeded, "The deadline has passed.");

    // What a timer of .NET can wait for; a call that lives longer than 49 days has other limits.
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>Starts a timer, or none when the timeout is beyond what a timer can wait for.</summary>
    public static ITimer? Start(TimeProvider time, TimeSpan timeout, Action onDeadline) =>
        timeout > MaxDelay
            ? null
            : time.CreateTimer(_ => onDeadline(), null, timeout, Timeout.InfiniteTimeSpan);
}
