using SupplyChainLedger.Contracts.Similarity;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>
/// The file of the network's key, under which the fingerprints of invoices are made. Services of one network share the
/// same file's content, so that they make the same fingerprints; nothing that is on chain depends on it.
/// </summary>
internal static class NetworkKeyFile
{
    private const UnixFileMode OthersMayRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The configured key, which must be there, or the data folder's own, drawn where it is missing.</summary>
    /// <param name="configured">Path of a file with 64 hexadecimal digits; null for the data folder's own.</param>
    /// <param name="data">The data folder.</param>
    /// <exception cref="StartupFault">The file cannot be read or written, or holds something else.</exception>
    public static FingerprintKey Read(string? configured, DataFolder data)
    {
        var path = configured ?? data.NetworkKey;
        try
        {
            var text = configured is null ? SecretFile.ReadOrDraw(path) : ReadConfigured(path);
            return new FingerprintKey(Convert.FromHexString(text));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartupFault($"The network's key {path} cannot be read or written: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            // Not the text itself, nor a message that could quote it.
            throw new StartupFault(
                $"The network's key {path} must hold 64 hexadecimal digits. Copy it from another service of the "
                + "network, or remove it: a new one is drawn, and the fingerprints are made anew.");
        }
    }

    // A key that can be read by others is an accident that its owner should hear of.
    private static string ReadConfigured(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersMayRead) != 0)
            throw new StartupFault($"The network's key {path} can be read by other users. Run: chmod 600 {path}");
        return File.ReadAllText(path).Trim();
    }
}
