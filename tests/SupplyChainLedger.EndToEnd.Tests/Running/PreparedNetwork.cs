using SupplyChainLedger.EndToEnd.Tests.Running;

[assembly: AssemblyFixture(typeof(PreparedNetwork))]

namespace SupplyChainLedger.EndToEnd.Tests.Running;

/// <summary>
/// A network that was set up once, with contracts, keys and participants. Tests start their services on copies of its
/// data folder, which is much faster than setting up one for each.
/// </summary>
public sealed class PreparedNetwork : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RunningService? _first;

    /// <summary>The service of the first start. It has ended; what it printed is still there.</summary>
    public RunningService First => _first ?? throw new InvalidOperationException("The network is not set up.");

    /// <summary>Sets the network up.</summary>
    public async ValueTask InitializeAsync()
    {
        _first = await RunningService.StartAsync(_folder.At("data"));
        await _first.DisposeAsync();
    }

    /// <summary>Copies the data folder, file modes included, to a path that does not exist yet.</summary>
    public void CopyTo(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var source = _folder.At("data");
        foreach (var folder in Directory.GetDirectories(source, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(dataFolder, Path.GetRelativePath(source, folder)));
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(dataFolder, Path.GetRelativePath(source, file)));
    }

    /// <summary>Starts a service on a copy.</summary>
    public Task<RunningService> StartCopyAsync(string dataFolder, params string[] settings)
    {
        CopyTo(dataFolder);
        return RunningService.StartAsync(dataFolder, settings);
    }

    /// <summary>Deletes it.</summary>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
