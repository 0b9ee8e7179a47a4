using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Stage;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.EndToEnd.Stage.Chains;
using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Devnet;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Following;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.Benchmarks.Growth;

/// <summary>
/// The data folder of a service that has many invoices indexed, and the node that it follows: an anvil with the real
/// contracts and with every block that the index names. Only the invoices are not in these blocks, and nobody looks:
/// what is indexed is not read again.
/// </summary>
internal sealed class GrownLedger : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly NetworkTemplate _template;
    private readonly NodeProcess _node;
    private readonly LedgerNetwork _network;
    private InvoiceRecord? _newest;
    private SupplierCircle? _suppliers;

    private GrownLedger(TemporaryFolder folder, NetworkTemplate template, NodeProcess node)
    {
        _folder = folder;
        _template = template;
        _node = node;
        var (ledger, participants) = template.First.Contracts;
        _network = new LedgerNetwork(
            DevnetChain.ChainId, ledger, participants, DeploymentBlock: 1, FinalityDepth: 0);
    }

    /// <summary>Size of the index in MiB.</summary>
    public long IndexMiB => new FileInfo(Index).Length >> 20;

    /// <summary>The invoice written last.</summary>
    public InvoiceRecord Newest => _newest ?? throw new InvalidOperationException("Nothing has been written.");

    /// <summary>Suppliers that the contracts know, and who have no invoices yet.</summary>
    public SupplierCircle Suppliers =>
        _suppliers ?? throw new InvalidOperationException("Nobody has been registered.");

    private string Data => _folder.At("data");

    private string Index => _folder.At("data", "index.db");

    /// <summary>Sets up the network.</summary>
    public static async Task<GrownLedger> PrepareAsync(CancellationToken cancellation)
    {
        var template = await NetworkTemplate.MakeAsync(cancellation);
        var folder = new TemporaryFolder();
        template.CopyTo(folder.At("data"));
        Directory.Delete(folder.At("data", "devnet"), recursive: true);
        foreach (var file in Directory.GetFiles(folder.At("data"), "*.db*")) File.Delete(file);
        var node = await NodeProcess.StartAsync(template.SavedChain, folder.Path, [], cancellation);
        return new GrownLedger(folder, template, node);
    }

    /// <summary>Registers suppliers on the chain, before anything is indexed.</summary>
    public async Task RegisterSuppliersAsync(CancellationToken cancellation)
    {
        await using (var stage = await StageAsync(cancellation))
            _suppliers = await SupplierCircle.RegisterAsync(stage, cancellation);
        foreach (var file in Directory.GetFiles(Data, "index.db*")) File.Delete(file);
    }

    /// <summary>Mines the blocks and fills the index.</summary>
    public async Task<IReadOnlyList<WayReport>> GrowAsync(int invoices, CancellationToken cancellation)
    {
        using var control = new DevnetControl(_node.Endpoint);
        await control.SilenceAsync(cancellation);
        using var rpc = new JsonRpcClient(new JsonRpcOptions { Endpoint = _node.Endpoint });
        var chain = new ChainClient(rpc);
        var source = new BlockSource(chain, _network, NullLogger<BlockSource>.Instance);
        var real = (int)await chain.GetBlockNumberAsync(cancellation);
        await control.MineAsync(IndexFill.BlocksFor(invoices), cancellation);
        var head = (int)await chain.GetBlockNumberAsync(cancellation);
        var headers = await source.HeadersAsync(0, head + 1, cancellation);

        using var database = Open();
        var writer = new IndexWriter(database, _network);
        var first = headers[0] with { Hash = headers[1].ParentHash };
        writer.Anchor(LogReading.Read(first, [], _network));
        writer.Append(await source.BlocksAsync([.. headers.Skip(1).Take(real)], cancellation));
        database.Complete(cancellation);
        var fill = new IndexFill(writer, number => RefOf(headers[(int)number]), (ulong)real + 1);
        var known = DemoParticipant.All.Count + (_suppliers?.Signers.Count ?? 0);
        var reports = fill.Run(invoices, (uint)known, cancellation).ToList();
        _newest = fill.Newest;
        return reports;
    }

    /// <summary>Opens the index beside no service.</summary>
    public IndexDatabase Open() => IndexDatabase.Open(
        Index,
        _network,
        new FingerprintKey(Convert.FromHexString(File.ReadAllText(_folder.At("data", "network.key")).Trim())),
        NullLogger<IndexDatabase>.Instance);

    /// <summary>Starts the service on it, to be put under load.</summary>
    public async Task<LedgerStage> StageAsync(CancellationToken cancellation) =>
        LedgerStage.Around(await StartAsync(cancellation), _node);

    /// <summary>Starts the service on it.</summary>
    public Task<RunningService> StartAsync(CancellationToken cancellation) => RunningService.StartAsync(
        Data,
        [
            "--Devnet:Enabled=false",
            $"--Chain:RpcUrl={_node.Endpoint}",
            $"--Chain:ChainId={_network.ChainId}",
            $"--Chain:LedgerAddress={_network.Ledger}",
            $"--Chain:ParticipantsAddress={_network.Participants}",
            $"--Chain:DeploymentBlock={_network.DeploymentBlock}",
            $"--Chain:FinalityDepth={_network.FinalityDepth}",
            "--Relay:MaxGas=60000000",
            "--Relay:MaxIntents=1500",
        ],
        cancellation);

    /// <summary>Has the system forget what it has read of the index, so that a start is a cold one.</summary>
    public async Task ForgetPagesAsync(CancellationToken cancellation)
    {
        var run = await ToolRun.OfAsync(
            Data, "dd", [$"if={Index}", "iflag=nocache", "count=0", "status=none"], cancellation);
        if (run.ExitCode != 0) throw new UnreachableException(run.Errors);
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        _template.Dispose();
        _folder.Dispose();
    }

    private static BlockRef RefOf(BlockHeader header) => new(header.Number, header.Hash, header.Timestamp);
}
