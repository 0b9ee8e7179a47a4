using System.Net;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Simulation.Time;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>
/// A way on which calls take time and get lost, to nodes that do not all stand at the same block. What has left the
/// service takes effect even when the service dies meanwhile.
/// </summary>
internal sealed class WeatheredWay(
    SimulatedChain chain, World world, Strand outside, Strand caller, Weather weather, Random chance) : IWayToNode
{
    private const int FurthestBehind = 3;
    private static readonly TimeSpan Patience = new JsonRpcOptions { Endpoint = new Uri("http://node") }.Timeout;

    public Task<T> AskAsync<T>(string method, Func<NodeView, T> answer, CancellationToken cancellation)
    {
        var reply = new TaskCompletionSource<T>();
        var registration = cancellation.UnsafeRegister(_ => reply.TrySetCanceled(cancellation), null);
        if (Falls(weather.Hang)) Reply(Patience, () => throw Timeout(method));
        else if (Falls(weather.Unreachable)) Reply(Travel(), () => throw Unreachable(method));
        else if (Falls(weather.Refused)) Reply(Travel(), () => throw Refused(method));
        else world.In(Travel(), outside, () => Serve(Falls(weather.LostAnswer)));
        return reply.Task;

        void Serve(bool isLost)
        {
            var answered = Answer(answer);
            if (isLost) Reply(Patience, () => throw Timeout(method));
            else Reply(Travel(), answered);
        }

        void Reply(TimeSpan after, Func<T> result) => world.In(after, caller, () =>
        {
            registration.Dispose();
            try
            {
                reply.TrySetResult(result());
            }
            catch (JsonRpcException fault)
            {
                reply.TrySetException(fault);
            }
        });
    }

    private Func<T> Answer<T>(Func<NodeView, T> answer)
    {
        try
        {
            var result = answer(new NodeView(chain, Head()));
            return () => result;
        }
        catch (JsonRpcException fault)
        {
            return () => throw fault;
        }
    }

    /// <summary>Where the node stands that answers. None shows what contradicts a block that was final.</summary>
    private MinedBlock Head()
    {
        if (!Falls(weather.Stale)) return chain.Tip;
        var lowest = Math.Max(chain.Final, chain.Network.DeploymentBlock);
        if (chance.Next(2) == 0 && chain.Abandoned.At(lowest) == chain.Tip.At(lowest)) return chain.Abandoned;
        var behind = (ulong)chance.Next(1, FurthestBehind + 1);
        return chain.Tip.At(Math.Max(lowest, chain.Tip.Number - Math.Min(behind, chain.Tip.Number)))!;
    }

    private bool Falls(double odds) => odds > 0 && chance.NextDouble() < odds;

    private TimeSpan Travel() => weather.Latency * (0.05 + chance.NextDouble() / 2);

    private static JsonRpcTimeoutException Timeout(string method) =>
        new(method, Patience, new OperationCanceledException());

    private static JsonRpcUnavailableException Unreachable(string method) =>
        new(method, "connection refused", new HttpRequestException());

    private JsonRpcException Refused(string method) => chance.Next(2) == 0
        ? new JsonRpcHttpException(method, HttpStatusCode.BadGateway)
        : new JsonRpcThrottledException(method, retryAfter: null);
}
