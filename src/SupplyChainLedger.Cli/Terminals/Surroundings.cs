namespace SupplyChainLedger.Cli.Terminals;

/// <summary>What the process gives a command.</summary>
/// <param name="Output">Standard output: results.</param>
/// <param name="Error">Standard error: everything else that people read.</param>
/// <param name="OutputIsTerminal">Whether a person sees the results as they come.</param>
/// <param name="ErrorIsTerminal">Whether a person can watch a progress bar.</param>
/// <param name="InputIsTerminal">Whether a person can be asked.</param>
/// <param name="Environment">Reads an environment variable; null where it is not set.</param>
/// <param name="Time">The clock.</param>
internal sealed record Surroundings(
    TextWriter Output,
    TextWriter Error,
    bool OutputIsTerminal,
    bool ErrorIsTerminal,
    bool InputIsTerminal,
    Func<string, string?> Environment,
    TimeProvider Time)
{
    public static Surroundings OfProcess() => new(
        Console.Out,
        Console.Error,
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected,
        !Console.IsInputRedirected,
        System.Environment.GetEnvironmentVariable,
        TimeProvider.System);
}
