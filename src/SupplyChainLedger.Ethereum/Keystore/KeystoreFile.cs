using System.Security.Cryptography;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Ethereum.Keystore;

/// <summary>Private keys at rest, encrypted with a password (Web3 Secret Storage Definition, version 3).</summary>
public static class KeystoreFile
{
    private const int MaxFileBytes = 64 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The JSON of a new keystore; takes some tenths of a second of one core on purpose.</summary>
    public static byte[] Encrypt(PrivateKey key, string password, KeystoreKdf kdf = KeystoreKdf.Pbkdf2)
    {
        var salt = RandomNumberGenerator.GetBytes(KeyDerivation.NewSaltSize);
        KeyDerivation derivation = kdf switch
        {
            KeystoreKdf.Pbkdf2 => new Pbkdf2Derivation(salt, Pbkdf2Derivation.NewRounds),
            KeystoreKdf.Scrypt => new ScryptDerivation(
                salt, ScryptDerivation.NewN, ScryptDerivation.NewR, ScryptDerivation.NewP),
            _ => throw new ArgumentOutOfRangeException(nameof(kdf), kdf, "There is no such key derivation."),
        };
        return KeystoreDocument.Encrypt(key, password, derivation).ToJson();
    }

    /// <summary>The key that the keystore holds.</summary>
    /// <exception cref="KeystoreException">The content is no keystore, unsafe, or the password is wrong.</exception>
    public static PrivateKey Decrypt(ReadOnlyMemory<byte> json, string password)
    {
        if (json.IsEmpty) throw new KeystoreException(KeystoreFault.Empty, "The keystore is empty.");
        if (json.Length > MaxFileBytes)
            throw new KeystoreException(
                KeystoreFault.Malformed, $"The keystore has {json.Length} bytes, more than {MaxFileBytes}.");
        return KeystoreJson.Read(json, KeystoreDocument.Read).Decrypt(password);
    }

    /// <summary>The address that a file says its key has, without the work of decrypting it.</summary>
    /// <exception cref="KeystoreException">The file is missing, open to others, damaged, or does not say.</exception>
    /// <exception cref="IOException">The disk does not give it.</exception>
    /// <exception cref="UnauthorizedAccessException">It is another user's, or a folder.</exception>
    public static Task<Address> ReadAddressAsync(string path, CancellationToken cancellationToken) =>
        WithPathAsync(path, async () =>
            KeystoreJson.Read(await ReadBytesAsync(path, cancellationToken), KeystoreDocument.Read).Address
            ?? throw new KeystoreException(KeystoreFault.Malformed, "The keystore does not say its address."));

    /// <summary>Reads and decrypts a file that on Unix nobody but its owner may read.</summary>
    /// <exception cref="KeystoreException">The file is missing, open to others, damaged, or the password is wrong;
    /// the message names the file.</exception>
    /// <exception cref="IOException">The disk does not give it.</exception>
    /// <exception cref="UnauthorizedAccessException">It is another user's, or a folder.</exception>
    public static Task<PrivateKey> ReadFileAsync(string path, string password, CancellationToken cancellationToken) =>
        WithPathAsync(path, async () =>
        {
            var json = await ReadBytesAsync(path, cancellationToken);
            return await Task.Run(() => Decrypt(json, password), cancellationToken);
        });

    /// <summary>
    /// Encrypts a key into a new file for its owner alone, complete or not at all: it is written beside and renamed.
    /// </summary>
    /// <exception cref="KeystoreException">The file is there already; a key is never overwritten.</exception>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public static async Task WriteFileAsync(
        string path, PrivateKey key, string password, KeystoreKdf kdf, CancellationToken cancellationToken)
    {
        var json = await Task.Run(() => Encrypt(key, password, kdf), cancellationToken);
        var beside = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            await WriteBytesAsync(beside, json, cancellationToken);
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException cause) when (File.Exists(path))
        {
            throw new KeystoreException(
                KeystoreFault.AlreadyExists, $"{path}: a file is there already and is not overwritten.", cause);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static async Task<T> WithPathAsync<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (KeystoreException fault)
        {
            throw new KeystoreException(fault.Fault, $"{path}: {fault.Message}", fault);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KeystoreException(KeystoreFault.Missing, $"{path}: there is no such keystore.", cause);
        }
    }

    private static async Task<byte[]> ReadBytesAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & Others) != 0)
            throw new KeystoreException(
                KeystoreFault.OpenToOthers, $"others may read or write it. Run: chmod 600 {path}");
        if (file.Length > MaxFileBytes)
            throw new KeystoreException(
                KeystoreFault.Malformed, $"it has {file.Length} bytes, a keystore at most {MaxFileBytes}.");
        var json = new byte[file.Length];
        await file.ReadExactlyAsync(json, cancellationToken);
        return json;
    }

    private static async Task WriteBytesAsync(string path, byte[] json, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        await using var file = new FileStream(path, options);
        await file.WriteAsync(json, cancellationToken);
        file.Flush(flushToDisk: true);
    }
}
