using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>A participant of the demo with its key.</summary>
internal sealed class DemoParty : IDisposable
{
    private readonly PrivateKey _key;

    private DemoParty(string handle, PrivateKey key, ParticipantSigner signer)
    {
        Handle = handle;
        _key = key;
        Signer = signer;
    }

    public string Handle { get; }

    public ParticipantSigner Signer { get; }

    /// <summary>Its key, which opens what was sealed for it.</summary>
    public PrivateKey Key => _key;

    public static async Task<DemoParty> EnterAsync(CommandRun run, string handle)
    {
        var key = await run.Keys.OpenAsync(handle, run.Cancellation);
        return new DemoParty(handle, key, await run.Client.ActAsAsync(handle, key, run.Cancellation));
    }

    public void Dispose() => _key.Dispose();
}
