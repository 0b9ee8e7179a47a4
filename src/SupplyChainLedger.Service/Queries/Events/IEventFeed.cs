using SupplyChainLedger.Service.Faults;

namespace SupplyChainLedger.Service.Queries.Events;

/// <summary>The events of the chain as a stream without end.</summary>
internal interface IEventFeed
{
    /// <summary>
    /// All events after a position, then what comes. The reader pulls: nothing is kept for one that is slow, and one
    /// that stops costs nothing.
    /// </summary>
    /// <param name="afterPosition">Position of the last event the reader has dealt with; empty means from the first.
    /// </param>
    /// <param name="filter">Which events.</param>
    /// <param name="cancellation">Ends the stream.</param>
    /// <exception cref="LedgerFault">POSITION_INVALID: this network's stream has never given out the position.
    /// </exception>
    IAsyncEnumerable<FeedMessage> ReadAsync(string afterPosition, EventFilter filter, CancellationToken cancellation);
}
