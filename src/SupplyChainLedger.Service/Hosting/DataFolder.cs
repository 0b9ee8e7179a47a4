namespace SupplyChainLedger.Service.Hosting;

/// <summary>
/// The folder that holds all the service remembers. One service at a time owns it: an operating system's lock, which
/// also falls when the owner is killed.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream ownership)
    {
        Path = path;
        _lock = ownership;
    }

    /// <summary>The folder's absolute path.</summary>
    public string Path { get; }

    /// <summary>Accepted intents: the one file that nothing can rebuild.</summary>
    public string Outbox => System.IO.Path.Combine(Path, "outbox.db");

    /// <summary>What was read from the chain; may be deleted while the service is stopped.</summary>
    public string Index => System.IO.Path.Combine(Path, "index.db");

    /// <summary>The relay's key and, on the devnet, those of the demo's participants.</summary>
    public string Keystore => System.IO.Path.Combine(Path, "keystore");

    /// <summary>The network's key, where none is configured.</summary>
    public string NetworkKey => System.IO.Path.Combine(Path, "network.key");

    /// <summary>The embedded devnet's saved chain.</summary>
    public string Devnet => System.IO.Path.Combine(Path, "devnet");

    /// <summary>Creates the folder where it is missing, for its owner only, and takes it.</summary>
    /// <exception cref="StartupFault">It cannot be written, or another service owns it.</exception>
    public static DataFolder Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            CreatePrivate(full);
            return new DataFolder(full, TakeOwnership(System.IO.Path.Combine(full, "service.lock")));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartupFault(
                $"The data folder {full} cannot be written: {fault.Message.TrimEnd('.')}. "
                + "Give this user the right to write there, or choose another with --Data=PATH.",
                fault);
        }
    }

    /// <summary>Creates a folder that only its owner can enter; one that exists stays as it is.</summary>
    public static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
    }

    /// <summary>Gives the folder free.</summary>
    public void Dispose() => _lock.Dispose();

    private static FileStream TakeOwnership(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (HeldByAnother.Contains(fault.HResult))
        {
            throw new StartupFault(
                $"Another service works on the data folder {System.IO.Path.GetDirectoryName(path)}. "
                + "Stop it, or give this one a folder of its own with --Data=PATH.",
                fault);
        }
    }
}
