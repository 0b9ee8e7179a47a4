using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Relay.Batches;

/// <summary>
/// A batch that several participants share: whoever has the fewest bytes in it so far adds the next intent of its line.
/// An intent that is ready while earlier ones on the same receivable still wait, in whosever line, takes these along
/// first, and at its own participant's cost: an answer never comes before its question, and nobody waits for another
/// one's line to get there. With what it takes along goes what that one's participant has said before of no receivable,
/// such as a limit.
/// </summary>
internal sealed class SharedBatch(SqliteSession sqlite, ulong chainTime, int limit, int maxBytes)
{
    private readonly SortedDictionary<long, OutboxEntry> _taken = [];
    private readonly Dictionary<InvoiceId, long> _takenOn = [];
    private readonly Dictionary<ParticipantId, long> _takenOnNone = [];
    private int _bytes;

    /// <summary>Fills it.</summary>
    /// <param name="participants">Whose lines, in the order of their first turn.</param>
    /// <returns>Who had its first turn last; null when nobody had one.</returns>
    public ParticipantId? Fill(IReadOnlyList<ParticipantId> participants)
    {
        ParticipantId? last = null;
        var portion = Math.Max(1, limit / Math.Max(1, participants.Count));
        var turns = new PriorityQueue<Line, (int Bytes, int Place)>(
            participants.Select((one, place) => (new Line(one, place, portion), (0, place))));
        while (_taken.Count < limit && turns.TryDequeue(out var line, out _))
        {
            if (NextOf(line) is not { } entry) continue;

            // Nor may what is behind it overtake it.
            if (_bytes + entry.Call.Length > maxBytes) continue;
            if (line.Bytes == 0) last = line.Participant;
            Add(entry);
            line.Bytes += entry.Call.Length;
            turns.Enqueue(line, (line.Bytes, line.Place));
        }

        return last;
    }

    /// <summary>What is in it, in the order of acceptance.</summary>
    public List<OutboxEntry> InOrder() => [.. _taken.Values];

    private void Add(OutboxEntry entry)
    {
        _taken.Add(entry.Sequence, entry);
        _bytes += entry.Call.Length;
        if (entry.Invoice is { } invoice) _takenOn[invoice] = entry.Sequence;
        else _takenOnNone[entry.Participant] = entry.Sequence;
    }

    private OutboxEntry? NextOf(Line line)
    {
        while (line.Peek(sqlite, chainTime) is { } entry)
        {
            if (!_taken.ContainsKey(entry.Sequence)) return FirstBefore(entry) ?? entry;
            line.Pass();
        }

        return null;
    }

    private OutboxEntry? FirstBefore(OutboxEntry entry)
    {
        if (entry.Invoice is not { } invoice) return null;
        var earlier = WaitingTable.FirstConcerning(
            sqlite, invoice, _takenOn.GetValueOrDefault(invoice), entry.Sequence, chainTime);
        if (earlier is null || earlier.Participant == entry.Participant) return earlier;
        var taken = _takenOnNone.GetValueOrDefault(earlier.Participant);
        return WaitingTable.FirstConcerningNone(sqlite, earlier.Participant, taken, earlier.Sequence, chainTime)
            ?? earlier;
    }

    /// <summary>What one participant has waiting, read in portions.</summary>
    private sealed class Line(ParticipantId participant, int place, int portion)
    {
        private readonly Queue<OutboxEntry> _read = [];
        private long _readTo;
        private bool _isAtEnd;

        public ParticipantId Participant => participant;

        public int Place => place;

        /// <summary>Bytes that were added to the batch in its turns.</summary>
        public int Bytes { get; set; }

        public OutboxEntry? Peek(SqliteSession sqlite, ulong chainTime)
        {
            if (_read.Count == 0 && !_isAtEnd) Read(sqlite, chainTime);
            return _read.TryPeek(out var entry) ? entry : null;
        }

        public void Pass() => _read.Dequeue();

        private void Read(SqliteSession sqlite, ulong chainTime)
        {
            var entries = WaitingTable.ReadLine(sqlite, participant, _readTo, chainTime, portion);
            _isAtEnd = entries.Count < portion;
            foreach (var entry in entries) _read.Enqueue(entry);
            if (entries.Count > 0) _readTo = entries[^1].Sequence;
        }
    }
}
