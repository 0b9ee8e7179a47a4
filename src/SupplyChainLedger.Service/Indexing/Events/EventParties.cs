using System.Runtime.InteropServices;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Events;

/// <summary>Whom the events of a transaction concern, for the table <c>event_party</c>. Written at its end.</summary>
internal sealed class EventParties
{
    private static readonly KeyPairTable Table = new("event_party");

    private readonly List<(long Participant, long At)> _rows = [];

    /// <param name="at">The event.</param>
    /// <param name="parties">Whom it concerns; some may be there twice.</param>
    public void Add(LogPosition at, IEnumerable<ParticipantId> parties)
    {
        foreach (var party in parties) _rows.Add((party.Value, at.Key));
    }

    public void Write(SqliteSession writer)
    {
        _rows.Sort();
        Table.Insert(writer, CollectionsMarshal.AsSpan(_rows));
    }
}
