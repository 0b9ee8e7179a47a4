using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>What an exception in a call becomes for the client, and for the log.</summary>
internal static class CallFailure
{
    // The text of a foreign exception stays here: it may hold what the client must not see.
    private static readonly Status HandlerFailed = new(StatusCode.Unknown, "The handler failed.");

    private static readonly Status ServerStopping = new(StatusCode.Unavailable, "The server is shutting down.");

    public static (Status Status, Metadata Trailers) StatusOf(
        ServerCall call, Exception exception, CallSettings settings)
    {
        var logger = settings.Logger;
        if (call.DeadlineHasPassed && exception is OperationCanceledException)
            return (DeadlineTimer.Exceeded, Metadata.Empty);

        var aborted = call.Http.RequestAborted.IsCancellationRequested && exception is OperationCanceledException;
        if (aborted || exception is ClientVanishedException)
        {
            Log.ClientVanished(logger, call.Method.FullName);
            return (Status.DefaultCancelled, Metadata.Empty);
        }

        if (settings.ServerStopping.IsCancellationRequested && exception is OperationCanceledException)
            return (ServerStopping, call.Context.TrailersOrEmpty);

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
