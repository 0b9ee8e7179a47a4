using SupplyChainLedger.Cli.Arguments;

namespace SupplyChainLedger.Cli.DataFolders;

/// <summary>The data folder of a service on this machine, as its tools see it.</summary>
internal sealed class ServiceFolder(string path)
{
    /// <summary>Name of the one file that nothing can rebuild.</summary>
    public const string Outbox = "outbox.db";

    private const string Lock = "service.lock";
    private const string Index = "index.db";

    private static readonly string[] Kept = ["keystore", "network.key", "devnet/chain.gz", "devnet/chain.previous.gz"];

    /// <summary>Its absolute path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>A path inside.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>
    /// Paths within the folder, outbox left out, of what a backup keeps: keys, and the saved development chain where
    /// there is one. The index is left out: it comes back from the chain.
    /// </summary>
    public IEnumerable<string> KeptFiles() => Kept.SelectMany(FilesOf);

    /// <summary>Deletes the index, so that the next start reads it from the chain.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="UsageException">A service works on the folder, or there is none.</exception>
    public bool DeleteIndex()
    {
        if (!Directory.Exists(Path)) throw new UsageException($"There is no data folder {Path}; name it with --data.");
        try
        {
            using var ownership = new FileStream(At(Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var existed = File.Exists(At(Index));
            foreach (var ending in new[] { "", "-wal", "-shm" }) File.Delete(At(Index + ending));
            return existed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The index in {Path} cannot be deleted: {fault.Message} Stop the service that works on it first.",
                fault);
        }
    }

    private IEnumerable<string> FilesOf(string name)
    {
        if (!Directory.Exists(At(name))) return File.Exists(At(name)) ? [name] : [];
        return Directory.GetFiles(At(name)).Select(file => System.IO.Path.GetRelativePath(Path, file)).Order();
    }
}
