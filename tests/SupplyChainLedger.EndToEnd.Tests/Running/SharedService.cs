using SupplyChainLedger.EndToEnd.Tests.Running;

[assembly: AssemblyFixture(typeof(SharedService))]

namespace SupplyChainLedger.EndToEnd.Tests.Running;

/// <summary>
/// One service for all tests that only add to it, started by the first that asks. A test that stops it, breaks it or
/// counts everything starts its own with <see cref="PreparedNetwork.StartCopyAsync"/>.
/// </summary>
public sealed class SharedService : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<RunningService>> _service;

    /// <summary>Starts nothing yet.</summary>
    public SharedService()
    {
        _service = new Lazy<Task<RunningService>>(() => RunningService.StartAsync(_folder.At("data")));
    }

    /// <summary>The service.</summary>
    public Task<RunningService> GetAsync() => _service.Value;

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_service.IsValueCreated) await (await _service.Value).DisposeAsync();
        _folder.Dispose();
    }
}
