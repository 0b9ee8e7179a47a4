using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>A keyed hash over some particulars of an invoice: equal where these agree, and telling nothing without the
/// key.</summary>
/// <param name="Combination">Which particulars.</param>
/// <param name="Parties">
/// HMAC-SHA-256 (RFC 2104) under the network's key of the parties among these alone. A table that is sorted by it keeps
/// what is written and asked for together in one place.
/// </param>
/// <param name="Value">HMAC-SHA-256 under the network's key of all of these.</param>
public readonly record struct Fingerprint(Combination Combination, Hash32 Parties, Hash32 Value);
