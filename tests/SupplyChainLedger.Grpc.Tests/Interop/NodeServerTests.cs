using SupplyChainLedger.Grpc.Client;

namespace SupplyChainLedger.Grpc.Tests.Interop;

/// <summary>This client against the official server library for Node.js.</summary>
public sealed class NodeServerTests(NodeServerTests.Server server) : IClassFixture<NodeServerTests.Server>
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
    public async Task This_client_passes_against_the_official_server(string interopCase)
    {
        using var sent = new SentBytes();
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { HttpHandler = sent });
        await new InteropCases(channel, sent).RunAsync(interopCase, TestContext.Current.CancellationToken);
    }

    /// <summary>One server process for all cases.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private NodeProcess _process = null!;

        public string Address { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            _process = await NodeProcess.StartAsync("server.mjs");
            Address = $"http://127.0.0.1:{await _process.ReadLineAsync(TestContext.Current.CancellationToken)}";
        }

        public ValueTask DisposeAsync() => _process.DisposeAsync();
    }
}
