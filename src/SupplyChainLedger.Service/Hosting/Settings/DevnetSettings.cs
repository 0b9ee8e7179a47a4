using System.Net;

namespace SupplyChainLedger.Service.Hosting.Settings;

/// <summary>The embedded development chain.</summary>
/// <param name="Enabled">Whether the service runs its own chain.</param>
/// <param name="EndPoint">Where its JSON-RPC listens.</param>
/// <param name="Folder">The folder with its pinned packages; null to look for it.</param>
/// <param name="StateHistory">Newest blocks whose state can be read.</param>
internal sealed record DevnetSettings(bool Enabled, IPEndPoint EndPoint, string? Folder, int StateHistory)
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="StartupFault">A value is malformed.</exception>
    public static DevnetSettings Read(SettingsReader reader) => new(
        reader.Flag("Devnet:Enabled", true, "run a development chain inside the data folder"),
        reader.EndPoint("Devnet:Endpoint", "127.0.0.1:8545", "JSON-RPC of the development chain"),
        reader.OptionalText("Devnet:Folder", "the repository's folder devnet, where it is not found by itself"),
        reader.Number("Devnet:StateHistory", 32, 1, 10_000, "newest blocks whose state can be read, in memory"));
}
