using System.Net;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Devnet;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Hosting.Settings;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

/// <summary>The index over the contracts themselves on a real anvil.</summary>
public sealed class RealChainTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scl-index-");
    private DevnetChain _devnet = null!;
    private LedgerNetwork _network = null!;
    private JsonRpcClient _rpc = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new DevnetSettings(true, new IPEndPoint(IPAddress.Loopback, 0), Folder: null, StateHistory: 32);
        _devnet = await DevnetChain.StartAsync(
            settings, Path.Combine(_folder.FullName, "devnet"), static _ => { }, Cancellation);
        var keys = KeyFolder.Open(Path.Combine(_folder.FullName, "keystore"));
        _network = await DevnetNetwork.PrepareAsync(
            _devnet, keys, ScriptedChain.AddressOf(0xEE), finalityDepth: 0, Cancellation);
        _rpc = new JsonRpcClient(new JsonRpcOptions { Endpoint = _devnet.RpcUrl });
    }

    [Fact]
    public async Task The_register_is_indexed_and_follows_the_chain_through_reorganisations_and_lost_blocks()
    {
        using var bench = new IndexBench(new ChainClient(_rpc), _network, allowChainRegression: true);
        await bench.CatchUpAsync();
        Assert.Equal(
            DemoParticipant.All.Select(one => one.Handle).Order(StringComparer.Ordinal),
            await HandlesAsync(bench));
        var all = bench.Content();

        for (var depth = 1; depth <= 3; depth++)
        {
            await CallAsync(new JsonRpcRequest("anvil_reorg", depth, new JsonArray()));
            await bench.CatchUpAsync();
            Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
            Assert.Equal((ulong)depth, bench.Progress.Current.Rollbacks);
        }

        Assert.NotEqual(all, bench.Content());
        var head = bench.Progress.Current.Indexed.Number;

        await CallAsync(new JsonRpcRequest("anvil_rollback", 2));
        await bench.CatchUpAsync();
        Assert.Equal(head - 2, bench.Progress.Current.Indexed.Number);
        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());

        await CallAsync(new JsonRpcRequest("anvil_mine", 5));
        await bench.CatchUpAsync();
        Assert.Equal(head + 3, bench.Progress.Current.Indexed.Number);
        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
    }

    public async ValueTask DisposeAsync()
    {
        _rpc.Dispose();
        await _devnet.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<IEnumerable<string>> HandlesAsync(IndexBench bench)
    {
        using var snapshot = await bench.OpenAsync();
        return snapshot.Participants.List(null, PageRequest.Of(0, "")).Items
            .Select(row => row.Record.Handle).Order(StringComparer.Ordinal);
    }

    private async Task CallAsync(JsonRpcRequest request) =>
        await _rpc.CallAsync(request, static _ => true, Cancellation);
}
