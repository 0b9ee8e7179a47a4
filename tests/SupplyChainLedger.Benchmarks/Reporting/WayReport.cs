using System.Text.Json;

namespace SupplyChainLedger.Benchmarks.Reporting;

/// <summary>A figure, beside those of its peers from the same run.</summary>
/// <param name="Way">What was measured.</param>
/// <param name="Ours">The service's figure.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Peers">The same by others; empty where there is nobody to compare with.</param>
/// <param name="Limits">What it took, in words.</param>
internal sealed record WayReport(
    string Way, double Ours, string Unit, IReadOnlyDictionary<string, double> Peers, IReadOnlyList<string> Limits)
{
    /// <summary>For what nobody else does.</summary>
    public static IReadOnlyDictionary<string, double> NoPeers { get; } = new Dictionary<string, double>();

    /// <summary>Writes it for people, or as one line of JSON.</summary>
    public void Write(TextWriter output, bool asJson)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new { Way, Ours, Unit, Peers, Ratio = Peers.ToDictionary(static one => one.Key, Ratio), Limits },
                JsonSerializerOptions.Web));
            return;
        }

        output.WriteLine($"{Way,-28} {Ours,10:N1} {Unit}");
        foreach (var peer in Peers) output.WriteLine($"  {peer.Key,-26} {peer.Value,10:N1} {Unit}, {Ratio(peer):F1} x");
        foreach (var limit in Limits) output.WriteLine($"  {limit}");
    }

    private double Ratio(KeyValuePair<string, double> peer) => peer.Value > 0 ? Ours / peer.Value : 0;
}
