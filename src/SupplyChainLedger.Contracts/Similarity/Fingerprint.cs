using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>A keyed hash over some particulars of an invoice: equal where these agree, and telling nothing without the
/// key.</summary>
/// <param name="Combination">Which particulars.</param>
/// <param name="Value">HMAC-SHA-256 (RFC 2104) under the network's key.</param>
public readonly record struct Fingerprint(Combination Combination, Hash32 Value);
