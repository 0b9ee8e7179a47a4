using Microsoft.Data.Sqlite;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class RowInsertTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scl-rows-");
    private readonly SqliteSession _session;

    public RowInsertTests()
    {
        _session = new SqliteSession(Path.Combine(_folder.FullName, "rows.db"), SqliteOpenMode.ReadWriteCreate);
        _session.Script("CREATE TABLE price (day INTEGER PRIMARY KEY, text TEXT NOT NULL, amount INTEGER) STRICT");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(500)]
    public void Every_row_is_added_with_its_own_values_however_many_there_are(int count)
    {
        var rows = Rows(count);

        Inserting("OR FAIL").Execute(_session, rows);

        Assert.Equal(rows, All());
    }

    [Fact]
    public void What_is_to_be_done_about_a_row_that_is_there_is_done_about_each()
    {
        Inserting("OR FAIL").Execute(_session, Rows(40));
        var dearer = Rows(50).Select(static row => row with { Amount = row.Amount + 1 }).ToArray();

        Inserting("OR FAIL", "ON CONFLICT (day) DO UPDATE SET amount = excluded.amount").Execute(_session, dearer);

        Assert.Equal(dearer, All());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void A_row_that_cannot_be_added_is_a_fault_and_the_transaction_takes_back_those_before_it(int count)
    {
        Inserting("OR FAIL").Execute(_session, [new Price(count - 1, "there", 0)]);

        Assert.Throws<SqliteException>(
            () => _session.Transact(writer => Inserting("OR FAIL").Execute(writer, Rows(count))));

        Assert.Equal([new Price(count - 1, "there", 0)], All());
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Delete(recursive: true);
    }

    private static RowInsert<Price> Inserting(string or, string onConflict = "") => new(
        $"INSERT {or} INTO price",
        columns: 3,
        static (row, values) => (values[0], values[1], values[2]) = (row.Day, row.Text, row.Amount),
        onConflict);

    private static Price[] Rows(int count) =>
        [.. Enumerable.Range(0, count).Select(static i => new Price(i, $"on day {i}", i % 5 == 0 ? null : 7L * i))];

    private List<Price> All() => _session.All(
        "SELECT day, text, amount FROM price ORDER BY day",
        static row => new Price(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2)));

    private sealed record Price(long Day, string Text, long? Amount);
}
