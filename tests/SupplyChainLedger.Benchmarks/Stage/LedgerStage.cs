using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using SupplyChainLedger.Ethereum.Keystore;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Benchmarks.Stage;

/// <summary>The built service as a process of its own, with its own development chain, on free ports.</summary>
internal sealed class LedgerStage : IAsyncDisposable
{
    private const string LastBannerLine = "  dotnet run --project src/SupplyChainLedger.Cli --";
    private const int SigTerm = 15;
    private const int SigCont = 18;
    private const int SigStop = 19;

    private readonly DirectoryInfo _folder;
    private readonly Process _service;
    private readonly List<string> _banner;

    private LedgerStage(DirectoryInfo folder, Process service, List<string> banner)
    {
        _folder = folder;
        _service = service;
        _banner = banner;
        Meters = [new("service", _service.Id), new("anvil", ChildOf(_service.Id)), new("load", Environment.ProcessId)];
    }

    /// <summary>Everything that it keeps.</summary>
    public string DataFolder => Path.Combine(_folder.FullName, "data");

    /// <summary>gRPC over HTTP/2 in plain text.</summary>
    public Uri Grpc => new(Told("gRPC"));

    /// <summary>JSON-RPC of the chain.</summary>
    public Uri Chain => new(Told("Chain"));

    /// <summary>Address of the ledger.</summary>
    public string Ledger => Line("Contracts").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)[2];

    /// <summary>What the processes use: service, anvil and this one, which makes the load.</summary>
    public IReadOnlyList<ProcessMeter> Meters { get; }

    /// <summary>Starts it and waits until it serves.</summary>
    public static async Task<LedgerStage> StartAsync(CancellationToken cancellation, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("scl-benchmark-");
        return await StartAsync(folder, settings, cancellation);
    }

    /// <summary>Opens the keystore of a demo participant. The caller disposes of the key.</summary>
    public async Task<PrivateKey> OpenKeyAsync(string handle, CancellationToken cancellation)
    {
        var keystore = Path.Combine(DataFolder, "keystore");
        var password = (await File.ReadAllTextAsync(Path.Combine(keystore, "password"), cancellation)).Trim();
        return await KeystoreFile.ReadFileAsync(Path.Combine(keystore, $"{handle}.json"), password, cancellation);
    }

    /// <summary>Keeps the service from using the machine while a peer is measured.</summary>
    public void Pause() => Signal(SigStop);

    /// <summary>Lets it go on.</summary>
    public void Resume() => Signal(SigCont);

    public async ValueTask DisposeAsync()
    {
        Signal(SigTerm);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await _service.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _service.Kill(entireProcessTree: true);
        }

        _service.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task<LedgerStage> StartAsync(
        DirectoryInfo folder, string[] settings, CancellationToken cancellation)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "SupplyChainLedger.Service.dll");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                program,
                $"--Data={Path.Combine(folder.FullName, "data")}",
                "--Endpoints:Grpc=127.0.0.1:0",
                "--Endpoints:Web=127.0.0.1:0",
                "--Devnet:Endpoint=127.0.0.1:0",
            },
        };
        foreach (var setting in settings) start.ArgumentList.Add(setting);
        var service = Process.Start(start)!;
        try
        {
            var banner = new List<string>();
            while (banner.LastOrDefault()?.StartsWith(LastBannerLine, StringComparison.Ordinal) != true)
            {
                banner.Add(await service.StandardOutput.ReadLineAsync(cancellation)
                    ?? throw new InvalidOperationException("The service did not start; its error output says why."));
            }

            return new LedgerStage(folder, service, banner);
        }
        catch
        {
            service.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>The chain is the service's child, or that of the launcher between them.</summary>
    private static int ChildOf(int parent)
    {
        var found = parent;
        while (Children(found) is [var child, ..]) found = child;
        return found;
    }

    private static int[] Children(int parent) =>
    [
        .. Directory.EnumerateDirectories($"/proc/{parent}/task")
            .SelectMany(static task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(static id => int.Parse(id, CultureInfo.InvariantCulture)),
    ];

    private string Told(string name) => Line(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];

    private string Line(string name) =>
        _banner.Single(line => line.StartsWith($"  {name} ", StringComparison.Ordinal));

    private void Signal(int signal) => _ = SendSignal(_service.Id, signal);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int processId, int signal);
}
