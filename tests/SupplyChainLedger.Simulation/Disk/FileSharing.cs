using System.Runtime.InteropServices;

namespace SupplyChainLedger.Simulation.Disk;

/// <summary>
/// What the open handles of one file share: its locks, as sqlite3.h describes them, and the memory of its write-ahead
/// log with eight locks of its own.
/// </summary>
internal sealed unsafe class FileSharing
{
    private const int ShmLocks = 8;

    private readonly List<nint> _regions = [];
    private readonly int[] _shared = new int[ShmLocks];
    private readonly OpenFile?[] _exclusive = new OpenFile?[ShmLocks];
    private int _readers;
    private int _mapped;
    private OpenFile? _writer;
    private bool _isPending;

    /// <summary>Whether somebody is about to write.</summary>
    public bool IsReserved => _writer is not null;

    /// <summary>Raises a lock; false when somebody else is in the way.</summary>
    public bool TryLock(OpenFile file, int level)
    {
        if (level <= file.LockLevel) return true;
        if (file.LockLevel == SqliteCodes.LockNone)
        {
            if (_isPending) return false;
            _readers++;
            file.LockLevel = SqliteCodes.LockShared;
        }

        if (level == SqliteCodes.LockShared) return true;
        if (_writer is not null && _writer != file) return false;
        _writer = file;
        file.LockLevel = SqliteCodes.LockReserved;
        if (level == SqliteCodes.LockReserved) return true;
        _isPending = true;
        file.LockLevel = SqliteCodes.LockPending;
        if (_readers > 1) return false;
        file.LockLevel = SqliteCodes.LockExclusive;
        return true;
    }

    /// <summary>Lowers a lock to shared or none.</summary>
    public void Unlock(OpenFile file, int level)
    {
        if (level >= file.LockLevel) return;
        if (_writer == file)
        {
            _writer = null;
            _isPending = false;
        }

        if (level == SqliteCodes.LockNone) _readers--;
        file.LockLevel = level;
    }

    /// <summary>A piece of the shared memory; zero where there is none and none is wanted.</summary>
    public nint Map(OpenFile file, int index, int size, bool extend)
    {
        if (!file.HasMapped) _mapped++;
        file.HasMapped = true;
        if (index >= _regions.Count && !extend) return 0;
        while (_regions.Count <= index) _regions.Add((nint)NativeMemory.AllocZeroed((nuint)size));
        return _regions[index];
    }

    public bool TryLockMemory(OpenFile file, int first, int count, bool isShared)
    {
        for (var i = first; i < first + count; i++)
        {
            if (_exclusive[i] is { } holder && holder != file) return false;
            if (!isShared && _shared[i] > (file.SharedMask >> i & 1)) return false;
        }

        for (var i = first; i < first + count; i++)
        {
            if (!isShared) _exclusive[i] = file;
            else if ((file.SharedMask >> i & 1) == 0)
            {
                _shared[i]++;
                file.SharedMask |= 1 << i;
            }
        }

        return true;
    }

    public void UnlockMemory(OpenFile file, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            if (_exclusive[i] == file) _exclusive[i] = null;
            if ((file.SharedMask >> i & 1) == 0) continue;
            _shared[i]--;
            file.SharedMask &= ~(1 << i);
        }
    }

    /// <summary>Who unmaps last frees the memory: the next one begins anew, as after a start.</summary>
    public void Unmap(OpenFile file)
    {
        UnlockMemory(file, 0, ShmLocks);
        if (!file.HasMapped) return;
        file.HasMapped = false;
        if (--_mapped > 0) return;
        foreach (var region in _regions) NativeMemory.Free((void*)region);
        _regions.Clear();
    }
}
