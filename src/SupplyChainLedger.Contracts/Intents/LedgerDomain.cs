using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The EIP-712 domain of the ledger's intents.</summary>
public static class LedgerDomain
{
    /// <summary>Value of the domain's <c>name</c>.</summary>
    public const string Name = "SupplyChainLedger";

    /// <summary>Value of the domain's <c>version</c>.</summary>
    public const string Version = "1";

    /// <summary>The longest time between signing and deadline that the ledger accepts.</summary>
    public static readonly TimeSpan MaxHorizon = TimeSpan.FromDays(30);

    /// <summary>The domain of one ledger on one chain.</summary>
    /// <param name="chainId">Chain id (EIP-155).</param>
    /// <param name="ledger">Address of the contract <c>Ledger</c>.</param>
    public static TypedDataDomain Of(ulong chainId, Address ledger) => new(Name, Version, chainId, ledger);
}
