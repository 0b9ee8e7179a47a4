using System.Text;
using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>What speaks against the contracts that were found.</summary>
/// <param name="Setting">The setting that led to them.</param>
/// <param name="Expected">What should be there.</param>
/// <param name="Found">What is there.</param>
internal sealed record ContractFault(string Setting, string Expected, string Found);

/// <summary>
/// Compares a network's contracts with those that this build knows: their code, what their constructors wrote into it,
/// and that register, extension and ledger belong together. A ledger with a foreign extension, or with the register of
/// somebody else, would do what its own code does not say.
/// </summary>
internal static class ContractCheck
{
    private const string LedgerAddress = "LedgerAddress";
    private const string ParticipantsAddress = "ParticipantsAddress";

    private static readonly AbiFunction<ValueTuple, Address> ExtensionOf =
        new("extension", AbiTypes.Nothing, AbiTypes.Tuple(AbiTypes.Address));

    /// <summary>Looks at the contracts.</summary>
    /// <param name="chain">A node of the network's chain.</param>
    /// <param name="network">The network.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The first fault; null where there is none.</returns>
    public static async Task<ContractFault?> FindFaultAsync(
        IChainClient chain, LedgerNetwork network, CancellationToken cancellation)
    {
        var registered = await ReadAsync(
            chain, ParticipantsAddress, network.Participants, ContractArtifact.LoadParticipants(), cancellation);
        if (registered.Fault is not null) return registered.Fault;
        var ledger = await ReadAsync(
            chain, LedgerAddress, network.Ledger, ContractArtifact.LoadLedger(), cancellation);
        if (ledger.Fault is not null) return ledger.Fault;

        // The ledger's code is ours, so that it says truly what it is linked to.
        var register = await chain.ReadAsync(network.Ledger, LedgerCalls.Participants, default, cancellation);
        if (register != network.Participants)
            return new ContractFault(
                ParticipantsAddress, $"{network.Participants}", $"that the ledger uses {register}");
        var extensionAddress = await chain.ReadAsync(network.Ledger, ExtensionOf, default, cancellation);
        var extension = await ReadAsync(
            chain, LedgerAddress, extensionAddress, ContractArtifact.LoadLedgerExtension(), cancellation);
        if (extension.Fault is not null) return extension.Fault;

        return ForeignIn(ledger, "ledger", network, network.Ledger, extensionAddress)
            ?? ForeignIn(extension, "extension", network, extensionAddress);
    }

    private static async Task<(IReadOnlySet<Hash32> Immutables, ContractFault? Fault)> ReadAsync(
        IChainClient chain, string setting, Address address, ContractArtifact artifact, CancellationToken cancellation)
    {
        var code = await chain.GetCodeAsync(address, cancellation);
        if (code.Length == 0)
            return (new HashSet<Hash32>(), new ContractFault(
                setting, $"the contract {artifact.Name} at {address}", "no code"));
        var (expected, found) = (CodeFingerprint.Of(artifact), CodeFingerprint.Of(code, artifact));
        return found == expected
            ? (CodeFingerprint.ImmutablesOf(code, artifact), null)
            : (new HashSet<Hash32>(), new ContractFault(
                setting, $"{artifact.Name} with code hash {expected} at {address}", $"code hash {found}"));
    }

    // Each immutable is one of these: the links, and what OpenZeppelin's EIP712 keeps of the signing domain.
    private static ContractFault? ForeignIn(
        (IReadOnlySet<Hash32> Immutables, ContractFault? Fault) contract,
        string name,
        LedgerNetwork network,
        Address self,
        params Address[] links)
    {
        Address[] addresses = [self, network.Participants, .. links];
        HashSet<Hash32> own =
        [
            LedgerDomain.Of(network.ChainId, self).Separator,
            AbiWord(AbiTypes.UInt64, network.ChainId),
            HashOf(LedgerDomain.Name),
            HashOf(LedgerDomain.Version),
            ShortString(LedgerDomain.Name),
            ShortString(LedgerDomain.Version),
            .. addresses.Select(address => AbiWord(AbiTypes.Address, address)),
        ];
        var foreign = contract.Immutables.Where(value => !own.Contains(value)).ToArray();
        return foreign.Length == 0
            ? null
            : new ContractFault(
                LedgerAddress,
                $"the {name} at {self} to be created for this chain and these contracts",
                $"{foreign[0]} in its code");
    }

    private static Hash32 AbiWord<T>(AbiType<T> type, T value) => Hash32.FromBytes(type.Encode(value));

    private static Hash32 HashOf(string text) => Keccak256.Hash(Encoding.ASCII.GetBytes(text));

    // OpenZeppelin's ShortStrings: the text from the left, its length in the last byte.
    private static Hash32 ShortString(string text)
    {
        Span<byte> word = stackalloc byte[Hash32.Size];
        word.Clear();
        Encoding.ASCII.GetBytes(text, word);
        word[^1] = (byte)text.Length;
        return Hash32.FromBytes(word);
    }
}
