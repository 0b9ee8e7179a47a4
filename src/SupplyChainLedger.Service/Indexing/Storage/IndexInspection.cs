using Microsoft.Data.Sqlite;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>
/// Looks a large index through for damage while it serves, table by table, once after the start: that takes seconds,
/// and damage is rare. What is found ends the index's work, and the next start has it made anew.
/// </summary>
internal sealed class IndexInspection(IndexDatabase database) : BackgroundService
{
    private const string TablesSql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";

    /// <summary>Looks at every table, or at as many as there is time for.</summary>
    /// <param name="stopping">Ends it before the next table.</param>
    public void Inspect(CancellationToken stopping)
    {
        try
        {
            foreach (var table in database.Look(Tables))
            {
                if (stopping.IsCancellationRequested) return;
                if (database.Look(session => Check(session, table)) is var finding and not "ok")
                    database.Condemn(finding);
            }
        }
        catch (SqliteException fault) when (IndexFile.IsDamage(fault))
        {
            database.Condemn(fault.Message);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => database.IsInspected
        ? Task.CompletedTask
        : Task.Run(() => Inspect(stoppingToken), stoppingToken);

    private static List<string> Tables(SqliteSession session) =>
        session.All(TablesSql, static row => row.GetString(0));

    private static string Check(SqliteSession session, string table) =>
        session.First("SELECT quick_check FROM pragma_quick_check(?1)", static row => row.GetString(0), table) ?? "";
}
