using System.Security.Cryptography;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Ids;

/// <summary>
/// A number that a participant spends once, in any order. The contract keeps 256 neighbours in one storage word, so a
/// run of nonces that share their first 31 bytes costs less than scattered ones.
/// </summary>
/// <param name="Value">The 256-bit number, most significant byte first.</param>
public readonly record struct Nonce(Hash32 Value)
{
    /// <summary>Draws the first nonce of a run of 256: 31 random bytes, then zero.</summary>
    public static Nonce FirstOfRandomRun()
    {
        Span<byte> bytes = stackalloc byte[32];
        RandomNumberGenerator.Fill(bytes[..31]);
        return new Nonce(Hash32.FromBytes(bytes));
    }

    /// <summary>The next nonce of the same run, or the first of another random run after the 256th.</summary>
    public Nonce Next()
    {
        Span<byte> bytes = stackalloc byte[32];
        Value.CopyTo(bytes);
        if (bytes[31] == byte.MaxValue) return FirstOfRandomRun();
        bytes[31]++;
        return new Nonce(Hash32.FromBytes(bytes));
    }

    /// <summary>Reads <c>0x</c> and 64 hexadecimal digits.</summary>
    public static bool TryParse(string? text, out Nonce nonce)
    {
        var parsed = Hash32.TryParse(text, out var value);
        nonce = new Nonce(value);
        return parsed;
    }

    /// <summary><c>0x</c> and 64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();
}
