using System.Security.Cryptography;
using System.Text;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>The repository's folder <c>devnet</c>: finds it, and fetches its pinned packages when they are missing.
/// </summary>
internal static class DevnetPackages
{
    private const string Launcher = "anvil.mjs";
    private const string ErrorPrefix = "npm error";

    // npm writes it at the end of an install, so a broken one leaves none or an old one.
    private const string InstalledMark = "node_modules/.package-lock.json";

    /// <summary>The configured folder, or the nearest one above the program or the current directory.</summary>
    /// <exception cref="StartupFault">There is none.</exception>
    public static string Locate(string? configured)
    {
        if (configured is not null)
        {
            var folder = Path.GetFullPath(configured);
            return HoldsLauncher(folder)
                ? folder
                : throw new StartupFault($"Devnet:Folder={configured} holds no {Launcher}. Name the folder devnet.");
        }

        var found = Above(AppContext.BaseDirectory).Concat(Above(Directory.GetCurrentDirectory()))
            .Select(folder => Path.Combine(folder, "devnet"))
            .FirstOrDefault(HoldsLauncher);
        return found ?? throw new StartupFault(
            "The folder devnet is neither above the program nor above the current directory. Name it with "
            + "--Devnet:Folder=PATH, or use another chain with --Devnet:Enabled=false.");
    }

    /// <summary>Runs <c>npm install</c> unless the packages are there and newer than their lock file.</summary>
    /// <exception cref="StartupFault">npm is missing or fails.</exception>
    public static async Task EnsureInstalledAsync(string folder, Action<string> notice, CancellationToken cancellation)
    {
        if (IsInstalled(folder)) return;
        await using var turn = await TakeTurnAsync(folder, cancellation);
        if (IsInstalled(folder)) return;
        notice($"Fetching the development chain: npm install in {folder} ...");
        await InstallAsync(folder, cancellation);
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellation)
    {
        // The lock file was written on one platform; npm adds the native package of this one and leaves the lock alone.
        string[] arguments =
            ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        using var npm = NodeTool.StartNpm(folder, arguments);
        npm.StandardInput.Close();
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(cancellation);
            var errors = await npm.StandardError.ReadToEndAsync(cancellation);
            await output;
            await npm.WaitForExitAsync(cancellation);
            if (npm.ExitCode != 0)
            {
                throw new StartupFault(
                    $"npm install in {folder} failed: {Gist(errors)}. Check the network and npm's settings.");
            }
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }

        File.SetLastWriteTimeUtc(Path.Combine(folder, InstalledMark), DateTime.UtcNow);
    }

    // Two services that start at once from a fresh clone must not install over each other.
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

    private static bool IsInstalled(string folder)
    {
        var installed = new FileInfo(Path.Combine(folder, InstalledMark));
        var pinned = new FileInfo(Path.Combine(folder, "package-lock.json"));
        return installed.Exists && installed.LastWriteTimeUtc >= pinned.LastWriteTimeUtc;
    }

    private static bool HoldsLauncher(string folder) => File.Exists(Path.Combine(folder, Launcher));

    private static IEnumerable<string> Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }

    // npm says what is wrong in its first lines and then where its log is.
    private static string Gist(string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static line => line.StartsWith(ErrorPrefix, StringComparison.Ordinal))
            .Select(static line => line[ErrorPrefix.Length..].Trim(' ', '.'))
            .Where(static line => line.Length > 0)
            .Take(2);
        return string.Join("; ", lines) is { Length: > 0 } gist ? gist : "it gives no reason";
    }
}
