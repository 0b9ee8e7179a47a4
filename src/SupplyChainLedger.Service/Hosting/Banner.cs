using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Service.Devnet;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>What the service says once it serves.</summary>
internal static class Banner
{
    private const string NextCommand = "  dotnet run --project src/SupplyChainLedger.Cli --";

    /// <summary>The lines, few enough to be read.</summary>
    /// <param name="addresses">Where gRPC, the web and, where they have their own endpoint, metrics are served.</param>
    /// <param name="foundation">Chain, contracts and data.</param>
    /// <param name="notReady">Why parts are not ready yet; empty when all are.</param>
    public static IEnumerable<string> Lines(
        IReadOnlyList<string> addresses, Foundation foundation, IReadOnlyList<string> notReady)
    {
        var network = foundation.Network;
        yield return notReady.Count == 0
            ? "SupplyChainLedger is ready. Ctrl-C stops it."
            : $"SupplyChainLedger serves, but is not ready ({string.Join("; ", notReady)}). Ctrl-C stops it.";
        var hasMetrics = addresses.Count > 2;
        yield return $"  gRPC          {addresses[0]}";
        var page = hasMetrics ? "" : ", /metrics";
        yield return $"  Web           {addresses[1]}    gRPC-Web, JSON, /healthz, /readyz{page}";
        if (hasMetrics) yield return $"  Metrics       {addresses[2]}/metrics";
        yield return foundation.Devnet is { } devnet
            ? $"  Chain         {devnet.RpcUrl.GetLeftPart(UriPartial.Authority)}    devnet, chain id {network.ChainId}"
            : $"  Chain         {foundation.Settings.Chain.RpcUrl?.Authority}    chain id {network.ChainId}";
        yield return $"  Contracts     Ledger {network.Ledger}, Participants {network.Participants}";
        yield return $"  Data          {foundation.Data.Path}    keys in keystore/";
        if (foundation.Devnet is not null)
            yield return $"  Participants  {string.Join(", ", DemoParticipant.All.Select(Describe))}";
        yield return "Next, in another terminal:";
        yield return $"{NextCommand} {(foundation.Devnet is null ? "status" : "demo")}";
    }

    private static string Describe(DemoParticipant participant) =>
        participant.Role is ParticipantRoles.Auditor or ParticipantRoles.Operator
            ? participant.Handle
            : $"{participant.Handle} ({participant.Role.ToString().ToLowerInvariant()})";
}
