namespace SupplyChainLedger.Simulation.Disk;

/// <summary>Numbers of SQLite's C interface (sqlite3.h).</summary>
internal static class SqliteCodes
{
    public const int Ok = 0;
    public const int Busy = 5;
    public const int IoError = 10;
    public const int NotFound = 12;
    public const int Full = 13;
    public const int CannotOpen = 14;
    public const int ShortRead = IoError | 2 << 8;
    public const int SyncError = IoError | 4 << 8;
    public const int NothingToDelete = IoError | 23 << 8;

    public const int OpenDeleteOnClose = 0x8;
    public const int OpenCreate = 0x4;

    public const int LockNone = 0;
    public const int LockShared = 1;
    public const int LockReserved = 2;
    public const int LockPending = 3;
    public const int LockExclusive = 4;

    public const int ShmUnlock = 1;
    public const int ShmShared = 4;

    public const int PowersafeOverwrite = 0x1000;
}
