using Grpc.Core;
using Microsoft.Extensions.Logging;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>What an exception in a call becomes for the client, and for the log.</summary>
internal static class CallFailure
{
    // The text of a foreign exception stays here: it may hold what the client must not see.
    private static readonly Status HandlerFailed = new(StatusCode.Unknown, "The handler failed.");

    public static (Status Status, Metadata Trailers) StatusOf(ServerCall call, Exception exception, ILogger logger)
    {
        if (call.DeadlineHasPassed && exception is OperationCanceledException)
            return (DeadlineTimer.Exceeded, Metadata.Empty);

        var aborted = call.Http.RequestAborted.IsCancellationRequested && exception is OperationCanceledException;
        if (aborted || exception is ClientVanishedException)
        {
            Log.ClientVanished(logger, call.Method.FullName);
            return (Status.DefaultCancelled, Metadata.Empty);
        }

        if (exception is RpcException refusal)
        {
            Log.CallRefused(logger, call.Method.FullName, refusal.StatusCode, refusal.Status.Detail);
            return (refusal.Status, WithOwnTrailers(call, refusal));
        }

        Log.HandlerFailed(logger, call.Method.FullName, exception);
        return (HandlerFailed, call.Context.TrailersOrEmpty);
    }

    private static Metadata WithOwnTrailers(ServerCall call, RpcException refusal)
    {
        if (call.Context.TrailersOrEmpty.Count == 0)
            return refusal.Trailers;

        Metadata trailers = [.. call.Context.TrailersOrEmpty, .. refusal.Trailers];
        return trailers;
    }
}
