using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Keystore;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Cli.Keys;

/// <summary>The encrypted keys of participants, one file each, in the data folder.</summary>
internal sealed class KeyFolder(string dataFolder, PasswordSource passwords)
{
    private const string Extension = ".json";
    private readonly string _folder = Path.Combine(dataFolder, "keystore");

    /// <summary>Opens a participant's key. The caller disposes of it.</summary>
    /// <exception cref="UsageException">There is no key of that name, or it cannot be opened.</exception>
    public Task<PrivateKey> OpenAsync(string name, CancellationToken cancellation) => ReadAsync(name, async path =>
    {
        var password = await passwords.ReadAsync(_folder, name, cancellation);
        return await KeystoreFile.ReadFileAsync(path, password, cancellation);
    });

    /// <summary>The address that is meant by an address, or by the name of a key here.</summary>
    /// <exception cref="UsageException">There is no key of that name, or it does not say its address.</exception>
    public async Task<Address> AddressOfAsync(string nameOrAddress, CancellationToken cancellation) =>
        Address.TryParse(nameOrAddress, out var address)
            ? address
            : await ReadAsync(nameOrAddress, path => KeystoreFile.ReadAddressAsync(path, cancellation));

    /// <summary>Draws a key, keeps it under a name that is free, and returns its address.</summary>
    /// <exception cref="UsageException">The name is malformed or taken, or the key cannot be kept.</exception>
    public async Task<Address> DrawAsync(string name, CancellationToken cancellation)
    {
        if (!IsFileName(name)) throw new UsageException($"'{name}' is no name for a key: use a-z, 0-9 and hyphen.");
        try
        {
            Directory.CreateDirectory(_folder);
            var password = await passwords.ReadNewAsync(_folder, name, cancellation);
            using var key = PrivateKey.Generate();
            await KeystoreFile.WriteFileAsync(PathOf(name), key, password, KeystoreKdf.Pbkdf2, cancellation);
            return key.Address;
        }
        catch (Exception fault) when (fault is KeystoreException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The key {name} cannot be kept: {fault.Message}", fault);
        }
    }

    /// <summary>The names of all keys here.</summary>
    public IReadOnlyList<string> Names() => Directory.Exists(_folder)
        ? [.. from file in Directory.GetFiles(_folder, $"*{Extension}")
              let name = Path.GetFileNameWithoutExtension(file)
              orderby name
              select name]
        : [];

    private async Task<T> ReadAsync<T>(string name, Func<string, Task<T>> read)
    {
        if (!IsFileName(name) || !File.Exists(PathOf(name))) throw NoSuchKey(name);
        try
        {
            return await read(PathOf(name));
        }
        catch (KeystoreException fault)
        {
            throw new UsageException(fault.Message, fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The key of {name} cannot be read: {fault.Message}", fault);
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name + Extension);

    // A name is a word; anything else would reach outside the folder.
    private static bool IsFileName(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private UsageException NoSuchKey(string name)
    {
        var hint = Names() is { Count: > 0 } names
            ? $"There are keys of: {string.Join(", ", names)}."
            : "There are no keys at all: start the service first, or name its data folder with --data FOLDER.";
        return new UsageException($"There is no key of '{name}' in {Path.GetFullPath(_folder)}. {hint}");
    }
}
