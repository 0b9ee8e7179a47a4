using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Settlement;

/// <summary>The table <c>stop</c>: the times at which obligors were stopped.</summary>
internal static class StopTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns = "stopped, obligor, receivable, holding, lifted, operator, reason";

    private const string InForceSql =
        $"SELECT {Columns} FROM stop WHERE obligor = ?1 AND lifted IS NULL ORDER BY stopped DESC LIMIT 1";

    private const string LiftSql = "UPDATE stop SET lifted = ?2, operator = ?3, reason = ?4 WHERE stopped = ?1";

    /// <summary>The stop that an obligor is under; null where it is under none.</summary>
    public static StopRecord? InForce(SqliteSession session, ParticipantId obligor) =>
        session.First(InForceSql, Read, (long)obligor.Value);

    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static void Project(SqliteSession writer, LedgerEvent logged, LogPosition at)
    {
        if (logged is ObligorStopped stopped) Stop(writer, stopped, at);
        else if (logged is StopLifted lifted) Lift(writer, lifted, at);
    }

    public static void Delete(SqliteSession writer, ParticipantId obligor) =>
        writer.Execute("DELETE FROM stop WHERE obligor = ?1", (long)obligor.Value);

    public static StopRecord Read(SqliteRow row) => new(
        row.GetParticipant(1),
        row.GetInvoice(2),
        row.GetHolding(3),
        row.GetPosition(0),
        row.IsDBNull(4) ? null : new LiftedStop(row.GetParticipant(5), row.GetString(6), row.GetPosition(4)));

    private static void Stop(SqliteSession writer, ObligorStopped e, LogPosition at)
    {
        if (InForce(writer, e.Obligor) is not null) throw Impossible(e, at, "is stopped already");
        writer.Execute(
            "INSERT INTO stop VALUES (?1, ?2, ?3, ?4, NULL, NULL, NULL)",
            at.Key, (long)e.Obligor.Value, e.Receivable.Value.ToBytes(), e.Holding.Value.ToBytes());
    }

    private static void Lift(SqliteSession writer, StopLifted e, LogPosition at)
    {
        var stop = InForce(writer, e.Obligor) ?? throw Impossible(e, at, "is not stopped");
        writer.Execute(LiftSql, stop.Stopped.Key, at.Key, (long)e.Operator.Value, e.Reason);
    }

    private static InconsistentChainException Impossible(LedgerEvent logged, LogPosition at, string how) =>
        new($"Log {at.LogIndex} of block {at.Block} tells {logged.GetType().Name} of an obligor that {how} in the "
            + "index.");
}
