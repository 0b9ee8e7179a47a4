namespace SupplyChainLedger.Service.Health;

/// <summary>What the watches write to the log.</summary>
internal static partial class HealthLog
{
    [LoggerMessage(LogLevel.Critical, "The node is not one of this network: {Reason}. Nothing is sent to it.")]
    public static partial void WrongNode(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "The node is one of this network again.")]
    public static partial void RightNode(this ILogger log);

    [LoggerMessage(LogLevel.Warning, "The service calls itself not ready: {Part}: {Reason}.")]
    public static partial void Unwell(this ILogger log, string part, string reason);

    [LoggerMessage(LogLevel.Information, "This is over: {Part}: {Reason}.")]
    public static partial void Healed(this ILogger log, string part, string reason);
}
