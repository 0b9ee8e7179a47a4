using SupplyChainLedger.Cli.Tests;
using SupplyChainLedger.Client.Testing;
using SupplyChainLedger.Ethereum.Keystore;
using SupplyChainLedger.Ethereum.Signing;

[assembly: AssemblyFixture(typeof(KeyFiles))]

namespace SupplyChainLedger.Cli.Tests;

/// <summary>A data folder with the keys of the test's participants, as the service leaves it.</summary>
public sealed class KeyFiles : IAsyncLifetime
{
    public const string Password = "correct horse";

    /// <summary>The data folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("scl-tests-").FullName;

    public async ValueTask InitializeAsync()
    {
        var keystore = Directory.CreateDirectory(Path.Combine(Folder, "keystore")).FullName;
        await File.WriteAllTextAsync(Path.Combine(keystore, "password"), Password + "\n");
        foreach (var party in TestParty.All)
        {
            await WriteAsync(keystore, party.Handle, party.Key);
            await WriteAsync(keystore, party.SecondKeyName, party.SecondKey);
        }
    }

    private static Task WriteAsync(string keystore, string name, PrivateKey key) => KeystoreFile.WriteFileAsync(
        Path.Combine(keystore, $"{name}.json"),
        key,
        Password,
        KeystoreKdf.Pbkdf2,
        TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
