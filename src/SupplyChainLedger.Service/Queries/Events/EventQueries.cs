using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Blocks;
using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Events;

/// <summary>Events as of one snapshot.</summary>
internal sealed class EventQueries(SqliteSession session)
{
    private const long BeforeAll = -1;

    /// <summary>The next events after one, in the order of the chain.</summary>
    /// <param name="after">The event; null means from the first one.</param>
    /// <param name="filter">Which events.</param>
    /// <param name="limit">At most this many.</param>
    public List<EventRow> After(LogPosition? after, EventFilter filter, int limit) =>
        session.All(EventSql.After(filter), EventTable.Read, Arguments(after?.Key ?? BeforeAll, limit, filter));

    /// <summary>The newest event of the filter up to the end of a block; null when there is none.</summary>
    public EventRow? NewestUpTo(ulong block, EventFilter filter) => session.First(
        EventSql.NewestUpTo(filter), EventTable.Read, Arguments(LogPosition.FirstKeyOf(block + 1) - 1, 1, filter));

    /// <summary>Where an event that a record names was recorded, and the intent that caused it.</summary>
    /// <exception cref="InvalidDataException">There is no event there.</exception>
    public RecordedAct ActAt(LogPosition position) =>
        EventTable.At(session, position) is { } row
            ? new RecordedAct(row.At, EventOutcomes.Of(row.Event) is { } intent ? new IntentHash(intent) : null)
            : throw new InvalidDataException($"The index names the log {position}, which it does not have.");

    /// <summary>What the chain has made of an intent; null when it has recorded nothing under its digest.</summary>
    public IntentOutcome? OutcomeOf(IntentHash intent) =>
        EventTable.NewestOutcome(session, intent.Value) is { Event: not IntentRefused } row
            ? IntentOutcomes.Of(row)
            : null;

    /// <summary>Whether the event that a position names is on the indexed chain.</summary>
    public bool Stands(EventPosition position) =>
        BlockTable.Find(session, position.At.Block) is { } block
        && position.IsIn(block.Hash)
        && session.Number(EventSql.Exists, position.At.Key) is not null;

    /// <summary>
    /// The newest block that is both before the position's block and on the indexed chain, when the position's block
    /// was taken back.
    /// </summary>
    /// <param name="position">A position that does not stand.</param>
    /// <param name="fork">The block's number; 0 when all blocks were taken back.</param>
    /// <returns>False when the position's block was never indexed.</returns>
    public bool TryFindFork(EventPosition position, out ulong fork)
    {
        fork = 0;
        var orphans = BlockTable.OrphansAt(session, position.At.Block).Where(position.IsIn).ToList();
        if (orphans.Count == 0) return false;

        var parent = BlockTable.ParentOfOrphan(session, orphans[0]);
        for (var number = position.At.Block; parent is { } hash && number > 0; number--)
        {
            if (IsIndexed(number - 1, hash))
            {
                fork = number - 1;
                return true;
            }

            parent = BlockTable.ParentOfOrphan(session, hash);
        }

        return true;
    }

    private bool IsIndexed(ulong number, Hash32 hash) => BlockTable.Find(session, number)?.Hash == hash;

    private static SqliteValue[] Arguments(long key, int limit, EventFilter filter)
    {
        var arguments = new List<SqliteValue>(4) { key, (long)limit };
        if (filter.Invoice is { } invoice) arguments.Add(invoice.Value.ToBytes());
        if (filter.Participant is { } participant) arguments.Add((long)participant.Value);
        return [.. arguments];
    }
}
