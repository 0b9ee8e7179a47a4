using System.Numerics;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>
/// The cells that amounts are sorted into. A cell is 0.2 to 0.4 percent wide, a single minor unit below 512, and the
/// cells follow each other without a gap, so that amounts one unit apart always lie in the same or in neighbouring
/// ones.
/// </summary>
internal static class AmountCells
{
    private const int LeadingBits = 9;

    /// <summary>Number of the cell: the amount's leading bits with their exponent, as a float keeps them.</summary>
    public static uint Of(ulong amount)
    {
        var exponent = Math.Max(0, BitOperations.Log2(amount) + 1 - LeadingBits);
        return ((uint)exponent << (LeadingBits - 1)) + (uint)(amount >> exponent);
    }

    /// <summary>
    /// The two pairs of neighbouring cells that an amount belongs to, each named by its lower cell. Amounts of the same
    /// or of neighbouring cells share at least one pair.
    /// </summary>
    public static (uint Lower, uint Upper) PairsOf(ulong amount)
    {
        var cell = Of(amount);
        return (cell == 0 ? 0 : cell - 1, cell);
    }

    /// <summary>Whether two amounts share a pair.</summary>
    public static bool AreNear(ulong one, ulong other) => Math.Abs((long)Of(one) - Of(other)) <= 1;

    /// <summary>Whether two amounts differ by no more than a minor unit or 0.05 percent, as by rounding.</summary>
    public static bool AreNext(ulong one, ulong other) =>
        Math.Max(one, other) - Math.Min(one, other) <= Math.Max(1, Math.Max(one, other) / 2048);
}
