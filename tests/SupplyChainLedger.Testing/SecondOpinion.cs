using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SupplyChainLedger.Testing;

/// <summary>
/// One Node process with viem and ethers for all tests of an assembly; questions are asked one after another.
/// </summary>
public sealed class SecondOpinion : IAsyncDisposable
{
    private static readonly string Folder =
        RepositoryFolder.At("tests", "SupplyChainLedger.Ethereum.Tests", "oracle");

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Process? _node;

    /// <summary>Asks about many cases at once.</summary>
    /// <param name="question">One that <c>oracle.mjs</c> answers.</param>
    /// <param name="cases">What is asked about.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>One answer a case.</returns>
    /// <exception cref="InvalidOperationException">The process ended, or could not answer.</exception>
    public async Task<JsonArray> AskAsync(
        string question, IEnumerable<JsonNode> cases, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            _node ??= await StartAsync(cancellation);
            var request = new JsonObject { ["question"] = question, ["cases"] = new JsonArray([.. cases]) };
            await _node.StandardInput.WriteLineAsync(request.ToJsonString().AsMemory(), cancellation);
            await _node.StandardInput.FlushAsync(cancellation);
            var line = await _node.StandardOutput.ReadLineAsync(cancellation)
                ?? throw new InvalidOperationException(
                    $"The oracle ended: {await _node.StandardError.ReadToEndAsync(cancellation)}");
            var answer = JsonNode.Parse(line)!.AsObject();
            if (answer["fault"]?.GetValue<string>() is { } fault) throw new InvalidOperationException(fault);
            return answer["results"]!.AsArray();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the process.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_node is not null)
        {
            // It ends with its input.
            _node.StandardInput.Close();
            await _node.WaitForExitAsync(CancellationToken.None);
            _node.Dispose();
        }

        _turn.Dispose();
    }

    private static async Task<Process> StartAsync(CancellationToken cancellation)
    {
        await NodePackages.EnsureAsync(Folder, cancellation);
        return Process.Start(new ProcessStartInfo("node", "oracle.mjs")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
