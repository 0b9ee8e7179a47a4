using System.Runtime.InteropServices;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>What a transaction adds to a table of pairs: kept until its end, and written in the table's order.</summary>
internal sealed class KeyPairRows(KeyPairTable table)
{
    private readonly List<(long First, long Second)> _rows = [];

    public void Add(long first, long second) => _rows.Add((first, second));

    public void Write(SqliteSession writer)
    {
        _rows.Sort();
        table.Insert(writer, CollectionsMarshal.AsSpan(_rows));
    }
}
