using System.Numerics;

namespace SupplyChainLedger.Service.Relay.Fees;

/// <summary>What a transaction pays for its gas.</summary>
/// <param name="MaxFee">Wei per gas in all: the gas price of a legacy transaction, EIP-1559's maximum
/// otherwise.</param>
/// <param name="PriorityFee">Wei per gas for the block's producer; null for a legacy transaction.</param>
internal sealed record FeeOffer(BigInteger MaxFee, BigInteger? PriorityFee);
