using System.Runtime.InteropServices;

namespace SupplyChainLedger.Service.Sqlite;

/// <summary><c>sqlite3_vfs</c>: how SQLite reaches an operating system. Only what is changed has its type.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteVfs
{
    public int Version;
    public int FileSize;
    public int MaxPath;
    public SqliteVfs* Next;
    public byte* Name;
    public nint AppData;
    public delegate* unmanaged<SqliteVfs*, byte*, SqliteFile*, int, int*, int> Open;
    public delegate* unmanaged<SqliteVfs*, byte*, int, int> Delete;

    /// <summary>How many bytes the structure has in a version of the interface.</summary>
    public static int SizeOf(int version) => (version >= 3 ? 21 : version == 2 ? 18 : 17) * sizeof(nint);
}

/// <summary><c>sqlite3_file</c>; what stands behind it is the file system's own.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteFile
{
    public SqliteFileMethods* Methods;
}

/// <summary><c>sqlite3_io_methods</c>. Only what is changed has its type.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteFileMethods
{
    public int Version;
    public nint Close;
    public delegate* unmanaged<SqliteFile*, byte*, int, long, int> Read;
    public delegate* unmanaged<SqliteFile*, byte*, int, long, int> Write;
    public fixed long Others[13];
    public delegate* unmanaged<SqliteFile*, long, int, byte**, int> Fetch;
    public delegate* unmanaged<SqliteFile*, long, byte*, int> Unfetch;

    /// <summary>How many bytes the structure has in a version of the interface.</summary>
    public static int SizeOf(int version) => (version >= 3 ? 19 : version == 2 ? 17 : 13) * sizeof(nint);
}
