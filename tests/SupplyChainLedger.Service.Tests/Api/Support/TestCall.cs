using Grpc.Core;

namespace SupplyChainLedger.Service.Tests.Api.Support;

/// <summary>A call without a connection: what a client may decide of it is what a test decides.</summary>
internal sealed class TestCall(CancellationToken cancellation) : ServerCallContext
{
    public DateTime Until { get; init; } = DateTime.MaxValue;

    protected override string MethodCore => "test";

    protected override string HostCore => "localhost";

    protected override string PeerCore => "test";

    protected override DateTime DeadlineCore => Until;

    protected override Metadata RequestHeadersCore { get; } = [];

    protected override CancellationToken CancellationTokenCore => cancellation;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override IDictionary<object, object> UserStateCore { get; } = new Dictionary<object, object>();

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
}
