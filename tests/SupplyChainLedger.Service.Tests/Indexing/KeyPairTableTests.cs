using Microsoft.Data.Sqlite;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class KeyPairTableTests : IDisposable
{
    private static readonly KeyPairTable Table = new("pair");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scl-pairs-");
    private readonly SqliteSession _session;

    public KeyPairTableTests()
    {
        _session = new SqliteSession(Path.Combine(_folder.FullName, "pairs.db"), SqliteOpenMode.ReadWriteCreate);
        _session.Script("CREATE TABLE pair (a INTEGER, b INTEGER, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID");
    }

    [Fact]
    public void A_row_that_is_there_twice_or_already_is_there_once()
    {
        var rows = Enumerable.Range(0, 100).Select(static i => ((long)i / 2, 7L)).ToArray();
        Table.Insert(_session, rows.AsSpan(40, 30));

        Table.Insert(_session, rows);

        Assert.Equal(rows.Distinct(), All());
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Delete(recursive: true);
    }

    private List<(long, long)> All() =>
        _session.All("SELECT a, b FROM pair ORDER BY a, b", static row => (row.GetInt64(0), row.GetInt64(1)));
}
