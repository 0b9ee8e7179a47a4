using System.Diagnostics;
using System.Globalization;
using SupplyChainLedger.Benchmarks.Peers;
using SupplyChainLedger.Benchmarks.Stage;
using SupplyChainLedger.EndToEnd.Stage.Services;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.Benchmarks.Echo;

/// <summary>A server of <c>Echo</c> as a process of its own.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly Process _process;

    private EchoServer(Process process, int port)
    {
        _process = process;
        Port = port;
        Meter = new ProcessMeter("server", process.Id);
    }

    /// <summary>Where it listens on the loopback.</summary>
    public int Port { get; }

    /// <summary>What it uses.</summary>
    public ProcessMeter Meter { get; }

    /// <summary>Starts this program once more, with the garbage collector and the compiler as the service has them.
    /// </summary>
    /// <param name="kind">One of those that <see cref="EchoServerCommand"/> names.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<EchoServer> StartAsync(string kind, CancellationToken cancellation)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "SupplyChainLedger.Benchmarks.dll");
        var start = new ProcessStartInfo(ServiceCommand.Host, [program, "echo-server", kind]);
        start.Environment["DOTNET_gcServer"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return StartAsync(start, cancellation);
    }

    /// <summary>Starts the server of <c>@grpc/grpc-js</c>.</summary>
    public static async Task<EchoServer> StartNodeAsync(CancellationToken cancellation)
    {
        await NodePackages.EnsureAsync(PeerScript.Folder, cancellation);
        return await StartAsync(
            new ProcessStartInfo("node", ["grpc-js-echo.mjs"]) { WorkingDirectory = PeerScript.Folder }, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static async Task<EchoServer> StartAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync(cancellation)
            ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        return new EchoServer(process, int.Parse(port, CultureInfo.InvariantCulture));
    }
}
