using System.Diagnostics;

namespace SupplyChainLedger.Faults.Staging;

/// <summary>What a process has in memory.</summary>
internal static class ProcessMemory
{
    /// <summary>Its resident set in bytes.</summary>
    public static long Resident(int process)
    {
        using var found = Process.GetProcessById(process);
        return found.WorkingSet64;
    }
}
