using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.ServiceStatus;

/// <summary><c>StatusService</c>.</summary>
internal sealed class StatusApi(GetStatusCall get) : StatusService.StatusServiceBase
{
    public override Task<GetStatusResponse> GetStatus(GetStatusRequest request, ServerCallContext context) =>
        Task.FromResult(get.Answer());
}
