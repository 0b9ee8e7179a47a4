namespace SupplyChainLedger.Ethereum.Signing;

/// <summary>What is wrong with the bytes of a signature.</summary>
public enum SignatureFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>There are not exactly 65 bytes.</summary>
    WrongLength,

    /// <summary>The last byte is neither 27 nor 28.</summary>
    WrongRecoveryByte,

    /// <summary>R or S is zero or not below the order of the group.</summary>
    OutOfRange,

    /// <summary>S is in the upper half, so that a second form of the same signature exists (EIP-2).</summary>
    HighS,
}
