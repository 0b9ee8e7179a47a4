using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.Hosting;

namespace SupplyChainLedger.Grpc.Health;

/// <summary>Answers <c>grpc.health.v1.Health</c> from the store.</summary>
internal sealed class HealthService(HealthStatusStore store, IHostApplicationLifetime lifetime)
    : global::Grpc.Health.V1.Health.HealthBase
{
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (store.Get(request.Service) is not { } status)
        {
            throw new RpcException(new Status(
                StatusCode.NotFound, $"No health was set for the service '{request.Service}'."));
        }

        return Task.FromResult(new HealthCheckResponse { Status = status });
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        // A watch has no end of its own and would hold up the end of the server.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.CancellationToken, lifetime.ApplicationStopping);
        await foreach (var status in store.WatchAsync(request.Service, end.Token).ConfigureAwait(false))
        {
            await responseStream.WriteAsync(new HealthCheckResponse { Status = status }, end.Token)
                .ConfigureAwait(false);
        }
    }
}
