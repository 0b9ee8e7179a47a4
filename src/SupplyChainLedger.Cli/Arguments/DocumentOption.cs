using System.CommandLine;
using System.Security.Cryptography;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Cli.Arguments;

/// <summary>A document whose SHA-256 is signed: a file, which stays where it is, or the hash itself.</summary>
internal sealed class DocumentOption : Option<string?>
{
    public DocumentOption(string name, string description, bool required = false)
        : base(name)
    {
        Description = $"{description}: a file, which stays where it is, or its SHA-256 as 0x and 64 digits.";
        HelpName = "FILE|HASH";
        Required = required;
    }

    /// <summary>The hash of what was named; zero where nothing was.</summary>
    /// <exception cref="UsageException">There is no such file, or it cannot be read.</exception>
    public async Task<Hash32> ReadAsync(string? text, CancellationToken cancellation)
    {
        if (text is null) return default;
        if (Hash32.TryParse(text, out var hash)) return hash;
        try
        {
            await using var file = File.OpenRead(text);
            return Hash32.FromBytes(await SHA256.HashDataAsync(file, cancellation));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{Name} {text} cannot be read: {fault.Message}", fault);
        }
    }
}
