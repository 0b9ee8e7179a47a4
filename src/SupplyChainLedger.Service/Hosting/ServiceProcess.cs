using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using SupplyChainLedger.Service.Hosting.Settings;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>One run of the service, from its arguments to its exit code.</summary>
internal static class ServiceProcess
{
    private const int Succeeded = 0;
    private const int Failed = 1;

    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(20);

    // With what the rest of the end takes, the whole stays under thirty seconds.
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(15);

    /// <summary>Starts, serves until it is told to end, and ends.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="build">Puts the parts together.</param>
    /// <returns>0 when it was told to end, 1 when it could not start or had to stop.</returns>
    public static async Task<int> RunAsync(string[] arguments, Func<Foundation, WebApplication> build)
    {
        if (arguments is ["--help" or "-h"])
        {
            foreach (var line in Help.Lines()) Console.WriteLine(line);
            return Succeeded;
        }

        using var signal = new TerminationSignal();
        try
        {
            var settings = ServiceSettings.Read(arguments);
            await using var foundation = await Foundation.LayAsync(settings, Console.WriteLine, signal.Token);
            await using var app = build(foundation);
            await ServeAsync(app, foundation, signal.Token);
            return signal.Token.IsCancellationRequested ? Succeeded : Failed;
        }
        catch (OperationCanceledException) when (signal.Token.IsCancellationRequested)
        {
            return Succeeded;
        }
        catch (StartupFault fault)
        {
            Console.Error.WriteLine(fault.Message.ReplaceLineEndings(" "));
            return Failed;
        }
        catch (Exception fault)
        {
            Console.Error.WriteLine($"The service had to stop: {fault}");
            return Failed;
        }
    }

    private static async Task ServeAsync(WebApplication app, Foundation foundation, CancellationToken stop)
    {
        await StartAsync(app, stop);
        var readiness = app.Services.GetRequiredService<Readiness>();
        await WaitUntilReadyAsync(readiness, app.Lifetime.ApplicationStopping, stop);
        var addresses = ServiceHost.AddressesOf(app);
        foreach (var line in Banner.Lines(addresses, foundation, readiness.Reasons)) Console.WriteLine(line);
        await UntilAnyAsync(app.Lifetime.ApplicationStopping, stop);
        await DrainAsync(app, readiness);
        await app.WaitForShutdownAsync(stop);
    }

    // Whoever spreads calls over several services learns that this one ends before it takes no more of them.
    private static async Task DrainAsync(WebApplication app, Readiness readiness)
    {
        if (app.Lifetime.ApplicationStopping.IsCancellationRequested) return;
        readiness.Report(ServicePart.Service, "is about to end");
        try
        {
            await app.Services.GetRequiredService<CallsUnderWay>().DrainAsync().WaitAsync(DrainLimit);
        }
        catch (TimeoutException)
        {
            // Their intents are on disk; they are told to ask again.
        }
    }

    private static async Task UntilAnyAsync(CancellationToken one, CancellationToken other)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(one, other);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = either.Token.Register(ended.SetResult);
        await ended.Task;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
            app.Services.GetRequiredService<StartPhase>().End();
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException or SocketException)
        {
            throw new StartupFault(
                $"{fault.Message.TrimEnd('.')}. Stop what listens there, or choose another port with "
                + "--Endpoints:Grpc or --Endpoints:Web.",
                fault);
        }
    }

    // A service that cannot get ready serves nevertheless: /readyz says what is missing.
    private static async Task WaitUntilReadyAsync(
        Readiness readiness, CancellationToken stopping, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, stop);
        try
        {
            await readiness.FirstReady.WaitAsync(ReadyLimit, either.Token);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            // The banner tells what is missing; a signal is looked at next.
        }
    }
}
