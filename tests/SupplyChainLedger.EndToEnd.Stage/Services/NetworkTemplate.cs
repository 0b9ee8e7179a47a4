namespace SupplyChainLedger.EndToEnd.Stage.Services;

/// <summary>
/// A data folder in which a network was set up once, with contracts, keys and participants, to be copied: much faster
/// than setting up one for each use.
/// </summary>
public sealed class NetworkTemplate : IDisposable
{
    private readonly TemporaryFolder _folder;

    private NetworkTemplate(TemporaryFolder folder, RunningService first)
    {
        _folder = folder;
        First = first;
    }

    /// <summary>The service of the first start. It has ended; what it printed is still there.</summary>
    public RunningService First { get; }

    /// <summary>The chain as the first service has left it: gzip of what anvil loads.</summary>
    public string SavedChain => _folder.At("data", "devnet", "chain.gz");

    /// <summary>Sets the network up.</summary>
    public static async Task<NetworkTemplate> MakeAsync(CancellationToken cancellation)
    {
        var folder = new TemporaryFolder();
        try
        {
            var first = await RunningService.StartAsync(folder.At("data"), [], cancellation);
            await first.DisposeAsync();
            return new NetworkTemplate(folder, first);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
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

    /// <summary>Deletes it.</summary>
    public void Dispose() => _folder.Dispose();
}
