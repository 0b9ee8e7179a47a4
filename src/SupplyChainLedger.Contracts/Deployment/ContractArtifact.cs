using System.Text.Json;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Deployment;

/// <summary>A compiled contract, as committed in <c>contracts/artifacts</c>.</summary>
public sealed class ContractArtifact
{
    private ContractArtifact(string name, byte[] creationCode, byte[] runtimeCode, string abiJson)
    {
        Name = name;
        CreationCode = creationCode;
        RuntimeCode = runtimeCode;
        AbiJson = abiJson;
    }

    /// <summary>The contract's name.</summary>
    public string Name { get; }

    /// <summary>Code that creates the contract; constructor arguments follow it, ABI-encoded.</summary>
    public ReadOnlyMemory<byte> CreationCode { get; }

    /// <summary>Code at the contract's address, with its immutables as zeros.</summary>
    public ReadOnlyMemory<byte> RuntimeCode { get; }

    /// <summary>The ABI as JSON.</summary>
    public string AbiJson { get; }

    /// <summary>The register of participants.</summary>
    public static ContractArtifact LoadParticipants() => Load("Participants");

    /// <summary>The ledger. Its ABI is the whole ledger's, its code without that of the extension.</summary>
    public static ContractArtifact LoadLedger() => Load("Ledger");

    /// <summary>The second half of the ledger's code.</summary>
    public static ContractArtifact LoadLedgerExtension() => Load("LedgerExtension");

    private static ContractArtifact Load(string name)
    {
        using var stream = typeof(ContractArtifact).Assembly.GetManifestResourceStream($"{name}.json")
            ?? throw new InvalidOperationException($"The artifact {name}.json is not part of this build.");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new ContractArtifact(
            name,
            Hex.Decode(root.GetProperty("bytecode").GetString()),
            Hex.Decode(root.GetProperty("deployedBytecode").GetString()),
            root.GetProperty("abi").GetRawText());
    }
}
