using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupplyChainLedger.Grpc.Hosting;
using SupplyChainLedger.Grpc.Tests.Interop;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Server;

public sealed class HostingTests
{
    [Fact]
    public async Task Connections_are_kept_alive_by_pings_unless_the_host_set_its_own_times()
    {
        await using var usual = await TestHost.StartAsync(new InteropTestService());
        await using var own = await TestHost.StartAsync(
            app => app.MapGrpcService<InteropTestService>(),
            register: services => services.Configure<KestrelServerOptions>(
                kestrel => kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(7)));

        Assert.Equal(TimeSpan.FromSeconds(30), PingDelayOf(usual));
        Assert.Equal(TimeSpan.FromSeconds(7), PingDelayOf(own));
    }

    [Fact]
    public async Task Mapping_without_registration_says_what_to_call()
    {
        await using var application = WebApplication.CreateSlimBuilder().Build();

        var failure = Assert.Throws<InvalidOperationException>(() => application.MapGrpcService<InteropTestService>());

        Assert.Contains("AddGrpc", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_that_is_no_service_cannot_be_mapped() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestHost.StartAsync(app => app.MapGrpcService<SimpleRequest>()));

    [Fact]
    public async Task A_compression_that_is_not_known_is_refused_at_the_start() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => TestHost.StartAsync(
            new InteropTestService(), options => options.ResponseCompressionAlgorithm = "br"));

    [Fact]
    public async Task Conventions_reach_the_endpoints_of_a_service()
    {
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcService<InteropTestService>().RequireHost("nowhere.example"));
        using var client = new RawClient(host);

        var response = await client.CallAsync("EmptyCall", RawClient.Frame(new Empty()));

        Assert.Equal("12", response.GrpcStatus);
    }

    private static TimeSpan PingDelayOf(TestHost host) =>
        host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.Http2.KeepAlivePingDelay;
}
