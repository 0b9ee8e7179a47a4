namespace SupplyChainLedger.Contracts.Errors;

/// <summary>Why a contract refused something: its custom error, decoded.</summary>
/// <param name="Name">The error's name in Solidity, such as <c>InvoiceAlreadyExists</c>.</param>
/// <param name="Arguments">Its values by their Solidity names, numbers in decimal, bytes in hexadecimal.</param>
public sealed record ContractReason(string Name, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>Name of a reason that is no error of the contract; its argument <c>raw</c> holds the bytes.</summary>
    public const string Unknown = "Unknown";

    /// <summary>Name of a failure that left no reason: out of gas, say.</summary>
    public const string None = "None";
}
