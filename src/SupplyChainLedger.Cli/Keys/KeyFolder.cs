using SupplyChainLedger.Cli.Arguments;
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
    public async Task<PrivateKey> OpenAsync(string handle, CancellationToken cancellation)
    {
        var path = Path.Combine(_folder, handle + Extension);
        if (!IsFileName(handle) || !File.Exists(path)) throw NoSuchKey(handle);
        try
        {
            var password = await passwords.ReadAsync(_folder, handle, cancellation);
            return await KeystoreFile.ReadFileAsync(path, password, cancellation);
        }
        catch (KeystoreException fault)
        {
            throw new UsageException(fault.Message, fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The key of {handle} cannot be read: {fault.Message}", fault);
        }
    }

    // A handle is a word; anything else would reach outside the folder.
    private static bool IsFileName(string handle) =>
        handle.Length > 0 && handle.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private UsageException NoSuchKey(string handle)
    {
        var handles = Directory.Exists(_folder)
            ? Directory.GetFiles(_folder, $"*{Extension}").Select(Path.GetFileNameWithoutExtension).Order().ToList()
            : [];
        var hint = handles.Count == 0
            ? "There are no keys at all: start the service first, or name its data folder with --data FOLDER."
            : $"There are keys of: {string.Join(", ", handles)}.";
        return new UsageException($"There is no key of '{handle}' in {Path.GetFullPath(_folder)}. {hint}");
    }
}
