using System.Security.Cryptography;
using System.Text;

namespace SupplyChainLedger.Testing;

/// <summary>Installs a folder's npm packages once, also when several test processes need them at the same time.</summary>
public static class NodePackages
{
    // Written by npm itself at the end of an install.
    private const string InstalledMark = "node_modules/.package-lock.json";

    /// <summary>Makes sure that a folder's pinned packages are installed.</summary>
    /// <param name="folder">A folder with <c>package.json</c> and <c>package-lock.json</c>.</param>
    /// <param name="cancellation">Ends the wait and the install.</param>
    public static async Task EnsureAsync(string folder, CancellationToken cancellation)
    {
        if (IsCurrent(folder)) return;
        await using var turn = await TakeTurnAsync(folder, cancellation);
        if (IsCurrent(folder)) return;

        // The lock file was written on one platform; npm adds the native packages of this one and leaves it alone.
        string[] arguments = ["install", "--no-save", "--no-audit", "--no-fund"];
        var run = await ToolRun.OfAsync(folder, "npm", arguments, cancellation);
        if (run.ExitCode != 0) throw new InvalidOperationException($"npm install failed in {folder}: {run.Everything}");
        File.SetLastWriteTimeUtc(Path.Combine(folder, InstalledMark), DateTime.UtcNow);
    }

    private static bool IsCurrent(string folder)
    {
        var installed = new FileInfo(Path.Combine(folder, InstalledMark));
        var pinned = new FileInfo(Path.Combine(folder, "package-lock.json"));
        return installed.Exists && installed.LastWriteTimeUtc >= pinned.LastWriteTimeUtc;
    }

    private static async Task<FileStream> TakeTurnAsync(string folder, CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"supplychain-ledger-npm-{name}.lock");
        using var retry = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await retry.WaitForNextTickAsync(cancellation);
            }
        }
    }
}
