using System.Numerics;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>The two errors that Solidity itself raises ("Panic via assert and Error via require").</summary>
public static class SolidityErrors
{
    /// <summary><c>Error(string)</c>: <c>require</c> and <c>revert</c> with a text.</summary>
    public static AbiError<string> Error { get; } = new("Error", AbiTypes.Tuple(AbiTypes.String));

    /// <summary><c>Panic(uint256)</c>: a failed assertion, 0x11 for an arithmetic overflow, and so on.</summary>
    public static AbiError<BigInteger> Panic { get; } = new("Panic", AbiTypes.Tuple(AbiTypes.UInt256));
}
