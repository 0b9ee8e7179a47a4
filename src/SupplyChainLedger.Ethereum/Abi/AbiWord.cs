namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>The unit of every encoding.</summary>
internal static class AbiWord
{
    public const int Size = 32;
}
