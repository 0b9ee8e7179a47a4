using SupplyChainLedger.Client.Testing;

namespace SupplyChainLedger.Cli.Tests;

public sealed class KeyTests(KeyFiles keys) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scl-keys-");

    [Fact]
    public async Task A_new_key_is_encrypted_listed_and_never_overwritten()
    {
        var password = Path.Combine(_folder.FullName, "secret");
        await File.WriteAllTextAsync(password, "correct horse", TestContext.Current.CancellationToken);
        string[] command = ["key", "new", "glass", "--password-file", password];

        var drawn = (await RunAsync([.. command, "--json"])).Ends(ExitCode.Done).Json;
        var listed = (await RunAsync("key", "list")).Ends(ExitCode.Done);
        var again = await RunAsync(command);

        Assert.Matches("^0x[0-9a-fA-F]{40}$", drawn.At("address"));
        Assert.Contains(drawn.At("address"), listed.Output, StringComparison.Ordinal);
        Assert.Contains("not overwritten", again.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../glass", "no name for a key")]
    [InlineData("glass", "needs a password")]
    public async Task A_key_without_a_proper_name_or_a_password_is_not_drawn(string name, string hint)
    {
        var run = await RunAsync("key", "new", name);

        Assert.Contains(hint, run.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles("*.json", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_keys_of_the_keystore_are_listed_with_their_addresses()
    {
        var run = await CliStage.RunAsync(
            ["key", "list", "--data", keys.Folder], TestContext.Current.CancellationToken);

        Assert.All(
            TestParty.All,
            party => Assert.Contains($"{party.Key.Address}", run.Ends(ExitCode.Done).Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--roles", "supplier,boss", "'supplier,boss' is not some of supplier, buyer")]
    [InlineData("--key", "nobodys", "no key of 'nobodys'")]
    [InlineData("--lei", "529900T8BM49AURSDO56", "is not a LEI")]
    [InlineData("--endpoint", "0088", "is not a scheme, a colon and an address")]
    public async Task A_registration_that_cannot_be_meant_is_told_before_anything_is_sent(
        string option, string value, string hint)
    {
        var options = new Dictionary<string, string>
        {
            ["--name"] = "Tier Two Glass SA",
            ["--roles"] = "supplier",
            ["--region"] = "FR-ARA",
            ["--industry"] = "2310",
            ["--key"] = "tier2-steel",
            [option] = value,
        };

        var run = await CliStage.RunAsync(
            [
                "participant", "register", "tier2-glass", "--data", keys.Folder,
                .. options.SelectMany(pair => new[] { pair.Key, pair.Value }),
            ],
            TestContext.Current.CancellationToken);

        Assert.Contains(hint, run.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<CliRun> RunAsync(params string[] arguments) => CliStage.RunAsync(
        [.. arguments, "--data", _folder.FullName], TestContext.Current.CancellationToken);
}
