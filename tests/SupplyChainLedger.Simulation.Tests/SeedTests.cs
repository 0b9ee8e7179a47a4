using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Simulation.Bugs;
using SupplyChainLedger.Simulation.Running;

namespace SupplyChainLedger.Simulation.Tests;

public sealed class SeedTests(SimulationFixture simulation)
{
    private const int MostSeeds = 200;

    public static TheoryData<string> Bugs => [.. PlantedBug.All.Select(static bug => bug.Name)];

    [Fact]
    public void Every_invariant_holds_in_the_first_seeds()
    {
        var violations = Enumerable.Range(1, 20)
            .Select(simulation.Runs.Outcome)
            .Where(static outcome => outcome.Violation is not null)
            .Select(static outcome => $"seed {outcome.Seed}: {outcome.Violation}");

        Assert.Empty(violations);
    }

    /// <summary>
    /// A node on another branch was believed; a stop with a full disk was called a breakdown; a nonce that somebody
    /// else had used and the chain took back was never filled.
    /// </summary>
    [Theory]
    [InlineData(1375)]
    [InlineData(260)]
    [InlineData(462)]
    [InlineData(2265)]
    public void A_seed_that_has_found_a_mistake_holds_now(int seed) =>
        Assert.Null(simulation.Runs.Outcome(seed).Violation);

    [Fact]
    public void The_same_seed_runs_the_same_way_twice_and_another_one_does_not()
    {
        var first = simulation.Runs.Outcome(4711);

        Assert.Equal(first, simulation.Runs.Outcome(4711));
        Assert.NotEqual(first.TraceHash, simulation.Runs.Outcome(4712).TraceHash);
    }

    [Fact]
    public void A_seed_is_not_empty_of_what_it_is_about()
    {
        var outcomes = Enumerable.Range(1, 10).Select(simulation.Runs.Outcome).ToList();

        Assert.All(outcomes, static outcome => Assert.NotEqual(0, outcome.Acknowledged));
        Assert.Contains(outcomes, static outcome => outcome.Lives > 1);
    }

    [Fact]
    public void The_first_seeds_play_the_whole_life_that_the_simulated_ledger_knows()
    {
        var played = Enumerable.Range(1, 40).Select(simulation.Runs.Outcome)
            .SelectMany(static outcome => outcome.Events.Split(' ')).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                nameof(InvoiceSubmitted), nameof(InvoiceConfirmed), nameof(InvoiceRejected), nameof(InvoiceWithdrawn),
                nameof(TransferProposed), nameof(TransferAnswered), nameof(FinancingRequested), nameof(OfferPlaced),
                nameof(OfferAccepted), nameof(DisbursementDeclared), nameof(DisbursementAnswered),
                nameof(PaymentDeclared), nameof(PaymentAnswered), nameof(ExposureLimitSet), nameof(ThresholdSet),
                nameof(IntentRejected), nameof(IntentRefused),
            },
            played);
    }

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_planted_bug_is_found_within_200_seeds(string name) =>
        Assert.NotNull(simulation.Runs.FirstToFind(PlantedBug.All.Single(bug => bug.Name == name), MostSeeds));
}
