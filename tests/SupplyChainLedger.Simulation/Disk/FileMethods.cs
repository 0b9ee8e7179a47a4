using System.Runtime.InteropServices;

namespace SupplyChainLedger.Simulation.Disk;

/// <summary>What SQLite does with an open file, handed to <see cref="OpenFile"/>.</summary>
internal static unsafe class FileMethods
{
    private const int SectorSize = 4096;

    /// <summary>The table of them, which lives as long as the process.</summary>
    public static readonly NativeFileMethods* Table = Create();

    private static NativeFileMethods* Create()
    {
        var table = (NativeFileMethods*)NativeMemory.AllocZeroed((nuint)sizeof(NativeFileMethods));
        table->Version = 2;
        table->Close = &Close;
        table->Read = &Read;
        table->Write = &Write;
        table->Truncate = &Truncate;
        table->Sync = &Sync;
        table->FileSize = &FileSize;
        table->Lock = &Lock;
        table->Unlock = &Unlock;
        table->CheckReservedLock = &CheckReservedLock;
        table->FileControl = &FileControl;
        table->SectorSize = &GetSectorSize;
        table->DeviceCharacteristics = &DeviceCharacteristics;
        table->ShmMap = &ShmMap;
        table->ShmLock = &ShmLock;
        table->ShmBarrier = &ShmBarrier;
        table->ShmUnmap = &ShmUnmap;
        return table;
    }

    private static OpenFile Of(NativeFile* file) => (OpenFile)GCHandle.FromIntPtr(file->Handle).Target!;

    [UnmanagedCallersOnly]
    private static int Close(NativeFile* file)
    {
        var handle = GCHandle.FromIntPtr(file->Handle);
        ((OpenFile)handle.Target!).Close();
        handle.Free();
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Read(NativeFile* file, byte* into, int count, long offset) =>
        Of(file).Read(new Span<byte>(into, count), offset);

    [UnmanagedCallersOnly]
    private static int Write(NativeFile* file, byte* from, int count, long offset) =>
        Of(file).Write(new ReadOnlySpan<byte>(from, count), offset);

    [UnmanagedCallersOnly]
    private static int Truncate(NativeFile* file, long length) => Of(file).Truncate(length);

    [UnmanagedCallersOnly]
    private static int Sync(NativeFile* file, int flags) => Of(file).Sync();

    [UnmanagedCallersOnly]
    private static int FileSize(NativeFile* file, long* size)
    {
        *size = Of(file).Length;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Lock(NativeFile* file, int level)
    {
        var open = Of(file);
        if (open.IsDead) return SqliteCodes.IoError;
        return open.Sharing.TryLock(open, level) ? SqliteCodes.Ok : SqliteCodes.Busy;
    }

    [UnmanagedCallersOnly]
    private static int Unlock(NativeFile* file, int level)
    {
        var open = Of(file);
        open.Sharing.Unlock(open, level);
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly]
    private static int CheckReservedLock(NativeFile* file, int* result)
    {
        *result = Of(file).Sharing.IsReserved ? 1 : 0;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly]
    private static int FileControl(NativeFile* file, int operation, void* argument) => SqliteCodes.NotFound;

    [UnmanagedCallersOnly]
    private static int GetSectorSize(NativeFile* file) => SectorSize;

    [UnmanagedCallersOnly]
    private static int DeviceCharacteristics(NativeFile* file) => SqliteCodes.PowersafeOverwrite;

    [UnmanagedCallersOnly]
    private static int ShmMap(NativeFile* file, int index, int size, int extend, void** memory)
    {
        var open = Of(file);
        *memory = null;
        if (open.IsDead) return SqliteCodes.IoError;
        *memory = (void*)open.Sharing.Map(open, index, size, extend != 0);
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly]
    private static int ShmLock(NativeFile* file, int first, int count, int flags)
    {
        var open = Of(file);
        if ((flags & SqliteCodes.ShmUnlock) != 0)
        {
            open.Sharing.UnlockMemory(open, first, count);
            return SqliteCodes.Ok;
        }

        if (open.IsDead) return SqliteCodes.IoError;
        return open.Sharing.TryLockMemory(open, first, count, (flags & SqliteCodes.ShmShared) != 0)
            ? SqliteCodes.Ok
            : SqliteCodes.Busy;
    }

    [UnmanagedCallersOnly]
    private static void ShmBarrier(NativeFile* file)
    {
        // One thread sees its own writes.
    }

    [UnmanagedCallersOnly]
    private static int ShmUnmap(NativeFile* file, int delete)
    {
        var open = Of(file);
        open.Sharing.Unmap(open);
        return SqliteCodes.Ok;
    }
}
