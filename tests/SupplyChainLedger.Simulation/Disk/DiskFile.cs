namespace SupplyChainLedger.Simulation.Disk;

/// <summary>
/// A file as programs see it, and as it would be after a power cut: what was written since the last sync may be lost,
/// whole or in part, and in any order.
/// </summary>
internal sealed class DiskFile
{
    private const int Sector = 512;

    private readonly List<Change> _unsynced = [];
    private readonly Content _seen = new();
    private readonly Content _durable = new();

    /// <summary>Its length as programs see it.</summary>
    public long Length => _seen.Length;

    /// <summary>The locks on it and the memory that its users share; another one after a crash.</summary>
    public FileSharing Sharing { get; private set; } = new();

    public int Read(Span<byte> into, long offset) => _seen.Read(into, offset);

    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        _seen.Write(bytes, offset);
        _unsynced.Add(new Change(offset, bytes.ToArray(), Length: 0));
    }

    public void Truncate(long length)
    {
        _seen.SetLength(length);
        _unsynced.Add(new Change(0, Bytes: null, length));
    }

    /// <summary>What is seen is what will survive.</summary>
    public void Sync()
    {
        foreach (var change in _unsynced) Apply(_durable, change);
        _unsynced.Clear();
    }

    /// <summary>A sync has failed: the operating system has dropped what it could not write.</summary>
    public void LoseUnsynced(Random chance)
    {
        foreach (var change in _unsynced)
            if (chance.Next(2) == 0) Apply(_durable, change);
        Restore();
    }

    /// <summary>The program is dead, the machine runs on: everything that was written is still seen.</summary>
    public void SurviveKill() => Sharing = new FileSharing();

    /// <summary>The machine is dead: of what was not synced survives what the disk happened to have written.</summary>
    public void SurvivePowerCut(Random chance)
    {
        var inOrder = chance.Next(2) == 0;
        var lastInOrder = chance.Next(_unsynced.Count + 1);
        for (var i = 0; i < _unsynced.Count; i++)
        {
            if (inOrder ? i < lastInOrder : chance.Next(2) == 0) Apply(_durable, _unsynced[i]);
            else if (inOrder ? i == lastInOrder : chance.Next(4) == 0) Apply(_durable, Torn(_unsynced[i], chance));
        }

        Restore();
        Sharing = new FileSharing();
    }

    private static Change Torn(Change change, Random chance)
    {
        if (change.Bytes is not { } bytes) return change;
        var kept = chance.Next(bytes.Length / Sector + 1) * Sector;
        return change with { Bytes = bytes[..Math.Min(kept, bytes.Length)] };
    }

    private void Restore()
    {
        _unsynced.Clear();
        _seen.CopyFrom(_durable);
    }

    private static void Apply(Content content, Change change)
    {
        if (change.Bytes is { } bytes) content.Write(bytes, change.Offset);
        else content.SetLength(change.Length);
    }

    private readonly record struct Change(long Offset, byte[]? Bytes, long Length);

    private sealed class Content
    {
        private byte[] _bytes = [];
        private int _length;

        public long Length => _length;

        public int Read(Span<byte> into, long offset)
        {
            var count = (int)Math.Clamp(_length - offset, 0, into.Length);
            if (count > 0) _bytes.AsSpan((int)offset, count).CopyTo(into);
            return count;
        }

        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            var end = (int)offset + bytes.Length;
            if (end > _length) SetLength(end);
            bytes.CopyTo(_bytes.AsSpan((int)offset));
        }

        public void SetLength(long length)
        {
            if (length > _bytes.Length) Array.Resize(ref _bytes, (int)Math.Max(length, _bytes.Length * 2L));
            if (length < _length) _bytes.AsSpan((int)length, _length - (int)length).Clear();
            _length = (int)length;
        }

        public void CopyFrom(Content other)
        {
            _bytes = [.. other._bytes];
            _length = other._length;
        }
    }
}
