namespace SupplyChainLedger.Simulation.Disk;

/// <summary>A disk in memory that can fail in every way in which disks do.</summary>
internal sealed class SimulatedDisk(Random chance)
{
    private readonly Dictionary<string, DiskFile> _files = [];
    private int _operationsLeft = int.MaxValue;
    private int _unnamed;

    /// <summary>How often the machine or the program on it has died.</summary>
    public int Generation { get; private set; }

    /// <summary>How often the machine has lost its power.</summary>
    public int PowerCuts { get; private set; }

    /// <summary>The power is gone in the midst of an operation; see <see cref="CutAfter"/>.</summary>
    public bool IsOff { get; private set; }

    /// <summary>No file can grow.</summary>
    public bool IsFull { get; set; }

    /// <summary>How many of the next syncs fail.</summary>
    public int SyncsToFail { get; set; }

    /// <summary>Whether a sync of this file is only said to be done.</summary>
    public Predicate<string> IsSyncALie { get; set; } = static _ => false;

    public bool Exists(string path) => _files.ContainsKey(path);

    /// <summary>Opens a file; null when it is not there and not to be made.</summary>
    public OpenFile? Open(string? path, bool create, bool deleteOnClose)
    {
        path ??= $"unnamed-{_unnamed++}";
        if (!_files.TryGetValue(path, out var file))
        {
            if (!create || IsOff) return null;
            _files[path] = file = new DiskFile();
        }

        return new OpenFile(this, file, path, deleteOnClose);
    }

    public bool Delete(string path) => !IsOff && _files.Remove(path);

    /// <summary>Lets the power go after so many operations that write.</summary>
    public void CutAfter(int operations) => _operationsLeft = operations;

    /// <summary>Counts an operation that writes; false when the power goes within it.</summary>
    public bool CountOperation()
    {
        if (--_operationsLeft > 0) return true;
        IsOff = true;
        return false;
    }

    /// <summary>Makes what was written to a file durable; false when that fails.</summary>
    public bool Sync(DiskFile file, string path)
    {
        if (SyncsToFail > 0)
        {
            SyncsToFail--;
            file.LoseUnsynced(chance);
            return false;
        }

        if (!IsSyncALie(path)) file.Sync();
        return true;
    }

    /// <summary>The program is killed; every handle is closed.</summary>
    public void Kill()
    {
        foreach (var file in _files.Values) file.SurviveKill();
        BeginAnew();
    }

    /// <summary>The machine loses its power, and starts again.</summary>
    public void CutPower()
    {
        foreach (var file in _files.Values) file.SurvivePowerCut(chance);
        PowerCuts++;
        BeginAnew();
    }

    private void BeginAnew()
    {
        Generation++;
        IsOff = false;
        _operationsLeft = int.MaxValue;
    }
}
