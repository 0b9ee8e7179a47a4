using System.Numerics;

namespace SupplyChainLedger.Service.Relay.Fees;

/// <summary>
/// How much is offered for gas. Asks a node for no more than <c>eth_gasPrice</c> and the block's base fee, so that the
/// poorest client and networks without fees will do.
/// </summary>
internal sealed class FeePolicy(RelayOptions options)
{
    /// <summary>
    /// The offer for a new transaction, within the cap. Twice the base fee outlasts five full blocks in a row, each of
    /// which raises it by an eighth (EIP-1559).
    /// </summary>
    /// <param name="baseFee">The newest block's base fee; null on a chain without a fee market.</param>
    /// <param name="gasPrice">What the node suggests in all.</param>
    public FeeOffer Offer(BigInteger? baseFee, BigInteger gasPrice)
    {
        if (baseFee is not { } burnt) return new FeeOffer(BigInteger.Min(gasPrice, options.MaxFeePerGas), null);
        var priority = BigInteger.Min(BigInteger.Max(0, gasPrice - burnt), options.MaxFirstPriorityFee);
        var max = BigInteger.Min(2 * burnt + priority, options.MaxFeePerGas);
        return new FeeOffer(max, BigInteger.Min(priority, max));
    }

    /// <summary>
    /// The offer that replaces another one: an eighth more at least, as nodes ask for, and as much as a new one would
    /// pay. Null when the cap forbids it, and where gas costs nothing.
    /// </summary>
    public FeeOffer? Raise(FeeOffer before, FeeOffer current)
    {
        if (before.MaxFee.IsZero && current.MaxFee.IsZero) return null;
        var floor = AnEighthMore(before.MaxFee);
        if (floor > options.MaxFeePerGas) return null;
        var max = BigInteger.Max(floor, current.MaxFee);
        if (before.PriorityFee is not { } tip) return new FeeOffer(max, null);
        var priority = BigInteger.Max(AnEighthMore(tip), current.PriorityFee ?? 0);
        var raised = new FeeOffer(BigInteger.Max(max, priority), priority);
        return raised.MaxFee <= options.MaxFeePerGas ? raised : null;
    }

    private static BigInteger AnEighthMore(BigInteger amount) => amount + BigInteger.Max(1, (amount + 7) / 8);
}
