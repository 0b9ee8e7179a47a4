using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Relay.Dispatches;

/// <summary>One batch on one nonce of a relay account, with all attempts to get it into a block.</summary>
/// <param name="Id">Its number in the outbox.</param>
/// <param name="Sender">The account.</param>
/// <param name="Nonce">The account's nonce that it takes.</param>
/// <param name="Intents">How many intents it set out with.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Block">The block that took it; null unless included.</param>
/// <param name="Attempts">Its transactions, the newest first; at least one.</param>
internal sealed record Dispatch(
    long Id,
    Address Sender,
    ulong Nonce,
    int Intents,
    DispatchState State,
    RecordedBlock? Block,
    IReadOnlyList<Attempt> Attempts)
{
    /// <summary>The transaction that is to land.</summary>
    public Attempt Newest => Attempts[0];
}
