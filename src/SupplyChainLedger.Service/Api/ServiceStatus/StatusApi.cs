using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.ServiceStatus;

/// <summary><c>StatusService</c>.</summary>
internal sealed class StatusApi(GetStatusCall get, CheckIndexCall check) : StatusService.StatusServiceBase
{
    public override Task<GetStatusResponse> GetStatus(GetStatusRequest request, ServerCallContext context) =>
        Task.FromResult(get.Answer());

    public override Task<CheckIndexResponse> CheckIndex(CheckIndexRequest request, ServerCallContext context) =>
        check.AnswerAsync(request, context);
}
