using SupplyChainLedger.Service.Indexing.Storage;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class KeyPairTableTests : IDisposable
{
    private static readonly KeyPairTable Table = new("pair");

    private readonly ScratchDatabase _database = new(
        "pair (a INTEGER, b INTEGER, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID");

    [Fact]
    public void A_row_that_is_there_twice_or_already_is_there_once()
    {
        var rows = Enumerable.Range(0, 100).Select(static i => ((long)i / 2, 7L)).ToArray();
        Table.Insert(_database.Session, rows.AsSpan(40, 30));

        Table.Insert(_database.Session, rows);

        Assert.Equal(rows.Distinct(), All());
    }

    public void Dispose() => _database.Dispose();

    private List<(long, long)> All() =>
        _database.Session.All("SELECT a, b FROM pair ORDER BY a, b", static row => (row.GetInt64(0), row.GetInt64(1)));
}
