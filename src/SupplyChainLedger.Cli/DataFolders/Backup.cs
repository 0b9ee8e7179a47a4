using Microsoft.Data.Sqlite;
using SupplyChainLedger.Cli.Arguments;

namespace SupplyChainLedger.Cli.DataFolders;

/// <summary>
/// Copies of a data folder. The service may go on meanwhile: SQLite copies the outbox as it is at one moment, and all
/// other files are replaced as a whole or never change.
/// </summary>
internal static class Backup
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Writes a backup into a folder that must not exist yet; it is complete, or not there.</summary>
    /// <exception cref="UsageException">There is no outbox to back up, the target exists, or the disk refuses.
    /// </exception>
    public static Task<BackupManifest> WriteAsync(
        ServiceFolder data, string target, DateTimeOffset time, CancellationToken cancellation)
    {
        if (!File.Exists(data.At(ServiceFolder.Outbox)))
            throw new UsageException($"There is no outbox in {data.Path}: name the service's data folder with --data.");
        return FillAsync(target, async folder =>
        {
            // The chain first: an outbox that is ahead of it sends again, one that is behind would know too little.
            var files = new Dictionary<string, string>();
            foreach (var name in data.KeptFiles())
            {
                Copy(data.At(name), Path.Combine(folder, name));
                files[name.Replace('\\', '/')] =
                    await BackupManifest.HashAsync(Path.Combine(folder, name), cancellation);
            }

            var outbox = Path.Combine(folder, ServiceFolder.Outbox);
            CopyDatabase(data.At(ServiceFolder.Outbox), outbox);
            files[ServiceFolder.Outbox] = await BackupManifest.HashAsync(outbox, cancellation);
            var manifest = new BackupManifest(time, files);
            await manifest.WriteAsync(folder, cancellation);
            return manifest;
        });
    }

    /// <summary>Makes a data folder of a backup; the folder must not exist yet.</summary>
    /// <exception cref="UsageException">It is no backup, or damaged; the target exists, or the disk refuses.
    /// </exception>
    public static async Task<BackupManifest> RestoreAsync(
        string backup, ServiceFolder data, CancellationToken cancellation)
    {
        var manifest = await BackupManifest.ReadAsync(backup, cancellation);
        return await FillAsync(data.Path, folder =>
        {
            foreach (var name in manifest.Files.Keys) Copy(Path.Combine(backup, name), Path.Combine(folder, name));
            return Task.FromResult(manifest);
        });
    }

    private static async Task<T> FillAsync<T>(string target, Func<string, Task<T>> fill)
    {
        var full = Path.GetFullPath(target);
        if (Directory.Exists(full) || File.Exists(full))
            throw new UsageException($"{full} exists already; nothing is overwritten. Choose another name.");
        var beside = $"{full}.{Guid.NewGuid():n}.tmp";
        try
        {
            CreatePrivate(beside);
            var filled = await fill(beside);
            Directory.Move(beside, full);
            return filled;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new UsageException($"{full} cannot be made: {fault.Message}", fault);
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }

    // The modes of files go with them: keys stay their owner's.
    private static void Copy(string from, string to)
    {
        CreatePrivate(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }

    private static void CopyDatabase(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var copy = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(copy);
        using var check = copy.CreateCommand();
        check.CommandText = "PRAGMA integrity_check(1)";
        if (check.ExecuteScalar() is not "ok") throw new IOException("the copy of the outbox is not whole.");
        using var settle = copy.CreateCommand();
        settle.CommandText = "PRAGMA journal_mode = DELETE";
        settle.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly);
    }
}
