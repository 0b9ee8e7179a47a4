using SupplyChainLedger.EndToEnd.Tests.Running;

[assembly: AssemblyFixture(typeof(SharedService))]

namespace SupplyChainLedger.EndToEnd.Tests.Running;

/// <summary>
/// One service for all tests that only add to it. A test that stops it, breaks it or counts everything starts its own
/// <see cref="RunningService"/>, best with <see cref="PreparedNetwork.StartCopyAsync"/>.
/// </summary>
public sealed class SharedService : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RunningService? _service;

    /// <summary>The service.</summary>
    public RunningService Service => _service ?? throw new InvalidOperationException("The service is not started.");

    /// <summary>Starts it.</summary>
    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(_folder.At("data"));

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_service is not null) await _service.DisposeAsync();
        _folder.Dispose();
    }
}
