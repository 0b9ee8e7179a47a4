using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Tests.Hosting;

public sealed class ReadinessTests
{
    private readonly Readiness _readiness = new();

    [Fact]
    public void A_part_that_has_not_reported_is_not_ready()
    {
        _readiness.Report(ServicePart.Node, null);
        _readiness.Report(ServicePart.Index, null);

        Assert.Equal(["relay: has not started yet"], _readiness.Reasons);
        Assert.False(_readiness.FirstReady.IsCompleted);
    }

    [Fact]
    public void The_service_is_ready_when_every_part_is_and_not_when_one_no_longer_is()
    {
        foreach (var part in Enum.GetValues<ServicePart>()) _readiness.Report(part, null);
        Assert.True(_readiness.IsReady);
        Assert.True(_readiness.FirstReady.IsCompletedSuccessfully);

        _readiness.Report(ServicePart.Node, "does not answer");

        Assert.Equal(["node: does not answer"], _readiness.Reasons);
    }

    [Fact]
    public void Only_a_report_that_changes_something_is_passed_on()
    {
        var changes = 0;
        _readiness.Changed += () => changes++;

        _readiness.Report(ServicePart.Relay, null);
        _readiness.Report(ServicePart.Relay, null);
        _readiness.Report(ServicePart.Relay, "out of gas");
        _readiness.Report(ServicePart.Relay, "out of gas");

        Assert.Equal(2, changes);
    }
}
