using OpenTelemetry.Trace;

namespace SupplyChainLedger.Service.Telemetry;

/// <summary>
/// Records a share of all traces, chosen by their ids: those of an intent are recorded from begin to end or not at all,
/// over restarts and by every service alike. A caller who has decided about its own trace is followed.
/// </summary>
internal sealed class ShareSampler(double share) : Sampler
{
    private readonly ParentBasedSampler _follower = new(new TraceIdRatioBasedSampler(share));
    private readonly TraceIdRatioBasedSampler _chooser = new(share);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.ParentContext.SpanId == default
            ? _chooser.ShouldSample(samplingParameters)
            : _follower.ShouldSample(samplingParameters);
}
