using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Relay;

public sealed class ObstacleReportTests
{
    private readonly ManualClock _clock = new();
    private readonly Readiness _readiness = new();
    private readonly RecordedLog<ObstacleReport> _log = new();
    private readonly RelayOptions _options = new();
    private readonly ObstacleReport _report;

    public ObstacleReportTests()
    {
        _report = new ObstacleReport(_readiness, _options, _clock, _log);
    }

    [Fact]
    public void What_passes_at_once_shows_in_the_readiness_and_not_in_the_log()
    {
        _report.Report("the index is far behind the chain");
        Assert.Contains("relay: the index is far behind the chain", _readiness.Reasons);

        _report.Report(null);

        Assert.True(_readiness.IsPartReady(ServicePart.Relay));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void What_lasts_is_logged_once_and_so_is_its_end()
    {
        for (var second = 0; second < 10; second++)
        {
            _report.Report("no funds");
            _clock.Advance(_options.CheckInterval);
        }

        _report.Report(null);

        Assert.Equal(["The relay is held up: no funds.", "The relay goes on."], _log.Lines.Select(line => line.Text));
    }
}
