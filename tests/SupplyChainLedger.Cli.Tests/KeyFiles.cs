using SupplyChainLedger.Cli.Tests;
using SupplyChainLedger.Client.Testing;
using SupplyChainLedger.Ethereum.Keystore;

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
            await KeystoreFile.WriteFileAsync(
                Path.Combine(keystore, $"{party.Handle}.json"),
                party.Key,
                Password,
                KeystoreKdf.Pbkdf2,
                TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
