using System.Numerics;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.Ethereum.Keystore;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Faults.Staging;
using FaultStage = SupplyChainLedger.Faults.Staging.Stage;

namespace SupplyChainLedger.EndToEnd.Tests.Telemetry;

/// <summary>What a service never says, however much it is asked to say.</summary>
public sealed class SecrecyTests(PreparedNetwork network)
{
    private const string UrlPassword = "canary-of-the-url";
    private const string UrlKey = "canary-in-the-path";
    private const string RelayKey = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Fault", "76")]
    public async Task No_key_and_no_password_is_in_banner_log_metrics_or_traces()
    {
        await using var collector = await OtlpCollector.StartAsync(Cancellation);
        await using var stage = await FaultStage.OpenAsync(network.Template, seed: 1, Cancellation);
        var keystore = Path.Combine(stage.DataFolder, "keystore");
        var password = (await File.ReadAllTextAsync(Path.Combine(keystore, "password"), Cancellation)).Trim();
        var networkKey = await File.ReadAllTextAsync(Path.Combine(stage.DataFolder, "network.key"), Cancellation);
        await ReplaceRelayKeyAsync(stage, keystore, password);
        var node = new UriBuilder(stage.Proxy.Endpoint)
        {
            UserName = "operator",
            Password = UrlPassword,
            Path = UrlKey,
        };
        await stage.StartAsync(
            [
                $"--Chain:RpcUrl={node.Uri}",
                $"--Telemetry:OtlpEndpoint={collector.Endpoint}",
                "--Telemetry:MetricsInterval=0.2",
                "--Logging:Level=Trace",
            ],
            Cancellation);

        await stage.Load.SubmitAsync(3, Cancellation);
        stage.Proxy.Fault = NodeFault.Status(503);
        await stage.UntilNotReadyAsync("node:", Cancellation);
        stage.Proxy.Fault = NodeFault.None;
        await stage.UntilTakenAsync(Cancellation);
        var page = await MetricsPage.ReadAsync(stage.Service.Web, Cancellation);
        await stage.Service.TerminateAsync(Cancellation);

        var log = await stage.Service.ErrorsAsync();
        var said = string.Join('\n', [.. stage.Service.Banner, log, page.Text, collector.Everything]);
        Assert.Contains("executed in block", log, StringComparison.Ordinal);
        Assert.Contains("relay.batch", collector.Everything, StringComparison.Ordinal);
        string[] secrets = [UrlPassword, UrlKey, RelayKey, password, networkKey.Trim()];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Gives the relay a key that the test knows, and its account what gas costs.</summary>
    private static async Task ReplaceRelayKeyAsync(FaultStage stage, string keystore, string password)
    {
        using var key = PrivateKey.FromBytes(Convert.FromHexString(RelayKey));
        var path = Path.Combine(keystore, "relay.json");
        File.Delete(path);
        await KeystoreFile.WriteFileAsync(path, key, password, KeystoreKdf.Pbkdf2, Cancellation);
        await stage.Chain.SetBalanceAsync(key.Address, BigInteger.Pow(10, 20), Cancellation);
    }
}
