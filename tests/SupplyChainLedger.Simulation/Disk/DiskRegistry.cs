using System.Collections.Concurrent;

namespace SupplyChainLedger.Simulation.Disk;

/// <summary>
/// The disks of the runs that are under way, each under the name that its paths begin with. These are no folders, since
/// the service looks into those of its files on the real disk too.
/// </summary>
internal sealed class DiskRegistry
{
    /// <summary>Stands between the disk's name and the file's.</summary>
    public const char Separator = '~';

    private readonly ConcurrentDictionary<string, SimulatedDisk> _disks = new();

    public void Mount(string name, SimulatedDisk disk) => _disks[name] = disk;

    public void Unmount(string name) => _disks.TryRemove(name, out _);

    /// <summary>The disk that a path is on; null when there is none.</summary>
    public SimulatedDisk? Find(string path)
    {
        var end = path.IndexOf(Separator);
        return end > 0 ? _disks.GetValueOrDefault(path[..end]) : null;
    }
}
