using System.Runtime.CompilerServices;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Events;

namespace SupplyChainLedger.Service.Queries.Events;

/// <summary>
/// Streams events out of the index: page after page, each from a snapshot of its own, then again with each new block.
/// Whether the reader's last event still stands is looked up with every page, so that a reorganisation is noticed
/// wherever it catches the reader: within a page, between two, or away.
/// </summary>
internal sealed class EventFeed(IIndexReader reader, IIndexProgress progress) : IEventFeed
{
    private const int PageSize = 256;

    public async IAsyncEnumerable<FeedMessage> ReadAsync(
        string afterPosition, EventFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        EventPosition? cursor = afterPosition.Length == 0 ? null : EventPosition.Parse(afterPosition);
        var caughtUp = false;
        while (true)
        {
            var seen = progress.Current;
            var page = await ReadPageAsync(cursor, filter, cancellation);
            cursor = page.Cursor;
            foreach (var message in page.Messages) yield return message;
            caughtUp &= !page.Reorganised;
            if (page.HasMore) continue;

            if (!caughtUp && !page.MustWait)
            {
                yield return new FeedCaughtUp(page.Head);
                caughtUp = true;
            }

            await WaitForBlockAsync(seen, cancellation);
        }
    }

    private async Task WaitForBlockAsync(IndexHead seen, CancellationToken cancellation)
    {
        var head = seen;
        do head = await progress.WaitForChangeAsync(head, cancellation);
        while (head.Indexed == seen.Indexed && head.Lag == seen.Lag && head.Rollbacks == seen.Rollbacks);
    }

    private async Task<FeedPage> ReadPageAsync(
        EventPosition? cursor, EventFilter filter, CancellationToken cancellation)
    {
        using var snapshot = await reader.OpenAsync(minBlock: 0, cancellation);
        if (cursor is { } position && !snapshot.Events.Stands(position))
            return TakeBack(snapshot, position, filter);

        var rows = snapshot.Events.After(cursor?.At, filter, PageSize);
        var handles = HandlesIn(snapshot, rows);
        var events = rows.ConvertAll(row => (FeedMessage)new FeedEvent(
            row, EventPosition.Of(row).ToString(), snapshot.Head, handles));
        return new FeedPage(snapshot.Head, events, rows.Count == 0 ? cursor : EventPosition.Of(rows[^1]))
        {
            HasMore = rows.Count == PageSize,
        };
    }

    private static FeedPage TakeBack(IndexSnapshot snapshot, EventPosition position, EventFilter filter)
    {
        if (!snapshot.Events.TryFindFork(position, out var fork))
        {
            // An index that is being rebuilt may not have come to the position's block yet.
            var mayCome = snapshot.Head.ChainHead == 0 || snapshot.Head.Lag > 0;
            return mayCome && position.At.Block > snapshot.Head.Indexed.Number
                ? new FeedPage(snapshot.Head, [], position) { MustWait = true }
                : throw LedgerFaults.PositionInvalid(position.ToString());
        }

        EventPosition? standing = snapshot.Events.NewestUpTo(fork, filter) is { } row ? EventPosition.Of(row) : null;
        return new FeedPage(snapshot.Head, [new FeedReorganisation(standing?.ToString() ?? "", fork)], standing)
        {
            HasMore = true,
            Reorganised = true,
        };
    }

    private static Dictionary<ParticipantId, string> HandlesIn(IndexSnapshot snapshot, List<EventRow> rows) => rows
        .SelectMany(row => row.Event.ParticipantsNamed.Concat(row.Event.HoldingsChanged.SelectMany(PartiesOf)))
        .Where(id => id.Value != 0)
        .Distinct()
        .ToDictionary(id => id, snapshot.Participants.HandleOf);

    private static IEnumerable<ParticipantId> PartiesOf(HoldingChange said) =>
        [said.Record.Holder, said.Record.Counterparty];

    /// <param name="Head">The index when the page was read.</param>
    /// <param name="Messages">What to give out.</param>
    /// <param name="Cursor">Where the reader is then.</param>
    private sealed record FeedPage(IndexHead Head, IReadOnlyList<FeedMessage> Messages, EventPosition? Cursor)
    {
        public bool HasMore { get; init; }

        public bool Reorganised { get; init; }

        public bool MustWait { get; init; }
    }
}
