using Microsoft.Data.Sqlite;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>A commit that the outbox's disk has refused. Each is an object of its own.</summary>
internal sealed class OutboxRefusal(SqliteException fault)
{
    /// <summary>What the operator is told, in a few words.</summary>
    public string Reason { get; } = fault.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => "its disk is full, and nothing is accepted",
        SQLitePCL.raw.SQLITE_IOERR => "its disk has failed, and the service stops",
        _ => $"it cannot be written to, and nothing is accepted: {fault.Message.TrimEnd('.')}",
    };
}
