using Spectre.Console;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Terminals;

namespace SupplyChainLedger.Cli.Keys;

/// <summary>Where the password of the keys comes from: a file, or the person at the terminal.</summary>
internal sealed class PasswordSource(string? passwordFile, Terminal terminal)
{
    private const string DefaultName = "password";

    public async Task<string> ReadAsync(string keyFolder, string handle, CancellationToken cancellation)
    {
        var beside = Path.Combine(keyFolder, DefaultName);
        if (passwordFile is not null) return await ReadFileAsync(passwordFile, cancellation);
        if (File.Exists(beside)) return await ReadFileAsync(beside, cancellation);
        if (!terminal.CanAsk)
            throw new UsageException($"The key of {handle} needs a password: name its file with --password-file FILE.");
        var prompt = new TextPrompt<string>($"Password of {Markup.Escape(handle)}:") { IsSecret = true };
        return await prompt.ShowAsync(terminal.Notes, cancellation);
    }

    private static async Task<string> ReadFileAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return (await File.ReadAllTextAsync(path, cancellation)).TrimEnd('\r', '\n');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The password file {path} cannot be read: {fault.Message}", fault);
        }
    }
}
