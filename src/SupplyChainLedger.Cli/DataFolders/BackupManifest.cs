using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChainLedger.Cli.Arguments;

namespace SupplyChainLedger.Cli.DataFolders;

/// <summary>What a backup says of itself: when it was made, and the SHA-256 of each of its files.</summary>
/// <param name="Time">When the outbox was copied.</param>
/// <param name="Files">Paths within the backup, with slashes, and their hashes in hexadecimal.</param>
internal sealed record BackupManifest(DateTimeOffset Time, IReadOnlyDictionary<string, string> Files)
{
    private const string Name = "backup.json";
    private const int Format = 1;

    /// <summary>Writes it beside the files.</summary>
    public Task WriteAsync(string folder, CancellationToken cancellation)
    {
        var files = new JsonObject();
        foreach (var (path, hash) in Files) files[path] = hash;
        var json = new JsonObject { ["format"] = Format, ["time"] = $"{Time:O}", ["files"] = files };
        return File.WriteAllTextAsync(Path.Combine(folder, Name), $"{json}\n", cancellation);
    }

    /// <summary>Reads it, and checks that every file is there and as it was.</summary>
    /// <exception cref="UsageException">It is no backup, or damaged.</exception>
    public static async Task<BackupManifest> ReadAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            var json = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, Name), cancellation))!;
            if ((int?)json["format"] != Format) throw new UsageException($"{folder} is a backup of another version.");
            var files = json["files"]!.AsObject().ToDictionary(file => file.Key, file => (string)file.Value!);
            foreach (var (path, hash) in files)
            {
                var found = await HashAsync(Path.Combine(folder, path), cancellation);
                if (found != hash) throw new UsageException($"The backup {folder} is damaged: {path} has changed.");
            }

            return new BackupManifest(DateTimeOffset.Parse((string)json["time"]!, null), files);
        }
        catch (Exception fault) when (
            fault is IOException or UnauthorizedAccessException or JsonException or FormatException
                or InvalidOperationException or NullReferenceException)
        {
            throw new UsageException($"{folder} is no backup that can be read: {fault.Message}", fault);
        }
    }

    /// <summary>SHA-256 of a file in hexadecimal.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }
}
