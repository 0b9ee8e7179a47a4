using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Events;

namespace SupplyChainLedger.Service.Queries.Events;

/// <summary>One message of the event stream.</summary>
internal abstract record FeedMessage;

/// <summary>The next event.</summary>
/// <param name="Row">The event.</param>
/// <param name="Position">Where the reader is once it has dealt with it.</param>
/// <param name="ReadAt">The index when the event was read.</param>
/// <param name="Handles">The handles of the participants that the event names.</param>
internal sealed record FeedEvent(
    EventRow Row, string Position, IndexHead ReadAt, IReadOnlyDictionary<ParticipantId, string> Handles) : FeedMessage;

/// <summary>Everything that is indexed has been given out; what follows is new.</summary>
/// <param name="ReadAt">Up to where.</param>
internal sealed record FeedCaughtUp(IndexHead ReadAt) : FeedMessage;

/// <summary>
/// Events that the reader has were taken back: it undoes all after a position. What replaced them follows.
/// </summary>
/// <param name="AfterPosition">The reader's last event that still stands; empty when none does.</param>
/// <param name="ForkBlock">Number of the last block that still stands.</param>
internal sealed record FeedReorganisation(string AfterPosition, ulong ForkBlock) : FeedMessage;
