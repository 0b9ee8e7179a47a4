using System.Diagnostics;
using System.Text.Json;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>
/// One run of anvil behind <c>devnet/anvil.mjs</c>, which ends it as soon as this process no longer holds the pipe to
/// it.
/// </summary>
internal sealed class AnvilProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(3);

    private readonly Process _launcher;
    private readonly int _anvilId;
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AnvilProcess(Process launcher, int anvilId, int port)
    {
        _launcher = launcher;
        _anvilId = anvilId;
        Port = port;

        // Not WaitForExitAsync, which also waits for the end of the output: an anvil without its launcher holds it open.
        launcher.Exited += (_, _) => _exited.TrySetResult();
        launcher.EnableRaisingEvents = true;
        if (launcher.HasExited) _exited.TrySetResult();
    }

    /// <summary>The port that it listens on.</summary>
    public int Port { get; }

    /// <summary>Completes when it has ended, for whatever reason.</summary>
    public Task Exited => _exited.Task;

    /// <summary>Starts it and waits until it listens.</summary>
    /// <exception cref="StartupFault">It does not get that far.</exception>
    public static async Task<AnvilProcess> StartAsync(
        string folder, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var launcher = NodeTool.StartNode(folder, ["anvil.mjs", .. arguments]);
        try
        {
            var complaints = new Complaints(launcher);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(StartLimit);
            var line = await launcher.StandardOutput.ReadLineAsync(limit.Token);
            if (line is null)
            {
                await launcher.WaitForExitAsync(limit.Token);
                throw new StartupFault($"The development chain does not start: {complaints.First}.");
            }

            using var announced = JsonDocument.Parse(line);
            return new AnvilProcess(
                launcher,
                announced.RootElement.GetProperty("pid").GetInt32(),
                announced.RootElement.GetProperty("port").GetInt32());
        }
        catch (Exception fault)
        {
            launcher.Kill(entireProcessTree: true);
            launcher.Dispose();
            if (fault is OperationCanceledException && !cancellation.IsCancellationRequested)
                throw new StartupFault($"The development chain does not listen after {StartLimit.TotalSeconds} s.");
            throw;
        }
    }

    /// <summary>Ends it, by force when it does not go by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _launcher.StandardInput.Close();
            await Exited.WaitAsync(EndLimit);
        }
        catch (TimeoutException)
        {
            _launcher.Kill(entireProcessTree: true);
        }

        await EndOrphanAsync();
        _launcher.Dispose();
    }

    // A launcher that was killed could not end anvil.
    private async Task EndOrphanAsync()
    {
        try
        {
            using var anvil = Process.GetProcessById(_anvilId);
            if (!anvil.ProcessName.StartsWith("anvil", StringComparison.Ordinal)) return;
            anvil.Kill();
            await anvil.WaitForExitAsync().WaitAsync(EndLimit);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or TimeoutException)
        {
            // It has ended, as it should, or is about to.
        }
    }

    /// <summary>Keeps the first line of standard error and lets the rest go.</summary>
    private sealed class Complaints
    {
        private volatile string? _first;

        public Complaints(Process process)
        {
            process.ErrorDataReceived += (_, line) =>
                _first ??= string.IsNullOrWhiteSpace(line.Data) ? null : line.Data;
            process.BeginErrorReadLine();
        }

        public string First =>
            (_first ?? "it gives no reason").Replace("error: ", "", StringComparison.Ordinal).TrimEnd('.');
    }
}
