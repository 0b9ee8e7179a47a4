using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.Faults.Rows;
using SupplyChainLedger.Faults.Scenarios;

namespace SupplyChainLedger.EndToEnd.Tests.Durability;

/// <summary>The scenarios that are short enough for every day, and the list of all of them.</summary>
public sealed class FaultTests(PreparedNetwork network)
{
    private const int Seed = 1;

    public static TheoryData<string> Everyday =>
        [.. ScenarioTable.All.Where(static one => one.IsEveryday).Select(static one => one.Name)];

    [Theory]
    [MemberData(nameof(Everyday))]
    public async Task Nothing_is_lost(string scenario)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals");
        var outcome = await ScenarioRun.OfAsync(
            ScenarioTable.All.Single(one => one.Name == scenario),
            network.Template,
            Seed,
            TestContext.Current.CancellationToken);

        Assert.Null(outcome.Fault);
    }

    [Fact]
    public void Every_fault_is_proven_somewhere_or_named_as_open()
    {
        var places = FaultPlaces.Read();

        Assert.DoesNotContain(
            FaultPlaces.Wanted, row => !places.Contains(row) && !OpenRows.All.ContainsKey(row));
        Assert.Subset(FaultPlaces.Wanted.ToHashSet(), OpenRows.All.Keys.ToHashSet());
    }
}
