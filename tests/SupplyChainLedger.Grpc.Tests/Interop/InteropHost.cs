using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Interop;

/// <summary>A host of the interoperability service, for all tests of a class.</summary>
public sealed class InteropHost : IAsyncLifetime
{
    internal TestHost Started { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Started = await TestHost.StartAsync(new InteropTestService());

    public ValueTask DisposeAsync() => Started.DisposeAsync();
}
