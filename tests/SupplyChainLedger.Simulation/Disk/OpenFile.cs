namespace SupplyChainLedger.Simulation.Disk;

/// <summary>One handle of a file, held by one connection of one life of the service.</summary>
internal sealed class OpenFile(SimulatedDisk disk, DiskFile file, string path, bool deleteOnClose)
{
    private readonly int _generation = disk.Generation;

    /// <summary>What it shares with others; that of its own life, also after a crash.</summary>
    public FileSharing Sharing { get; } = file.Sharing;

    public int LockLevel { get; set; }

    public int SharedMask { get; set; }

    public bool HasMapped { get; set; }

    /// <summary>Its life is over: nothing that it does has an effect.</summary>
    public bool IsDead => disk.IsOff || disk.Generation != _generation;

    public long Length => file.Length;

    public int Read(Span<byte> into, long offset)
    {
        if (IsDead) return SqliteCodes.IoError;
        var count = file.Read(into, offset);
        if (count == into.Length) return SqliteCodes.Ok;
        into[count..].Clear();
        return SqliteCodes.ShortRead;
    }

    public int Write(ReadOnlySpan<byte> bytes, long offset)
    {
        if (IsDead) return SqliteCodes.IoError;
        if (disk.IsFull && offset + bytes.Length > file.Length) return SqliteCodes.Full;
        file.Write(bytes, offset);
        return disk.CountOperation() ? SqliteCodes.Ok : SqliteCodes.IoError;
    }

    public int Truncate(long length)
    {
        if (IsDead) return SqliteCodes.IoError;
        file.Truncate(length);
        return disk.CountOperation() ? SqliteCodes.Ok : SqliteCodes.IoError;
    }

    public int Sync()
    {
        if (IsDead || !disk.CountOperation()) return SqliteCodes.IoError;
        return disk.Sync(file, path) ? SqliteCodes.Ok : SqliteCodes.SyncError;
    }

    public void Close()
    {
        Sharing.Unlock(this, SqliteCodes.LockNone);
        Sharing.Unmap(this);
        if (deleteOnClose && !IsDead) disk.Delete(path);
    }
}
