namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>The widths Solidity has: 8 to 256 bits in steps of 8.</summary>
internal static class IntegerWidth
{
    public static int Check(int bits, int bytesAvailable) =>
        bits is >= 8 and <= 256 && bits % 8 == 0 && bits <= bytesAvailable * 8
            ? bits
            : throw new ArgumentOutOfRangeException(
                nameof(bits), bits, $"Widths are multiples of 8 up to {Math.Min(256, bytesAvailable * 8)}.");
}
