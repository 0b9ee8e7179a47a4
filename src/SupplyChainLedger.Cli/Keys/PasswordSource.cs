using Spectre.Console;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Terminals;

namespace SupplyChainLedger.Cli.Keys;

/// <summary>Where the password of the keys comes from: a file, or the person at the terminal.</summary>
internal sealed class PasswordSource(string? passwordFile, Terminal terminal)
{
    private const string DefaultName = "password";

    /// <summary>The password of a key.</summary>
    /// <exception cref="UsageException">There is no file with it, and nobody to ask.</exception>
    public async Task<string> ReadAsync(string keyFolder, string name, CancellationToken cancellation) =>
        await FromFileAsync(keyFolder, cancellation) ?? await AskAsync("Password", name, cancellation);

    /// <summary>The password for a new key; a person says it twice.</summary>
    /// <exception cref="UsageException">There is no file with it, and nobody to ask; or it was said differently.
    /// </exception>
    public async Task<string> ReadNewAsync(string keyFolder, string name, CancellationToken cancellation)
    {
        if (await FromFileAsync(keyFolder, cancellation) is { } password) return password;
        var first = await AskAsync("New password", name, cancellation);
        return await AskAsync("The same again", name, cancellation) == first
            ? first
            : throw new UsageException("The two passwords differ; nothing was kept.");
    }

    private async Task<string?> FromFileAsync(string keyFolder, CancellationToken cancellation)
    {
        var beside = Path.Combine(keyFolder, DefaultName);
        if (passwordFile is not null) return await ReadFileAsync(passwordFile, cancellation);
        return File.Exists(beside) ? await ReadFileAsync(beside, cancellation) : null;
    }

    private async Task<string> AskAsync(string what, string name, CancellationToken cancellation)
    {
        if (!terminal.CanAsk)
            throw new UsageException($"The key of {name} needs a password: name its file with --password-file FILE.");
        var prompt = new TextPrompt<string>($"{what} of {Markup.Escape(name)}:") { IsSecret = true };
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
