using SupplyChainLedger.EndToEnd.Tests.Running;

namespace SupplyChainLedger.EndToEnd.Tests;

public sealed class DamagedChainTests(PreparedNetwork network) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_saved_chain_that_is_cut_short_gives_way_to_the_generation_before_it()
    {
        network.CopyTo(_folder.At("data"));
        File.Copy(Saved("chain.gz"), Saved("chain.previous.gz"), overwrite: true);
        Truncate(Saved("chain.gz"));

        await using var service = await RunningService.StartAsync(_folder.At("data"));

        Assert.Equal(
            $"The saved chain {Saved("chain.gz")} is damaged; going on with the generation before it.",
            service.Banner[0]);
        Assert.Contains(service.Banner, line => line.Contains("is ready"));
    }

    [Fact]
    public async Task A_saved_chain_of_which_no_generation_is_whole_is_not_replaced_by_an_empty_one()
    {
        network.CopyTo(_folder.At("data"));
        File.Delete(Saved("chain.previous.gz"));
        Truncate(Saved("chain.gz"));

        var start = await FailedStart.OfAsync(ServiceCommand.SettingsFor(_folder.At("data")));

        Assert.StartsWith($"The saved chain in {_folder.At("data", "devnet")} is damaged", start.OnlyLine());
        Assert.Contains("delete all of it but keystore to begin with an empty chain", start.OnlyLine());
    }

    [Fact]
    public async Task A_chain_that_is_gone_is_set_up_again_with_the_same_keys()
    {
        network.CopyTo(_folder.At("data"));
        var key = await File.ReadAllTextAsync(
            _folder.At("data", "keystore", "operator.json"), TestContext.Current.CancellationToken);
        Directory.Delete(_folder.At("data", "devnet"), recursive: true);
        foreach (var file in Directory.GetFiles(_folder.At("data"))) File.Delete(file);

        await using var service = await RunningService.StartAsync(_folder.At("data"));

        Assert.Equal(key, await File.ReadAllTextAsync(
            _folder.At("data", "keystore", "operator.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_chain_whose_keys_are_gone_is_not_taken_over_by_new_ones()
    {
        network.CopyTo(_folder.At("data"));
        Directory.Delete(_folder.At("data", "keystore"), recursive: true);

        var start = await FailedStart.OfAsync(ServiceCommand.SettingsFor(_folder.At("data")));

        Assert.StartsWith("The keys in the keystore are not those of the saved chain.", start.OnlyLine());
    }

    public void Dispose() => _folder.Dispose();

    private string Saved(string file) => _folder.At("data", "devnet", file);

    private static void Truncate(string path)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.SetLength(file.Length / 2);
    }
}
