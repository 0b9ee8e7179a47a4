using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Devnet;
using SupplyChainLedger.Service.Hosting.Settings;

namespace SupplyChainLedger.Service.Tests.Devnet;

/// <summary>Saving a real anvil's chain.</summary>
public sealed class AnvilDumpTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("anvil-dump-");
    private DevnetChain _devnet = null!;
    private JsonRpcClient _rpc = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new DevnetSettings(true, new IPEndPoint(IPAddress.Loopback, 0), Folder: null, StateHistory: 32);
        _devnet = await DevnetChain.StartAsync(settings, _folder.FullName, static _ => { }, Cancellation);
        _rpc = new JsonRpcClient(new JsonRpcOptions { Endpoint = _devnet.RpcUrl });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mining_is_after_it_as_it_was_before(bool mining)
    {
        await CallAsync("evm_setAutomine", mining);

        await _devnet.Anvil.DumpStateAsync(Stream.Null, Cancellation);

        Assert.Equal(mining, await IsMiningAsync());
    }

    [Fact]
    public async Task What_it_writes_is_the_chain()
    {
        await CallAsync("anvil_mine", 3);
        using var written = new MemoryStream();

        await _devnet.Anvil.DumpStateAsync(written, Cancellation);

        written.Position = 0;
        using var unpacked = new GZipStream(written, CompressionMode.Decompress);
        var chain = await JsonNode.ParseAsync(unpacked, cancellationToken: Cancellation);
        Assert.Equal(4, chain!["blocks"]!.AsArray().Count);
    }

    [Fact]
    public async Task One_that_breaks_off_leaves_the_mining_stopped_no_longer_than_until_the_next_one()
    {
        for (var after = 1; after < 40; after++)
        {
            using var breaking = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var dump = _devnet.Anvil.DumpStateAsync(Stream.Null, breaking.Token);
            for (var answers = 0; answers < after / 10; answers++) await IsMiningAsync();
            await breaking.CancelAsync();
            await dump.ContinueWith(static _ => { }, Cancellation, default, TaskScheduler.Default);
        }

        await _devnet.Anvil.DumpStateAsync(Stream.Null, Cancellation);

        Assert.True(await IsMiningAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _rpc.Dispose();
        await _devnet.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<bool> IsMiningAsync() => _rpc.CallAsync(
        new JsonRpcRequest("anvil_getAutomine"), static result => result.GetBoolean(), Cancellation);

    private async Task CallAsync(string method, JsonNode parameter) =>
        await _rpc.CallAsync(new JsonRpcRequest(method, parameter), static _ => true, Cancellation);
}
