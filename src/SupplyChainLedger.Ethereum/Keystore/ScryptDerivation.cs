using System.Numerics;
using System.Text.Json;
using Org.BouncyCastle.Crypto.Generators;

namespace SupplyChainLedger.Ethereum.Keystore;

/// <summary>scrypt (RFC 7914).</summary>
internal sealed record ScryptDerivation(byte[] Salt, int N, int R, int P) : KeyDerivation(Salt)
{
    public const string KdfName = "scrypt";
    public const int NewN = 131_072;
    public const int NewR = 8;
    public const int NewP = 1;

    // One block of scrypt is 128 r bytes and N of them are kept: 4 MiB at the least, 512 MiB at the most.
    private const long MinBlocks = 1L << 15;
    private const long MaxBlocks = 1L << 22;
    private const long MaxWork = 1L << 23;

    public override string Name => KdfName;

    public static ScryptDerivation Read(KeystoreJson parameters, byte[] salt)
    {
        var n = parameters.Integer("n");
        var r = parameters.Integer("r");
        var p = parameters.Integer("p");
        if (r < 1 || p < 1 || n < 2 || !BitOperations.IsPow2(n))
            throw new KeystoreException(
                KeystoreFault.Malformed, "scrypt needs r and p of at least 1 and n a power of two.");
        if (n > MaxBlocks || r > MaxBlocks || p > MaxWork || n * r > MaxBlocks || n * r * p > MaxWork)
            throw TooCostly($"n = {n}, r = {r}, p = {p}");
        if (n * r < MinBlocks) throw TooWeak($"n = {n}, r = {r}");
        if (r == 1 && n >= 1 << 16)
            throw new KeystoreException(
                KeystoreFault.Unsupported, "scrypt with r = 1 allows n below 65536 only (RFC 7914, section 6).");
        return new ScryptDerivation(salt, (int)n, (int)r, (int)p);
    }

    public override byte[] Derive(ReadOnlySpan<byte> password)
    {
        var copy = password.ToArray();
        try
        {
            return SCrypt.Generate(copy, Salt, N, R, P, KeySize);
        }
        finally
        {
            Array.Clear(copy);
        }
    }

    public override void WriteParameters(Utf8JsonWriter json)
    {
        json.WriteNumber("dklen", KeySize);
        json.WriteNumber("n", N);
        json.WriteNumber("p", P);
        json.WriteNumber("r", R);
        json.WriteString("salt", Convert.ToHexStringLower(Salt));
    }
}
