using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.EndToEnd.Stage.Chains;

/// <summary>Looks at a service's development chain without the service.</summary>
public sealed class DevnetReader : IDisposable
{
    private readonly JsonRpcClient _rpc;

    /// <summary>Connects to it.</summary>
    public DevnetReader(Uri endpoint)
    {
        _rpc = new JsonRpcClient(new JsonRpcOptions { Endpoint = endpoint });
        Chain = new ChainClient(_rpc);
    }

    /// <summary>What the node answers.</summary>
    public ChainClient Chain { get; }

    /// <summary>Every block's hash, from the first on.</summary>
    public async Task<IReadOnlyList<Hash32>> BlockHashesAsync(CancellationToken cancellation)
    {
        var head = await Chain.GetBlockNumberAsync(cancellation);
        return [.. from header in await Chain.GetHeadersAsync(0, (int)head + 1, cancellation) select header.Hash];
    }

    /// <summary>Number of the participant with a handle; 0 where there is none.</summary>
    public async Task<ParticipantId> ParticipantAsync(
        Address participants, string handle, CancellationToken cancellation)
    {
        var call = new CallRequest
        {
            To = participants,
            Data = ParticipantsCalls.ParticipantByHandle.EncodeCall(handle),
        };
        return ParticipantsCalls.ParticipantByHandle.DecodeResult(
            await Chain.CallAsync(call, BlockTag.Latest, cancellation));
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => _rpc.Dispose();
}
