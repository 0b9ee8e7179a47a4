using Grpc.Core;
using SupplyChainLedger.Benchmarks.Echo.V1;

namespace SupplyChainLedger.Benchmarks.Echo;

/// <summary>Answers what it was asked.</summary>
internal sealed class EchoApi : EchoService.EchoServiceBase
{
    public override Task<EchoMessage> Echo(EchoMessage request, ServerCallContext context) => Task.FromResult(request);
}
