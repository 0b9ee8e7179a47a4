using Grpc.Core;
using SupplyChainLedger.Service.Api;

namespace SupplyChainLedger.Service.Faults;

/// <summary>The one place where faults become gRPC errors.</summary>
internal sealed class FaultInterceptor : CallInterceptor
{
    protected override async Task AroundAsync(ServerCallContext context, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (LedgerFault fault)
        {
            throw FaultStatus.ToRpcException(fault);
        }
    }
}
