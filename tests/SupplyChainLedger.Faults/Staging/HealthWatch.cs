using Grpc.Core;
using Grpc.Health.V1;
using SupplyChainLedger.Grpc.Client;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace SupplyChainLedger.Faults.Staging;

/// <summary>Watches a service's health by <c>grpc.health.v1</c>, as a load balancer does.</summary>
internal sealed class HealthWatch : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly GrpcChannel _channel;
    private readonly AsyncServerStreamingCall<HealthCheckResponse> _watch;

    private HealthWatch(GrpcChannel channel)
    {
        _channel = channel;
        _watch = new Health.HealthClient(channel).Watch(new HealthCheckRequest());
    }

    /// <summary>Watches a service that is well.</summary>
    /// <exception cref="ScenarioFailed">It is not.</exception>
    public static async Task<HealthWatch> OpenAsync(Uri service, CancellationToken cancellation)
    {
        var watch = new HealthWatch(GrpcChannel.ForAddress(service));
        await watch.UntilAsync(ServingStatus.Serving, cancellation);
        return watch;
    }

    /// <summary>Waits until the watch tells a status.</summary>
    /// <exception cref="ScenarioFailed">It has not come within a minute.</exception>
    public async Task UntilAsync(ServingStatus wanted, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            while (await _watch.ResponseStream.MoveNext(limit.Token))
            {
                if (_watch.ResponseStream.Current.Status == wanted) return;
            }
        }
        catch (Exception fault) when (
            fault is RpcException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new ScenarioFailed($"the watch of the health did not tell {wanted}: {fault.Message}");
        }

        throw new ScenarioFailed($"the watch of the health ended before it told {wanted}");
    }

    public void Dispose()
    {
        _watch.Dispose();
        _channel.Dispose();
    }
}
