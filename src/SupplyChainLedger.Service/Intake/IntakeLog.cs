namespace SupplyChainLedger.Service.Intake;

/// <summary>What the intake and its outbox write to the log. No signature, no field of an intent.</summary>
internal static partial class IntakeLog
{
    [LoggerMessage(
        100,
        LogLevel.Error,
        "A group of {Count} writes was not committed to the outbox; nothing of it was acknowledged.")]
    public static partial void CommitFailed(this ILogger logger, int count, Exception fault);

    [LoggerMessage(
        101,
        LogLevel.Critical,
        "The outbox's disk failed; the service stops, so that nothing is acknowledged that may be lost.")]
    public static partial void DiskFailed(this ILogger logger, Exception fault);

    [LoggerMessage(102, LogLevel.Warning, "A reorganisation took back {Count} intents; they wait again.")]
    public static partial void TakenBack(this ILogger logger, int count);

    [LoggerMessage(103, LogLevel.Error, "The settlement of intents failed and is tried again.")]
    public static partial void SettlementFailed(this ILogger logger, Exception fault);
}
