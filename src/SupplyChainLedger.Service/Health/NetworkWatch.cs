using System.Threading.Channels;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Health;

/// <summary>
/// Asks the node again and again whether it is one of the network: behind the same address another may answer tomorrow.
/// While it is not, nothing is sent.
/// </summary>
internal sealed class NetworkWatch : BackgroundService
{
    private readonly Channel<bool> _calls =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly IChainClient _chain;
    private readonly LedgerNetwork _network;
    private readonly Readiness _readiness;
    private readonly HealthOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<NetworkWatch> _log;
    private string? _fault;
    private bool _wasReachable = true;

    public NetworkWatch(
        IChainClient chain,
        LedgerNetwork network,
        Readiness readiness,
        HealthOptions options,
        TimeProvider time,
        ILogger<NetworkWatch> log)
    {
        (_chain, _network, _readiness) = (chain, network, readiness);
        (_options, _time, _log) = (options, time, log);
        _readiness.Changed += CallWhenReachable;
    }

    public override void Dispose()
    {
        _readiness.Changed -= CallWhenReachable;
        base.Dispose();
    }

    /// <summary>Asks now. A node that does not answer is another matter: what was found before stands.</summary>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        try
        {
            var fault = await FindFaultAsync(cancellation);
            if (fault is not null && fault != _fault) _log.WrongNode(fault);
            if (fault is null && _fault is not null) _log.RightNode();
            _fault = fault;
            _readiness.Report(ServicePart.Network, fault);
        }
        catch (JsonRpcException)
        {
            // The indexer asks far more often, and tells.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var clock = _time.CreateTimer(
            static watch => ((NetworkWatch)watch!).Call(), this, _options.CheckInterval, _options.CheckInterval);
        try
        {
            await foreach (var _ in _calls.Reader.ReadAllAsync(stoppingToken)) await CheckAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task<string?> FindFaultAsync(CancellationToken cancellation)
    {
        var chainId = await _chain.GetChainIdAsync(cancellation);
        if (chainId != _network.ChainId) return $"it is of chain {chainId}, not of chain {_network.ChainId}";
        return await ContractCheck.FindFaultAsync(_chain, _network, cancellation) is { } fault
            ? $"it shows {fault.Found} and not {fault.Expected}"
            : null;
    }

    private void Call() => _calls.Writer.TryWrite(true);

    private void CallWhenReachable()
    {
        var isReachable = _readiness.IsPartReady(ServicePart.Node);
        if (isReachable && !_wasReachable) Call();
        _wasReachable = isReachable;
    }
}
