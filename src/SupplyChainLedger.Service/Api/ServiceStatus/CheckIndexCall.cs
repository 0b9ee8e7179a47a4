using Grpc.Core;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Checking;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.ServiceStatus;

/// <summary><c>StatusService.CheckIndex</c>.</summary>
internal sealed class CheckIndexCall(IndexCheck check)
{
    public async Task<CheckIndexResponse> AnswerAsync(CheckIndexRequest request, ServerCallContext context)
    {
        try
        {
            var result = await check.RunAsync(request.FromBlock, context.CancellationToken);
            var differences = result.Differences.Select(static one =>
                new V1.IndexDifference { Block = one.Block, What = one.What });
            return new CheckIndexResponse
            {
                Blocks = (ulong)result.Blocks,
                Events = (ulong)result.Events,
                Differences = { differences },
                NextBlock = result.NextBlock ?? 0,
            };
        }
        catch (Exception fault) when (fault is JsonRpcException or InconsistentChainException)
        {
            throw LedgerFaults.NodeUnavailable(fault.Message);
        }
    }
}
