using Microsoft.Extensions.Logging;
using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Service.Health;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Tests.Devnet;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Health;

/// <summary>On a real anvil.</summary>
public sealed class NetworkWatchTests : IAsyncLifetime
{
    private readonly Readiness _readiness = new();
    private readonly RecordedLog<NetworkWatch> _log = new();
    private BareDevnet _devnet = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _devnet = await BareDevnet.StartAsync();

    [Fact]
    [Trait("Fault", "21")]
    public async Task Other_code_at_the_ledgers_address_is_told_once_until_it_is_the_right_one_again()
    {
        using var watch = Watch(_devnet.Network);
        await watch.CheckAsync(Cancellation);
        Assert.Null(_readiness.ReasonOf(ServicePart.Network));
        var code = await _devnet.Chain.GetCodeAsync(_devnet.Network.Ledger, Cancellation);

        await _devnet.SetCodeAsync(_devnet.Network.Ledger, [0x60, 0x00]);
        await watch.CheckAsync(Cancellation);
        await watch.CheckAsync(Cancellation);
        var expected = CodeFingerprint.Of(ContractArtifact.LoadLedger());
        Assert.Contains($"{expected}", _readiness.ReasonOf(ServicePart.Network), StringComparison.Ordinal);

        await _devnet.SetCodeAsync(_devnet.Network.Ledger, code);
        await watch.CheckAsync(Cancellation);

        Assert.Null(_readiness.ReasonOf(ServicePart.Network));
        Assert.Equal([LogLevel.Critical, LogLevel.Information], _log.Lines.Select(static line => line.Level));
    }

    [Fact]
    [Trait("Fault", "20")]
    public async Task A_node_of_another_chain_is_told()
    {
        using var watch = Watch(_devnet.Network with { ChainId = 5 });

        await watch.CheckAsync(Cancellation);

        Assert.Equal(
            $"it is of chain {_devnet.Network.ChainId}, not of chain 5", _readiness.ReasonOf(ServicePart.Network));
    }

    [Fact]
    [Trait("Fault", "20")]
    public async Task A_node_that_comes_back_is_asked_who_it_is_at_once()
    {
        using var watch = Watch(_devnet.Network with { ChainId = 5 });
        await watch.StartAsync(Cancellation);
        var told = new TaskCompletionSource();
        _readiness.Changed += () =>
        {
            if (_readiness.ReasonOf(ServicePart.Network) is not null) told.TrySetResult();
        };

        _readiness.Report(ServicePart.Node, "does not answer");
        _readiness.Report(ServicePart.Node, null);

        await told.Task.WaitAsync(Cancellation);
        await watch.StopAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => _devnet.DisposeAsync();

    private NetworkWatch Watch(LedgerNetwork network) =>
        new(_devnet.Chain, network, _readiness, new HealthOptions(), TimeProvider.System, _log);
}
