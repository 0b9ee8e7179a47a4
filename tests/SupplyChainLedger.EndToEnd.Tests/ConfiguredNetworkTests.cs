using SupplyChainLedger.EndToEnd.Tests.Running;

namespace SupplyChainLedger.EndToEnd.Tests;

public sealed class ConfiguredNetworkTests(PreparedNetwork network) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_service_works_on_a_network_that_is_there_already()
    {
        await using var node = await network.StartCopyAsync(_folder.At("node"));

        await using var service = await RunningService.StartAsync(_folder.At("data"), SettingsFor(node));

        Assert.Equal("SupplyChainLedger is ready. Ctrl-C stops it.", service.Banner[0]);
        Assert.DoesNotContain(service.Banner, line => line.Contains("devnet"));
        Assert.Equal(node.Contracts, service.Contracts);
    }

    [Fact]
    [Trait("Fault", "20")]
    [Trait("Fault", "21")]
    public async Task A_network_that_is_not_the_configured_one_is_refused_with_what_was_expected_and_found()
    {
        await using var node = await network.StartCopyAsync(_folder.At("node"));
        var (ledger, participants) = node.Contracts;
        const string nobody = "0x00000000000000000000000000000000000000AA";

        var otherChain = await StartAsync(node, "--Chain:ChainId=1");
        Assert.Equal(
            "Chain:ChainId expects 1, but the node reports chain 712712. Correct the setting or the node.",
            otherChain.OnlyLine());

        var noCode = await StartAsync(node, $"--Chain:LedgerAddress={nobody}");
        Assert.Equal(
            $"Chain:LedgerAddress expects the contract Ledger at {nobody}, but the node reports no code. Correct the "
            + "setting or the node.",
            noCode.OnlyLine());

        var otherCode = await StartAsync(node, $"--Chain:LedgerAddress={participants}");
        Assert.Matches(
            $"^Chain:LedgerAddress expects Ledger with code hash 0x[0-9a-f]{{64}} at {participants}, but the node "
            + "reports code hash 0x[0-9a-f]{64}\\.",
            otherCode.OnlyLine());
        Assert.DoesNotContain($"{ledger}", otherCode.OnlyLine());
    }

    [Fact]
    public async Task A_node_that_does_not_answer_is_named_without_the_secrets_in_its_address()
    {
        var start = await FailedStart.OfAsync(
        [
            .. ServiceCommand.SettingsFor(_folder.At("data")),
            "--Devnet:Enabled=false",
            "--Chain:RpcUrl=http://user:password@127.0.0.1:1/apikey",
            "--Chain:ChainId=712712",
            "--Chain:LedgerAddress=0x00000000000000000000000000000000000000AA",
            "--Chain:ParticipantsAddress=0x00000000000000000000000000000000000000AA",
            "--Chain:DeploymentBlock=0",
        ]);

        Assert.StartsWith("The node at 127.0.0.1:1 gives no usable answer:", start.OnlyLine());
        Assert.DoesNotContain("password", start.OnlyLine());
        Assert.DoesNotContain("apikey", start.OnlyLine());
    }

    public void Dispose() => _folder.Dispose();

    private Task<FailedStart> StartAsync(RunningService node, string setting) => FailedStart.OfAsync(
        [.. ServiceCommand.SettingsFor(_folder.At("data")), .. SettingsFor(node), setting]);

    private static string[] SettingsFor(RunningService node)
    {
        var (ledger, participants) = node.Contracts;
        return
        [
            "--Devnet:Enabled=false",
            $"--Chain:RpcUrl={node.Chain}",
            "--Chain:ChainId=712712",
            $"--Chain:LedgerAddress={ledger}",
            $"--Chain:ParticipantsAddress={participants}",
            "--Chain:DeploymentBlock=1",
            "--Chain:FinalityDepth=0",
        ];
    }
}
