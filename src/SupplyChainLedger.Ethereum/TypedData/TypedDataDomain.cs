using System.Text.Json;

namespace SupplyChainLedger.Ethereum.TypedData;

/// <summary>
/// The domain of EIP-712: which application, on which chain, at which contract a signature is meant for.
/// </summary>
public sealed class TypedDataDomain
{
    private static readonly TypedDataStruct<TypedDataDomain> Struct =
        new TypedDataStruct<TypedDataDomain>("EIP712Domain")
            .Field("name", TypedDataTypes.String, static domain => domain.Name)
            .Field("version", TypedDataTypes.String, static domain => domain.Version)
            .Field("chainId", TypedDataTypes.ChainId, static domain => domain.ChainId)
            .Field("verifyingContract", TypedDataTypes.Address, static domain => domain.VerifyingContract);

    /// <summary>Names the application, its version, the chain (EIP-155) and the contract that checks.</summary>
    public TypedDataDomain(string name, string version, ulong chainId, Address verifyingContract)
    {
        Name = name;
        Version = version;
        ChainId = chainId;
        VerifyingContract = verifyingContract;
        Separator = Struct.HashStruct(this);
    }

    /// <summary>The application's name.</summary>
    public string Name { get; }

    /// <summary>The version of its messages.</summary>
    public string Version { get; }

    /// <summary>The chain, as EIP-155 numbers it.</summary>
    public ulong ChainId { get; }

    /// <summary>The contract that will check the signature.</summary>
    public Address VerifyingContract { get; }

    /// <summary><c>hashStruct(eip712Domain)</c>.</summary>
    public Hash32 Separator { get; }

    internal static IReadOnlyList<TypedDataMember> Members => Struct.Members;

    internal void WriteJson(Utf8JsonWriter json) => Struct.WriteJson(this, json);
}
