using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Ethereum.Keystore;

/// <summary>The content of a keystore file: Web3 Secret Storage Definition, version 3.</summary>
internal sealed record KeystoreDocument(
    KeyDerivation Derivation, byte[] Counter, byte[] Ciphertext, byte[] Mac, Address? Address)
{
    private const string Cipher = "aes-128-ctr";
    private const int Version = 3;

    public static KeystoreDocument Encrypt(PrivateKey key, string password, KeyDerivation derivation)
    {
        var counter = RandomNumberGenerator.GetBytes(AesCounterMode.BlockSize);
        var derived = Derive(derivation, password);
        try
        {
            var ciphertext = AesCounterMode.Apply(derived, counter, key.Secret);
            return new KeystoreDocument(derivation, counter, ciphertext, MacOf(derived, ciphertext), key.Address);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(derived);
        }
    }

    public static KeystoreDocument Read(KeystoreJson json)
    {
        if (json.Integer("version") != Version)
            throw new KeystoreException(KeystoreFault.Unsupported, "Only keystores of version 3 are read.");
        if (json.Has("id") && !Guid.TryParse(json.Text("id"), out _))
            throw new KeystoreException(KeystoreFault.Malformed, "The keystore's field \"id\" is not a UUID.");

        // geth once wrote the name with a capital letter.
        var crypto = json.Object(json.Has("crypto") ? "crypto" : "Crypto");
        if (crypto.Text("cipher") != Cipher)
            throw new KeystoreException(KeystoreFault.Unsupported, $"The cipher is not {Cipher}.");
        return new KeystoreDocument(
            KeyDerivation.Read(crypto),
            crypto.Object("cipherparams").Bytes("iv", AesCounterMode.BlockSize),
            crypto.Bytes("ciphertext", PrivateKey.Size),
            crypto.Bytes("mac", Hash32.Size),
            json.Has("address") ? ReadAddress(json.Text("address")) : null);
    }

    public PrivateKey Decrypt(string password)
    {
        var derived = Derive(Derivation, password);
        byte[] secret = [];
        try
        {
            if (!CryptographicOperations.FixedTimeEquals(MacOf(derived, Ciphertext), Mac))
                throw new KeystoreException(
                    KeystoreFault.WrongPassword, "The password is wrong, or the keystore was altered.");
            secret = AesCounterMode.Apply(derived, Counter, Ciphertext);
            return CheckAddress(PrivateKey.FromBytes(secret));
        }
        catch (ArgumentException cause)
        {
            throw new KeystoreException(KeystoreFault.Malformed, "What the keystore holds is no private key.", cause);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(derived);
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        if (Address is { } address) json.WriteString("address", Convert.ToHexStringLower(address.ToBytes()));
        json.WriteStartObject("crypto");
        json.WriteString("cipher", Cipher);
        json.WriteStartObject("cipherparams");
        json.WriteString("iv", Convert.ToHexStringLower(Counter));
        json.WriteEndObject();
        json.WriteString("ciphertext", Convert.ToHexStringLower(Ciphertext));
        json.WriteString("kdf", Derivation.Name);
        json.WriteStartObject("kdfparams");
        Derivation.WriteParameters(json);
        json.WriteEndObject();
        json.WriteString("mac", Convert.ToHexStringLower(Mac));
        json.WriteEndObject();
        json.WriteString("id", Guid.NewGuid().ToString());
        json.WriteNumber("version", Version);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The check value does not cover the counter, so only the address tells when it was altered.</summary>
    private PrivateKey CheckAddress(PrivateKey key)
    {
        if (Address is not { } address || address == key.Address) return key;
        key.Dispose();
        throw new KeystoreException(
            KeystoreFault.WrongAddress, $"The keystore says {address} but holds another account's key.");
    }

    private static byte[] Derive(KeyDerivation derivation, string password)
    {
        var bytes = Encoding.UTF8.GetBytes(password);
        try
        {
            return derivation.Derive(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static byte[] MacOf(ReadOnlySpan<byte> derived, ReadOnlySpan<byte> ciphertext)
    {
        Span<byte> message = stackalloc byte[KeyDerivation.KeySize - AesCounterMode.KeySize + PrivateKey.Size];
        derived[AesCounterMode.KeySize..].CopyTo(message);
        ciphertext.CopyTo(message[AesCounterMode.KeySize..]);
        var mac = Keccak256.Hash(message).ToBytes();
        CryptographicOperations.ZeroMemory(message);
        return mac;
    }

    private static Address ReadAddress(string text)
    {
        var prefixed = text.StartsWith("0x", StringComparison.Ordinal) ? text : $"0x{text}";
        return Ethereum.Address.TryParse(prefixed, out var address)
            ? address
            : throw new KeystoreException(
                KeystoreFault.Malformed, "The keystore's field \"address\" is not an address.");
    }
}
