using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Simulation.Disk;

/// <summary>
/// Puts simulated disks under the real SQLite engine, as its default way to files: what uses SQLite is not changed.
/// </summary>
internal static unsafe partial class DiskVfs
{
    private const int MaxPath = 512;

    /// <summary>Makes SQLite use the disks of a registry, for as long as the process lives.</summary>
    public static void Install(DiskRegistry disks)
    {
        // The service sets SQLite up in its own way, which is only possible before anything else is done with it.
        RuntimeHelpers.RunClassConstructor(typeof(SqliteSession).TypeHandle);
        var vfs = (NativeVfs*)NativeMemory.AllocZeroed((nuint)sizeof(NativeVfs));
        vfs->Version = 1;
        vfs->FileSize = sizeof(NativeFile);
        vfs->MaxPath = MaxPath;
        vfs->Name = (byte*)Marshal.StringToCoTaskMemUTF8("simulated");
        vfs->AppData = GCHandle.ToIntPtr(GCHandle.Alloc(disks));
        vfs->Open = &Open;
        vfs->Delete = &Delete;
        vfs->Access = &Access;
        vfs->FullPathname = &FullPathname;
        vfs->Randomness = &Randomness;
        vfs->Sleep = &Sleep;
        vfs->CurrentTime = &CurrentTime;
        vfs->GetLastError = &GetLastError;
        if (Register(vfs, makeDefault: 1) != SqliteCodes.Ok)
            throw new InvalidOperationException("SQLite does not take the simulated disk.");
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int Register(NativeVfs* vfs, int makeDefault);

    private static SimulatedDisk? DiskOf(NativeVfs* vfs, string? path) =>
        ((DiskRegistry)GCHandle.FromIntPtr(vfs->AppData).Target!).Find(path ?? "");

    private static string? Text(byte* text) => Marshal.PtrToStringUTF8((nint)text);

    [UnmanagedCallersOnly]
    private static int Open(NativeVfs* vfs, byte* name, NativeFile* file, int flags, int* outFlags)
    {
        file->Methods = null;
        var path = Text(name);
        var opened = DiskOf(vfs, path)?.Open(
            path, (flags & SqliteCodes.OpenCreate) != 0, (flags & SqliteCodes.OpenDeleteOnClose) != 0);
        if (opened is null) return SqliteCodes.CannotOpen;
        file->Handle = GCHandle.ToIntPtr(GCHandle.Alloc(opened));
        file->Methods = FileMethods.Table;
        if (outFlags != null) *outFlags = flags;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Delete(NativeVfs* vfs, byte* name, int syncFolder)
    {
        var path = Text(name)!;
        return DiskOf(vfs, path)?.Delete(path) == true ? SqliteCodes.Ok : SqliteCodes.NothingToDelete;
    }

    [UnmanagedCallersOnly]
    private static int Access(NativeVfs* vfs, byte* name, int flags, int* result)
    {
        var path = Text(name)!;
        *result = DiskOf(vfs, path)?.Exists(path) == true ? 1 : 0;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly]
    private static int FullPathname(NativeVfs* vfs, byte* name, int size, byte* full)
    {
        var length = 0;
        while (name[length] != 0) length++;
        if (length >= size) return SqliteCodes.CannotOpen;
        new ReadOnlySpan<byte>(name, length + 1).CopyTo(new Span<byte>(full, size));
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly]
    private static int Randomness(NativeVfs* vfs, int count, byte* bytes)
    {
        // SQLite salts its log with it; nothing that it does follows from the salt.
        new Span<byte>(bytes, count).Fill(0x5c);
        return count;
    }

    [UnmanagedCallersOnly]
    private static int Sleep(NativeVfs* vfs, int microseconds) => microseconds;

    [UnmanagedCallersOnly]
    private static int CurrentTime(NativeVfs* vfs, double* julianDay)
    {
        *julianDay = 2_461_421.0;
        return SqliteCodes.Ok;
    }

    [UnmanagedCallersOnly]
    private static int GetLastError(NativeVfs* vfs, int size, byte* text) => 0;
}
