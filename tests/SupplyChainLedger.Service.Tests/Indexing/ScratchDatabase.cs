using Microsoft.Data.Sqlite;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Tests.Indexing;

/// <summary>A database with a table of the test's own.</summary>
internal sealed class ScratchDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scl-scratch-");

    public ScratchDatabase(string table)
    {
        Session = new SqliteSession(Path.Combine(_folder.FullName, "scratch.db"), SqliteOpenMode.ReadWriteCreate);
        Session.Script($"CREATE TABLE {table}");
    }

    public SqliteSession Session { get; }

    public void Dispose()
    {
        Session.Dispose();
        _folder.Delete(recursive: true);
    }
}
