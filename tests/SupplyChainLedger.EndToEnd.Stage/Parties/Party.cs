using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Keystore;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.EndToEnd.Stage.Parties;

/// <summary>A demo participant at its own desk: its key, its signer, and a client of the service.</summary>
public sealed class Party : IDisposable
{
    private static int _documents;

    private Party(PrivateKey key, ParticipantSigner signer, LedgerClient client)
    {
        Key = key;
        Signer = signer;
        Client = client;
    }

    /// <summary>Its key.</summary>
    public PrivateKey Key { get; }

    /// <summary>Signs with its key.</summary>
    public ParticipantSigner Signer { get; }

    /// <summary>Calls the service.</summary>
    public LedgerClient Client { get; }

    /// <summary>Opens the keystore file that the service has drawn for it.</summary>
    public static async Task<Party> OpenAsync(
        RunningService service, string handle, LedgerClientOptions? options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(service);
        var keystore = Path.Combine(service.DataFolder, "keystore");
        var password = (await File.ReadAllTextAsync(Path.Combine(keystore, "password"), cancellation)).Trim();
        var key = await KeystoreFile.ReadFileAsync(Path.Combine(keystore, $"{handle}.json"), password, cancellation);
        var client = LedgerClient.Connect(service.Grpc, options);
        return new Party(key, await client.ActAsAsync(handle, key, cancellation), client);
    }

    /// <summary>An invoice that no other test has, to the buyer core-motors.</summary>
    public static InvoiceDraft NewInvoice(long minorUnits = 12_600_00) => new(
        new ParticipantId(1),
        $"E2E-{Environment.ProcessId}-{Interlocked.Increment(ref _documents)}",
        380,
        new DateOnly(2026, 10, 1),
        new DateOnly(2026, 11, 30),
        new Money(minorUnits, Currency.Find("EUR")!),
        Keccak256.Hash("a document"u8));

    /// <summary>Wipes the key and closes the connection.</summary>
    public void Dispose()
    {
        Client.Dispose();
        Key.Dispose();
    }
}
