namespace SupplyChainLedger.Service.Hosting;

/// <summary>Tells the starts of this machine apart.</summary>
internal static class MachineStart
{
    private const string LinuxPath = "/proc/sys/kernel/random/boot_id";

    /// <summary>
    /// Names the present one: as long as it stays, what any process has written to a file is there. Null where the
    /// system does not say.
    /// </summary>
    public static string? Current => File.Exists(LinuxPath) ? File.ReadAllText(LinuxPath).Trim() : null;
}
