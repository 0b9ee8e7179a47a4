using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Relay.Dispatches;

/// <summary>The nonces of an account that are free by the chain's count.</summary>
/// <param name="Account">The account.</param>
/// <param name="Count">How many of its transactions the chain has counted: the first free nonce.</param>
/// <param name="CountedTo">Number of the newest block that was counted.</param>
/// <param name="Head">Number of the chain's newest block.</param>
internal sealed record Uncounted(Address Account, ulong Count, ulong CountedTo, ulong Head);
