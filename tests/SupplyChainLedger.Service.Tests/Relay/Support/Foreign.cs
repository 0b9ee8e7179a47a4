using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>Transactions that the relay did not make.</summary>
internal static class Foreign
{
    /// <summary>Carries an intent straight to its action.</summary>
    public static SignedTransaction Transaction(
        PrivateKey sender, ulong nonce, LedgerIntent intent, PrivateKey signer) =>
        Of(sender, nonce, intent.EncodeCall(intent.Sign(Workbench.Domain, signer)));

    /// <summary>Carries nothing that concerns the ledger.</summary>
    public static SignedTransaction Empty(PrivateKey sender, ulong nonce) =>
        Of(sender, nonce, LedgerCalls.Execute.EncodeCall([]));

    private static SignedTransaction Of(PrivateKey sender, ulong nonce, byte[] data) => new Eip1559Transaction
    {
        ChainId = Workbench.ChainId,
        Nonce = nonce,
        GasLimit = 1_000_000,
        To = Workbench.Network.Ledger,
        Data = data,
        MaxFeePerGas = 1_000_000_000_000,
        MaxPriorityFeePerGas = 1,
    }.Sign(sender);
}
