using System.Text.Json;

namespace SupplyChainLedger.Cli.Tests;

/// <summary>What a command line did.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as the one line with the one JSON object that it must be.</summary>
    public JsonElement Json
    {
        get
        {
            Assert.EndsWith("\n", Output, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', Output.TrimEnd('\n'));
            using var document = JsonDocument.Parse(Output);
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The same run, once it is known to have ended as it should.</summary>
    public CliRun Ends(ExitCode code)
    {
        Assert.True((int)code == ExitCode, $"exit code {ExitCode} instead of {(int)code}\n{Output}\n{Error}");
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return this;
    }
}
