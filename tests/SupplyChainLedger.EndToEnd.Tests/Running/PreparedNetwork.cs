using SupplyChainLedger.EndToEnd.Tests.Running;

[assembly: AssemblyFixture(typeof(PreparedNetwork))]

namespace SupplyChainLedger.EndToEnd.Tests.Running;

/// <summary>
/// A network that was set up once, with contracts, keys and participants. Tests start their services on copies of its
/// data folder, which is much faster than setting up one for each.
/// </summary>
public sealed class PreparedNetwork : IAsyncLifetime
{
    private NetworkTemplate? _template;

    /// <summary>The network.</summary>
    public NetworkTemplate Template =>
        _template ?? throw new InvalidOperationException("The network is not set up.");

    /// <summary>The service of the first start. It has ended; what it printed is still there.</summary>
    public RunningService First => Template.First;

    /// <summary>Sets the network up.</summary>
    public async ValueTask InitializeAsync() =>
        _template = await NetworkTemplate.MakeAsync(TestContext.Current.CancellationToken);

    /// <summary>Copies the data folder, file modes included, to a path that does not exist yet.</summary>
    public void CopyTo(string dataFolder) => Template.CopyTo(dataFolder);

    /// <summary>Starts a service on a copy.</summary>
    public Task<RunningService> StartCopyAsync(string dataFolder, params string[] settings)
    {
        CopyTo(dataFolder);
        return RunningService.StartAsync(dataFolder, settings);
    }

    /// <summary>Deletes it.</summary>
    public ValueTask DisposeAsync()
    {
        _template?.Dispose();
        return ValueTask.CompletedTask;
    }
}
