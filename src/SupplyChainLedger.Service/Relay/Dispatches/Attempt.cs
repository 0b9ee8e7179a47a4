using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Relay.Fees;

namespace SupplyChainLedger.Service.Relay.Dispatches;

/// <summary>One signed transaction of a dispatch. Kept for ever: any of them may land.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="GasLimit">The most gas it may use.</param>
/// <param name="Fee">What it offers.</param>
/// <param name="SignedAt">When it was signed.</param>
/// <param name="SignedAtBlock">The chain's newest block at that time.</param>
internal sealed record Attempt(
    Hash32 Hash, ulong GasLimit, FeeOffer Fee, DateTimeOffset SignedAt, ulong SignedAtBlock);

/// <summary>An attempt with the transaction itself, which may be as large as a node takes.</summary>
/// <param name="Attempt">What is known of it.</param>
/// <param name="Raw">Its bytes, sent again whenever the node has forgotten them.</param>
internal sealed record SignedAttempt(Attempt Attempt, byte[] Raw);
