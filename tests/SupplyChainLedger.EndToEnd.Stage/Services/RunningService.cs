using System.Diagnostics;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.EndToEnd.Stage.Services;

/// <summary>The real service in a process of its own, on free ports, with its own data folder.</summary>
public sealed class RunningService : IAsyncDisposable
{
    private const string LastBannerLine = "  dotnet run --project src/SupplyChainLedger.Cli --";

    private readonly Process _process;
    private readonly Task<string> _errors;
    private bool _disposed;

    private RunningService(Process process, string dataFolder, IReadOnlyList<string> banner, Task<string> errors)
    {
        _process = process;
        _errors = errors;
        DataFolder = dataFolder;
        Banner = banner;
    }

    /// <summary>Everything that it keeps.</summary>
    public string DataFolder { get; }

    /// <summary>All lines it has printed until it served.</summary>
    public IReadOnlyList<string> Banner { get; }

    /// <summary>The line that says whether it is ready, and what it lacks.</summary>
    public string Greeting =>
        Banner.Single(static line => line.StartsWith("SupplyChainLedger ", StringComparison.Ordinal));

    /// <summary>gRPC over HTTP/2 in plain text.</summary>
    public Uri Grpc => new(Told("gRPC"));

    /// <summary>gRPC-Web, JSON and health over HTTP/1.1.</summary>
    public Uri Web => new(Told("Web"));

    /// <summary>JSON-RPC of its chain, as it prints it.</summary>
    public Uri Chain => new(Told("Chain"));

    /// <summary>Addresses of its contracts.</summary>
    public (Address Ledger, Address Participants) Contracts
    {
        get
        {
            var words = Line("Contracts").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            return (Address.Parse(words[2]), Address.Parse(words[4]));
        }
    }

    /// <summary>The process's id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Whether it has ended, in whatever way.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts it and waits until it says that it serves.</summary>
    /// <param name="dataFolder">Empty or missing for a new network; otherwise it goes on with what is there.</param>
    /// <param name="settings">More settings, such as <c>--Chain:FinalityDepth=2</c>.</param>
    /// <param name="cancellation">Gives up and leaves no process.</param>
    public static Task<RunningService> StartAsync(
        string dataFolder, IEnumerable<string> settings, CancellationToken cancellation) =>
        StartAsync(
            dataFolder, ServiceCommand.Start([.. ServiceCommand.SettingsFor(dataFolder), .. settings]), cancellation);

    /// <summary>Waits until a process that has just been started says that it serves.</summary>
    /// <param name="dataFolder">Where it keeps everything.</param>
    /// <param name="process">The process, with its output redirected.</param>
    /// <param name="cancellation">Gives up and kills it.</param>
    /// <exception cref="InvalidOperationException">It has ended instead; the message quotes it.</exception>
    public static async Task<RunningService> StartAsync(
        string dataFolder, Process process, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(process);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            var banner = new List<string>();
            while (banner.LastOrDefault()?.StartsWith(LastBannerLine, StringComparison.Ordinal) != true)
            {
                banner.Add(await process.StandardOutput.ReadLineAsync(cancellation)
                    ?? throw await NotStartedAsync(process, errors, cancellation));
            }

            return new RunningService(process, dataFolder, banner, errors);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Sends SIGTERM and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> TerminateAsync(CancellationToken cancellation)
    {
        ProcessSignal.Terminate(_process.Id);
        return EndAsync(cancellation);
    }

    /// <summary>Sends SIGKILL, which it cannot notice, and waits for the end.</summary>
    public async Task KillAsync(CancellationToken cancellation)
    {
        _process.Kill();
        await EndAsync(cancellation);
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>The exit code; 137 after SIGKILL.</returns>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    /// <summary>What it wrote to standard error. Only after its end.</summary>
    public Task<string> ErrorsAsync() => _errors;

    /// <summary>Ends it in an orderly way where it still runs, by force where that takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        try
        {
            if (!_process.HasExited) await TerminateAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static async Task<InvalidOperationException> NotStartedAsync(
        Process process, Task<string> errors, CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        return new InvalidOperationException(
            $"The service did not start, but ended with exit code {process.ExitCode}: {await errors}");
    }

    private string Told(string name) => Line(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];

    private string Line(string name) =>
        Banner.Single(line => line.StartsWith($"  {name} ", StringComparison.Ordinal));
}
