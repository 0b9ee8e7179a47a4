using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using SupplyChainLedger.Grpc.Health;
using SupplyChainLedger.Grpc.Tests.Support;
using static Grpc.Health.V1.HealthCheckResponse.Types;
using HealthClient = Grpc.Health.V1.Health.HealthClient;

namespace SupplyChainLedger.Grpc.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task A_check_tells_the_status_that_was_set()
    {
        await using var host = await StartAsync();
        using var channel = host.OpenChannel();
        var client = new HealthClient(channel);
        var store = host.Services.GetRequiredService<HealthStatusStore>();

        Assert.Equal(ServingStatus.NotServing, await CheckAsync(client, ""));

        store.Set("", ServingStatus.Serving);
        store.Set("ledger", ServingStatus.NotServing);

        Assert.Equal(ServingStatus.Serving, await CheckAsync(client, ""));
        Assert.Equal(ServingStatus.NotServing, await CheckAsync(client, "ledger"));
    }

    [Fact]
    public async Task A_check_of_an_unknown_service_finds_nothing()
    {
        await using var host = await StartAsync();
        using var channel = host.OpenChannel();
        var client = new HealthClient(channel);

        var failure = await Assert.ThrowsAsync<RpcException>(() => CheckAsync(client, "nobody"));

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
    }

    [Fact]
    public async Task A_watch_tells_each_change_once_and_starts_with_what_is()
    {
        await using var host = await StartAsync();
        using var channel = host.OpenChannel();
        var store = host.Services.GetRequiredService<HealthStatusStore>();
        using var call = new HealthClient(channel).Watch(
            new HealthCheckRequest { Service = "ledger" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ServingStatus.ServiceUnknown, await NextAsync(call));
        store.Set("ledger", ServingStatus.Serving);
        Assert.Equal(ServingStatus.Serving, await NextAsync(call));
        store.Set("another", ServingStatus.NotServing);
        store.Set("ledger", ServingStatus.Serving);
        store.Set("ledger", ServingStatus.NotServing);
        Assert.Equal(ServingStatus.NotServing, await NextAsync(call));
    }

    [Fact]
    public async Task A_watch_ends_when_the_server_shuts_down()
    {
        var host = await StartAsync();
        using var channel = host.OpenChannel();
        using var call = new HealthClient(channel).Watch(
            new HealthCheckRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(ServingStatus.NotServing, await NextAsync(call));

        await host.DisposeAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => NextAsync(call));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.Empty(host.Logs.Errors);
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync(
        app => app.MapGrpcHealthService(), register: services => services.AddGrpcHealth());

    private static async Task<ServingStatus> CheckAsync(HealthClient client, string service)
    {
        var request = new HealthCheckRequest { Service = service };
        return (await client.CheckAsync(request, cancellationToken: TestContext.Current.CancellationToken)).Status;
    }

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> call)
    {
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        return call.ResponseStream.Current.Status;
    }
}
