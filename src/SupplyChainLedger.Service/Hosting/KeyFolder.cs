using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Keystore;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>
/// The folder <c>keystore</c>: a file for each key (Web3 Secret Storage v3), and the random password that opens them
/// beside it, both for the owner only. Whoever can read the folder has the keys; for people's own keys it is no place.
/// </summary>
internal sealed class KeyFolder
{
    private readonly string _folder;
    private readonly string _password;

    private KeyFolder(string folder, string password)
    {
        _folder = folder;
        _password = password;
    }

    /// <summary>Opens the folder; draws the password where it is missing.</summary>
    /// <exception cref="StartupFault">The folder or the password cannot be read or written.</exception>
    public static KeyFolder Open(string folder)
    {
        try
        {
            DataFolder.CreatePrivate(folder);
            return new KeyFolder(folder, SecretFile.ReadOrDraw(Path.Combine(folder, "password")));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartupFault($"The keystore {folder} cannot be opened: {fault.Message}", fault);
        }
    }

    /// <summary>Whether the key of that name is there.</summary>
    public bool Holds(string name) => File.Exists(PathOf(name));

    /// <summary>The key of that name, drawn and kept where it is missing.</summary>
    /// <exception cref="StartupFault">The key's file cannot be read or written.</exception>
    public async Task<PrivateKey> LoadOrDrawAsync(string name, CancellationToken cancellation)
    {
        try
        {
            if (Holds(name)) return await KeystoreFile.ReadFileAsync(PathOf(name), _password, cancellation);
            var key = PrivateKey.Generate();
            await KeystoreFile.WriteFileAsync(PathOf(name), key, _password, KeystoreKdf.Pbkdf2, cancellation);
            return key;
        }
        catch (Exception fault) when (fault is KeystoreException or IOException or UnauthorizedAccessException)
        {
            throw new StartupFault($"A key cannot be used: {fault.Message}", fault);
        }
    }

    /// <summary>The address of a key, without the work of decrypting it; drawn where it is missing.</summary>
    /// <exception cref="StartupFault">The key's file cannot be read or written.</exception>
    public async Task<Address> AddressOfAsync(string name, CancellationToken cancellation)
    {
        if (!Holds(name))
        {
            using var key = await LoadOrDrawAsync(name, cancellation);
            return key.Address;
        }

        try
        {
            return await KeystoreFile.ReadAddressAsync(PathOf(name), cancellation);
        }
        catch (Exception fault) when (fault is KeystoreException or IOException or UnauthorizedAccessException)
        {
            throw new StartupFault($"The keystore {PathOf(name)} cannot be read. Restore it from a backup.", fault);
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, $"{name}.json");
}
