using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>
/// Tells whether the code at an address is that of a contract. A constructor writes immutable values over zeros that
/// stand in the compiled code behind PUSH32; these places are left out on both sides.
/// </summary>
internal static class CodeFingerprint
{
    private const byte Push32 = 0x7f;
    private const int WordBytes = 32;

    /// <summary>Hash of the compiled code.</summary>
    public static Hash32 Of(ContractArtifact artifact) => Keccak256.Hash(artifact.RuntimeCode.Span);

    /// <summary>Hash of the code that was found, with immutable values set back to zeros.</summary>
    public static Hash32 Of(ReadOnlySpan<byte> found, ContractArtifact artifact)
    {
        var compiled = artifact.RuntimeCode.Span;
        if (found.Length != compiled.Length) return Keccak256.Hash(found);
        var cleared = found.ToArray();
        for (var i = 0; i + WordBytes < compiled.Length; i++)
        {
            var word = compiled.Slice(i + 1, WordBytes);
            if (compiled[i] == Push32 && !word.ContainsAnyExcept((byte)0)) cleared.AsSpan(i + 1, WordBytes).Clear();
        }

        return Keccak256.Hash(cleared);
    }
}
