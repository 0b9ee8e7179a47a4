using SupplyChainLedger.Grpc.Hosting;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Interop;

/// <summary>The official client library for Node.js against this server.</summary>
public sealed class NodeClientTests(NodeClientTests.Pair pair) : IClassFixture<NodeClientTests.Pair>
{
    [Theory]
    [InlineData("empty_unary")]
    [InlineData("large_unary")]
    [InlineData("client_streaming")]
    [InlineData("server_streaming")]
    [InlineData("ping_pong")]
    [InlineData("empty_stream")]
    [InlineData("cancel_after_begin")]
    [InlineData("cancel_after_first_response")]
    [InlineData("timeout_on_sleeping_server")]
    [InlineData("custom_metadata")]
    [InlineData("status_code_and_message")]
    [InlineData("special_status_message")]
    [InlineData("unimplemented_method")]
    [InlineData("unimplemented_service")]
    [InlineData("client_compressed_unary")]
    [InlineData("server_compressed_unary")]
    public async Task The_official_client_passes_against_this_server(string interopCase) =>
        Assert.Equal("passed", await pair.RunAsync(interopCase));

    /// <summary>One server and one client process for all cases.</summary>
    public sealed class Pair : IAsyncLifetime
    {
        private TestHost _host = null!;
        private NodeProcess _client = null!;

        public async ValueTask InitializeAsync()
        {
            _host = await TestHost.StartAsync(app => app.MapGrpcService<InteropTestService>());
            _client = await NodeProcess.StartAsync("client.mjs", _host.Http2.Authority);
        }

        public async Task<string> RunAsync(string interopCase)
        {
            await _client.WriteLineAsync(interopCase);
            return await _client.ReadLineAsync(TestContext.Current.CancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await _client.DisposeAsync();
            await _host.DisposeAsync();
        }
    }
}
