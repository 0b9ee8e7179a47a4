namespace SupplyChainLedger.Contracts.Tests;

public sealed class SolidityTests
{
    [Fact]
    public async Task The_contracts_pass_their_own_tests()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = RepositoryFolder.At("contracts");
        await NodePackages.EnsureAsync(folder, cancellation);

        var run = await ToolRun.OfAsync(folder, "npm", ["test"], cancellation);

        Assert.True(run.ExitCode == 0, run.Everything);
    }

    [Fact]
    public async Task The_API_sources_pass_the_standard_lint()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = RepositoryFolder.At("proto");
        await NodePackages.EnsureAsync(folder, cancellation);

        var run = await ToolRun.OfAsync(folder, "npm", ["run", "lint"], cancellation);

        Assert.True(run.ExitCode == 0, run.Everything);
    }
}
