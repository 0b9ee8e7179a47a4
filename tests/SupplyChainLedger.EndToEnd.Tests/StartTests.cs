using System.Runtime.Versioning;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.EndToEnd.Tests;

public sealed class StartTests(PreparedNetwork network) : IDisposable
{
    private static readonly string[] Handles =
        ["core-motors", "tier1-brakes", "tier2-steel", "bank-east", "factor-west", "auditor", "operator", "tier3-ore"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_first_start_says_in_twelve_lines_what_there_is_and_what_to_type_next()
    {
        var banner = network.First.Banner;

        Assert.InRange(banner.Count, 1, 12);
        Assert.Contains("SupplyChainLedger is ready. Ctrl-C stops it.", banner);
        Assert.Contains(banner, line => line.Contains(network.First.DataFolder));
        Assert.All(Handles, handle => Assert.Contains(banner, line => line.Contains(handle)));
        Assert.Equal("  dotnet run --project src/SupplyChainLedger.Cli -- demo", banner[^1]);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Every_key_has_a_keystore_that_only_its_owner_can_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes");

        string[] expected = [.. Handles.Append("relay").Select(handle => $"{handle}.json"), "password"];
        var files = Directory.GetFiles(Path.Combine(network.First.DataFolder, "keystore"));
        Assert.Equal(expected.Order(), files.Select(file => Path.GetFileName(file)!).Order());
        Assert.All(files, file =>
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task A_later_start_goes_on_with_the_same_chain_contracts_and_participants()
    {
        await using var second = await network.StartCopyAsync(_folder.At("data"));
        IReadOnlyList<Hash32> blocks;
        using (var devnet = new DevnetReader(second.Chain))
            blocks = await devnet.BlockHashesAsync(TestContext.Current.CancellationToken);
        await second.DisposeAsync();

        await using var third = await RunningService.StartAsync(_folder.At("data"));
        using var resumed = new DevnetReader(third.Chain);

        Assert.Equal(12, blocks.Count);
        Assert.Equal(blocks, await resumed.BlockHashesAsync(TestContext.Current.CancellationToken));
        Assert.Equal(network.First.Contracts, third.Contracts);
        for (var i = 0; i < Handles.Length; i++)
        {
            var id = await resumed.ParticipantAsync(
                third.Contracts.Participants, Handles[i], TestContext.Current.CancellationToken);
            Assert.Equal((uint)i + 1, id.Value);
        }
    }

    [Fact]
    public async Task Another_network_has_its_contracts_at_the_same_addresses()
    {
        await using var other = await RunningService.StartAsync(_folder.At("other"));

        Assert.Equal(network.First.Contracts, other.Contracts);
    }

    [Fact]
    public async Task A_ready_service_answers_on_its_web_endpoint()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var service = await network.StartCopyAsync(_folder.At("data"));
        using var http = new HttpClient { BaseAddress = service.Web };

        Assert.Equal("ready\n", await http.GetStringAsync("/readyz", cancellation));
        Assert.Equal("alive\n", await http.GetStringAsync("/healthz", cancellation));
        using var status = await http.PostAsync(
            "/supplychain.ledger.v1.StatusService/GetStatus",
            new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
            cancellation);
        Assert.Contains($"{service.Contracts.Ledger}", await status.Content.ReadAsStringAsync(cancellation));
        Assert.Empty(status.Headers.Server);
    }

    public void Dispose() => _folder.Dispose();
}
