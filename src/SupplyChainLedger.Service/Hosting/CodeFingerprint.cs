using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>
/// Tells whether the code at an address is that of a contract. A constructor writes immutable values over zeros that
/// stand in the compiled code behind PUSH32; these places are left out on both sides, and looked at by themselves.
/// </summary>
internal static class CodeFingerprint
{
    private const byte Push32 = 0x7f;

    /// <summary>Hash of the compiled code.</summary>
    public static Hash32 Of(ContractArtifact artifact) => Keccak256.Hash(artifact.RuntimeCode.Span);

    /// <summary>Hash of the code that was found, with immutable values set back to zeros.</summary>
    public static Hash32 Of(ReadOnlySpan<byte> found, ContractArtifact artifact)
    {
        if (found.Length != artifact.RuntimeCode.Length) return Keccak256.Hash(found);
        var cleared = found.ToArray();
        foreach (var place in ImmutablePlacesIn(artifact.RuntimeCode.Span)) cleared.AsSpan(place, Hash32.Size).Clear();
        return Keccak256.Hash(cleared);
    }

    /// <summary>The immutable values in code that has the contract's fingerprint.</summary>
    public static IReadOnlySet<Hash32> ImmutablesOf(ReadOnlySpan<byte> found, ContractArtifact artifact)
    {
        var values = new HashSet<Hash32>();
        foreach (var place in ImmutablePlacesIn(artifact.RuntimeCode.Span))
            values.Add(Hash32.FromBytes(found.Slice(place, Hash32.Size)));
        return values;
    }

    private static List<int> ImmutablePlacesIn(ReadOnlySpan<byte> compiled)
    {
        var places = new List<int>();
        for (var i = 0; i + Hash32.Size < compiled.Length; i++)
        {
            if (compiled[i] == Push32 && !compiled.Slice(i + 1, Hash32.Size).ContainsAnyExcept((byte)0))
                places.Add(i + 1);
        }

        return places;
    }
}
