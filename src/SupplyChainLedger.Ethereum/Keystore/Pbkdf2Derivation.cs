using System.Security.Cryptography;
using System.Text.Json;

namespace SupplyChainLedger.Ethereum.Keystore;

/// <summary>PBKDF2 with HMAC-SHA-256 (RFC 8018, section 5.2).</summary>
internal sealed record Pbkdf2Derivation(byte[] Salt, int Rounds) : KeyDerivation(Salt)
{
    public const string KdfName = "pbkdf2";
    public const int NewRounds = 600_000;
    private const string Prf = "hmac-sha256";
    private const int MinRounds = 100_000;
    private const int MaxRounds = 10_000_000;

    public override string Name => KdfName;

    public static Pbkdf2Derivation Read(KeystoreJson parameters, byte[] salt)
    {
        if (parameters.Text("prf") != Prf)
            throw new KeystoreException(KeystoreFault.Unsupported, $"PBKDF2 is read with {Prf} only.");
        var rounds = parameters.Integer("c");
        if (rounds < MinRounds) throw TooWeak($"{rounds} rounds, at least {MinRounds} are asked for");
        if (rounds > MaxRounds) throw TooCostly($"{rounds} rounds, at most {MaxRounds} are done");
        return new Pbkdf2Derivation(salt, (int)rounds);
    }

    public override byte[] Derive(ReadOnlySpan<byte> password) =>
        Rfc2898DeriveBytes.Pbkdf2(password, Salt, Rounds, HashAlgorithmName.SHA256, KeySize);

    public override void WriteParameters(Utf8JsonWriter json)
    {
        json.WriteNumber("c", Rounds);
        json.WriteNumber("dklen", KeySize);
        json.WriteString("prf", Prf);
        json.WriteString("salt", Convert.ToHexStringLower(Salt));
    }
}
