using System.Collections.Concurrent;

namespace SupplyChainLedger.Simulation.Disk;

/// <summary>The disks of the runs that are under way, each under the folder that its paths begin with.</summary>
internal sealed class DiskRegistry
{
    private readonly ConcurrentDictionary<string, SimulatedDisk> _disks = new();

    public void Mount(string folder, SimulatedDisk disk) => _disks[folder] = disk;

    public void Unmount(string folder) => _disks.TryRemove(folder, out _);

    /// <summary>The disk that a path is on; null when there is none.</summary>
    public SimulatedDisk? Find(string path)
    {
        var end = path.IndexOf('/', 1);
        return end > 0 ? _disks.GetValueOrDefault(path[..end]) : null;
    }
}
