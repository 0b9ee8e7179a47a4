using System.Text.Json;

namespace SupplyChainLedger.Ethereum.Keystore;

/// <summary>
/// Stretches a password into 32 bytes. Whoever hands over a file chooses its parameters, so both ends are
/// bounded: too little work gives the password away, too much takes the process down.
/// </summary>
internal abstract record KeyDerivation(byte[] Salt)
{
    public const int KeySize = 32;
    public const int NewSaltSize = 32;
    private const int MinSaltSize = 8;
    private const int MaxSaltSize = 128;

    public abstract string Name { get; }

    public abstract byte[] Derive(ReadOnlySpan<byte> password);

    public abstract void WriteParameters(Utf8JsonWriter json);

    public static KeyDerivation Read(KeystoreJson crypto)
    {
        var name = crypto.Text("kdf");
        var parameters = crypto.Object("kdfparams");
        if (parameters.Integer("dklen") != KeySize)
            throw new KeystoreException(KeystoreFault.Unsupported, $"The derived key must have {KeySize} bytes.");
        var salt = parameters.Bytes("salt");
        if (salt.Length is < MinSaltSize or > MaxSaltSize)
            throw new KeystoreException(
                KeystoreFault.Malformed, $"The salt has {salt.Length} bytes, not {MinSaltSize} to {MaxSaltSize}.");
        return name switch
        {
            Pbkdf2Derivation.KdfName => Pbkdf2Derivation.Read(parameters, salt),
            ScryptDerivation.KdfName => ScryptDerivation.Read(parameters, salt),
            _ => throw new KeystoreException(
                KeystoreFault.Unsupported, "The key derivation is neither pbkdf2 nor scrypt."),
        };
    }

    protected static KeystoreException TooWeak(string what) =>
        new(KeystoreFault.DerivationTooWeak, $"The key derivation is too weak: {what}. Make the keystore anew.");

    protected static KeystoreException TooCostly(string what) =>
        new(KeystoreFault.DerivationTooCostly, $"The key derivation is too costly: {what}.");
}
