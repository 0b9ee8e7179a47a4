using System.Runtime.Versioning;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.EndToEnd.Tests;

public sealed class StartTests : IDisposable
{
    private static readonly string[] Handles =
        ["core-motors", "tier1-brakes", "tier2-steel", "bank-east", "factor-west", "auditor", "operator"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_first_start_says_in_twelve_lines_what_there_is_and_what_to_type_next()
    {
        await using var service = await RunningService.StartAsync(_folder.At("data"));
        using var http = new HttpClient();

        Assert.InRange(service.Banner.Count, 1, 12);
        Assert.Contains(service.Banner, line => line.Contains("is ready"));
        Assert.Contains(service.Banner, line => line.Contains(_folder.At("data")));
        Assert.All(Handles, handle => Assert.Contains(service.Banner, line => line.Contains(handle)));
        Assert.EndsWith("-- demo", service.Banner[^1]);
        Assert.Equal("ready\n", await http.GetStringAsync(
            new Uri(service.Web, "/readyz"), TestContext.Current.CancellationToken));
        Assert.Equal("alive\n", await http.GetStringAsync(
            new Uri(service.Web, "/healthz"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_first_start_registers_the_participants_in_their_order()
    {
        await using var service = await RunningService.StartAsync(_folder.At("data"));
        using var devnet = new DevnetReader(service.Chain);

        var participants = ContractsOf(service).Participants;
        for (var i = 0; i < Handles.Length; i++)
            Assert.Equal((uint)i + 1, (await devnet.ParticipantAsync(participants, Handles[i])).Value);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Every_key_has_a_keystore_that_only_its_owner_can_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes");
        await using var service = await RunningService.StartAsync(_folder.At("data"));

        string[] expected = [.. Handles.Append("relay").Select(handle => $"{handle}.json"), "password"];
        var files = Directory.GetFiles(_folder.At("data", "keystore"));
        Assert.Equal(expected.Order(), files.Select(file => Path.GetFileName(file)!).Order());
        Assert.All(files, file =>
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task The_second_start_goes_on_with_the_same_chain_contracts_and_participants()
    {
        var first = await RunningService.StartAsync(_folder.At("data"));
        var contracts = ContractsOf(first);
        IReadOnlyList<Hash32> blocks;
        using (var devnet = new DevnetReader(first.Chain)) blocks = await devnet.BlockHashesAsync();
        await first.DisposeAsync();

        await using var second = await RunningService.StartAsync(_folder.At("data"));
        using var resumed = new DevnetReader(second.Chain);

        Assert.Equal(contracts, ContractsOf(second));
        Assert.Equal(blocks, await resumed.BlockHashesAsync());
        Assert.Equal(7u, (await resumed.ParticipantAsync(contracts.Participants, "operator")).Value);
    }

    [Fact]
    public async Task Two_networks_have_their_contracts_at_the_same_addresses()
    {
        await using var one = await RunningService.StartAsync(_folder.At("one"));
        await using var other = await RunningService.StartAsync(_folder.At("other"));

        Assert.Equal(ContractsOf(one), ContractsOf(other));
    }

    public void Dispose() => _folder.Dispose();

    private static (Address Ledger, Address Participants) ContractsOf(RunningService service)
    {
        var words = service.Banner.Single(line => line.StartsWith("  Contracts ", StringComparison.Ordinal))
            .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return (Address.Parse(words[2]), Address.Parse(words[4]));
    }
}
