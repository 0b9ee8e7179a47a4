using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>
/// The contracts on the devnet. Their addresses follow from the creator's address and from the order of its
/// transactions, so they are the same on every machine.
/// </summary>
internal static class DevnetContracts
{
    private const ulong CreationGas = 10_000_000;
    private const long WeiForCreation = 1_000_000_000_000_000_000;
    private const ulong ParticipantsNonce = 0;
    private const ulong ExtensionNonce = 1;
    private const ulong LedgerNonce = 2;

    /// <summary>No key leads to it: it is the end of a hash, and only anvil lets it send.</summary>
    private static readonly Address Creator =
        Address.FromBytes(Keccak256.Hash("SupplyChainLedger devnet"u8).ToBytes().AsSpan(^Address.Size..));

    private static readonly Address Extension = ContractAddress.FromCreate(Creator, ExtensionNonce);

    /// <summary>Address of <c>Participants</c>.</summary>
    public static Address Participants { get; } = ContractAddress.FromCreate(Creator, ParticipantsNonce);

    /// <summary>Address of <c>Ledger</c>.</summary>
    public static Address Ledger { get; } = ContractAddress.FromCreate(Creator, LedgerNonce);

    /// <summary>Creates what is missing.</summary>
    /// <param name="anvil">The chain.</param>
    /// <param name="operatorAccount">Who may register participants.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task EnsureCreatedAsync(
        AnvilClient anvil, Address operatorAccount, CancellationToken cancellation)
    {
        var created = await anvil.Chain.GetTransactionCountAsync(Creator, BlockTag.Latest, cancellation);
        if (created > LedgerNonce) return;
        await anvil.SetBalanceAsync(Creator, WeiForCreation, cancellation);
        if (created <= ParticipantsNonce)
            await CreateAsync(anvil, "Participants", ContractCreation.OfParticipants(operatorAccount, keyNotice: 0), cancellation);
        if (created <= ExtensionNonce)
            await CreateAsync(anvil, "LedgerExtension", ContractCreation.OfExtension(Participants), cancellation);
        var ledger = ContractCreation.OfLedger(Participants, Extension, RulePresets.Open);
        await CreateAsync(anvil, "Ledger", ledger, cancellation);
    }

    private static async Task CreateAsync(
        AnvilClient anvil, string name, byte[] code, CancellationToken cancellation)
    {
        var hash = await anvil.CreateContractAsync(Creator, code, CreationGas, cancellation);
        var receipt = await anvil.Chain.ReceiptOfAsync(hash, cancellation);
        if (!receipt.Succeeded)
            throw new StartupFault($"The contract {name} could not be created on the development chain.");
    }
}
