using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace SupplyChainLedger.Service.Sqlite;

/// <summary>
/// A way to files that notices when a page of a database is not as it was written, whatever it holds: records, entries
/// of indexes or what links them. It is SQLite's own way, but for the reading and writing of pages; the write-ahead log
/// has checksums of SQLite's own. A page that does not hold is <c>SQLITE_CORRUPT</c> to whom asked for it.
/// </summary>
internal static unsafe class CheckedVfs
{
    /// <summary>By which a connection names it.</summary>
    public const string Name = "checked";

    /// <summary>What is smaller than the smallest page is a part of the header, of which SQLite reads the whole too.
    /// </summary>
    private const int SmallestPage = 512;

    private static readonly SqliteVfs* PlainVfs;

    private static readonly ConcurrentDictionary<nint, nint> Tables = [];

    /// <summary>Stands on the way to files that is the default when it is first used.</summary>
    static CheckedVfs()
    {
        var plain = PlainVfs = SqliteNative.FindVfs(null);
        var vfs = (SqliteVfs*)NativeMemory.Alloc((nuint)SqliteVfs.SizeOf(plain->Version));
        NativeMemory.Copy(plain, vfs, (nuint)SqliteVfs.SizeOf(plain->Version));
        vfs->Next = null;
        vfs->Name = (byte*)Marshal.StringToCoTaskMemUTF8(Name);
        vfs->Open = &Open;
        if (SqliteNative.RegisterVfs(vfs, makeDefault: 0) != SqliteNative.Ok)
            throw new InvalidOperationException("SQLite does not take the way to files that checks pages.");
    }

    /// <summary>Has it there before a connection names it.</summary>
    public static void Install() => RuntimeHelpers.RunClassConstructor(typeof(CheckedVfs).TypeHandle);

    /// <summary>Has a database that is about to be made leave the place of the checksums free.</summary>
    public static void Reserve(sqlite3 connection)
    {
        var bytes = PageChecksum.Size;
        _ = SqliteNative.FileControl(connection.DangerousGetHandle(), null, SqliteNative.ReserveBytes, &bytes);
    }

    /// <summary>Deletes a file that no connection has open, if it is there.</summary>
    /// <exception cref="IOException">It stays.</exception>
    public static void Delete(string path)
    {
        var name = (byte*)Marshal.StringToCoTaskMemUTF8(path);
        var result = PlainVfs->Delete(PlainVfs, name, 0);
        Marshal.FreeCoTaskMem((nint)name);
        if (result is not (SqliteNative.Ok or SqliteNative.NothingToDelete))
            throw new IOException($"{path} cannot be deleted (SQLite's code {result}).");
    }

    [UnmanagedCallersOnly]
    private static int Open(SqliteVfs* vfs, byte* name, SqliteFile* file, int flags, int* outFlags)
    {
        var result = PlainVfs->Open(vfs, name, file, flags, outFlags);
        if (result == SqliteNative.Ok && (flags & SqliteNative.OpenMainDatabase) != 0)
            file->Methods = (SqliteFileMethods*)Tables.GetOrAdd((nint)file->Methods, TableOn);
        return result;
    }

    /// <summary>The plain methods but for those that are changed, and behind them where the plain ones are.</summary>
    private static nint TableOn(nint plainTable)
    {
        var plain = (SqliteFileMethods*)plainTable;
        var table = (CheckedMethods*)NativeMemory.AllocZeroed((nuint)sizeof(CheckedMethods));
        NativeMemory.Copy(plain, table, (nuint)SqliteFileMethods.SizeOf(plain->Version));
        table->Plain = plain;
        table->Methods.Read = &Read;
        table->Methods.Write = &Write;
        if (plain->Version >= 3) table->Methods.Fetch = &Fetch;
        return (nint)table;
    }

    private static SqliteFileMethods* Plain(SqliteFile* file) => ((CheckedMethods*)file->Methods)->Plain;

    [UnmanagedCallersOnly]
    private static int Read(SqliteFile* file, byte* into, int count, long offset)
    {
        var result = Plain(file)->Read(file, into, count, offset);
        if (count < SmallestPage || (offset == 0 && result == SqliteNative.ShortRead)) return result;
        if (result is not (SqliteNative.Ok or SqliteNative.ShortRead)) return result;
        return result == SqliteNative.Ok && IsWhole(into, count, offset) ? result : SqliteNative.Corrupt;
    }

    [UnmanagedCallersOnly]
    [SkipLocalsInit]
    private static int Write(SqliteFile* file, byte* from, int count, long offset)
    {
        if (count != PageChecksum.PageSize) return Plain(file)->Write(file, from, count, offset);
        var page = stackalloc byte[PageChecksum.PageSize];
        NativeMemory.Copy(from, page, PageChecksum.PageSize);
        PageChecksum.Seal(new Span<byte>(page, PageChecksum.PageSize), offset / PageChecksum.PageSize);
        return Plain(file)->Write(file, page, count, offset);
    }

    [UnmanagedCallersOnly]
    private static int Fetch(SqliteFile* file, long offset, int count, byte** page)
    {
        var result = Plain(file)->Fetch(file, offset, count, page);
        if (result != SqliteNative.Ok || *page == null || IsWhole(*page, count, offset)) return result;
        Plain(file)->Unfetch(file, offset, *page);
        *page = null;
        return SqliteNative.Corrupt;
    }

    private static bool IsWhole(byte* page, int count, long offset) =>
        count == PageChecksum.PageSize
        && offset % PageChecksum.PageSize == 0
        && PageChecksum.Holds(new ReadOnlySpan<byte>(page, count), offset / PageChecksum.PageSize);

    [StructLayout(LayoutKind.Sequential)]
    private struct CheckedMethods
    {
        public SqliteFileMethods Methods;
        public SqliteFileMethods* Plain;
    }
}
