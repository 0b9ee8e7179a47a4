using Microsoft.Data.Sqlite;
using SupplyChainLedger.Service.Indexing.Storage;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class RowInsertTests : IDisposable
{
    private readonly ScratchDatabase _database = new(
        "price (day INTEGER PRIMARY KEY, text TEXT NOT NULL, amount INTEGER) STRICT");

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

        Inserting().Execute(_database.Session, rows);

        Assert.Equal(rows, All());
    }

    [Fact]
    public void What_is_to_be_done_about_a_row_that_is_there_is_done_about_each()
    {
        Inserting().Execute(_database.Session, Rows(40));
        var dearer = Rows(50).Select(static row => row with { Amount = row.Amount + 1 }).ToArray();

        Inserting("ON CONFLICT (day) DO UPDATE SET amount = excluded.amount").Execute(_database.Session, dearer);

        Assert.Equal(dearer, All());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void A_row_that_cannot_be_added_is_a_fault_and_the_transaction_takes_back_those_before_it(int count)
    {
        Inserting().Execute(_database.Session, [new Price(count - 1, "there", 0)]);

        Assert.Throws<SqliteException>(
            () => _database.Session.Transact(writer => Inserting().Execute(writer, Rows(count))));

        Assert.Equal([new Price(count - 1, "there", 0)], All());
    }

    public void Dispose() => _database.Dispose();

    private static RowInsert<Price> Inserting(string onConflict = "") => new(
        "INSERT OR FAIL INTO price",
        columns: 3,
        static (row, values) => (values[0], values[1], values[2]) = (row.Day, row.Text, row.Amount),
        onConflict);

    private static Price[] Rows(int count) =>
        [.. Enumerable.Range(0, count).Select(static i => new Price(i, $"on day {i}", i % 5 == 0 ? null : 7L * i))];

    private List<Price> All() => _database.Session.All(
        "SELECT day, text, amount FROM price ORDER BY day",
        static row => new Price(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2)));

    private sealed record Price(long Day, string Text, long? Amount);
}
