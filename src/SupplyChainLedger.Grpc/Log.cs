using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace SupplyChainLedger.Grpc;

/// <summary>Every message that this library logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The handler of {Method} failed.")]
    public static partial void HandlerFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(2, LogLevel.Debug, "{Method} ended with {StatusCode}: {Detail}")]
    public static partial void CallRefused(ILogger logger, string method, StatusCode statusCode, string detail);

    [LoggerMessage(3, LogLevel.Debug, "The client of {Method} went away.")]
    public static partial void ClientVanished(ILogger logger, string method);
}
