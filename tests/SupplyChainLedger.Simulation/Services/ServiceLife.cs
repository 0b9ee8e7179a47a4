using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupplyChainLedger.Service.Indexing.Following;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Intake.Settlement;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Telemetry;
using SupplyChainLedger.Simulation.Time;

namespace SupplyChainLedger.Simulation.Services;

/// <summary>One life of the service, from a start on what the disk holds to a crash or an orderly stop.</summary>
internal sealed class ServiceLife(ServiceProvider services, Strand strand, SimulatedLifetime lifetime)
    : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _stages = [];
    private IndexDatabase? _index;

    /// <summary>Everything that the service runs in; cut when it dies.</summary>
    public Strand Strand => strand;

    /// <summary>It has started, and takes intents.</summary>
    public bool IsServing { get; private set; }

    /// <summary>Why it has ended by itself; null while it has not.</summary>
    public string? Ending { get; private set; }

    /// <summary>A stage has ended with an error that it should have borne; null when none has.</summary>
    public string? Breakdown { get; private set; }

    public IntentIntake Intake => services.GetRequiredService<IntentIntake>();

    public OutboxDatabase Outbox => services.GetRequiredService<OutboxDatabase>();

    public IndexDatabase Index => _index ?? throw new InvalidOperationException("It has never been opened.");

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Starts the stages as the host does, one after the other.</summary>
    public void Start() => strand.Begin(() => _ = StartAsync());

    /// <summary>Ends it in order; what waits for the disk is still written.</summary>
    public void Stop(Action ended) => strand.Begin(() => _ = StopAsync(ended));

    /// <summary>Closes what is open. Nothing that this writes reaches a disk that the crash has passed.</summary>
    public void Dispose()
    {
        strand.Cut();
        _stopping.Dispose();
        _index?.Dispose();
        services.GetService<OutboxDatabase>()?.Dispose();
        services.GetService<Meter>()?.Dispose();
        services.GetService<ServiceTracing>()?.Dispose();
    }

    private async Task StartAsync()
    {
        lifetime.Stopped += reason => Ending ??= reason;
        try
        {
            _index = services.GetRequiredService<IndexDatabase>();
            foreach (var stage in services.GetServices<IHostedService>())
            {
                if (stage is BackgroundService background) _stages.Add(WatchAsync(background));
                else await stage.StartAsync(_stopping.Token);
            }

            IsServing = true;
        }
        catch (Exception fault)
        {
            Ending ??= $"could not start: {fault.Message}";
        }
    }

    private async Task WatchAsync(BackgroundService stage)
    {
        try
        {
            await Execute(stage, _stopping.Token);
            if (IsEndless(stage) && !_stopping.IsCancellationRequested)
                Breakdown ??= $"{stage.GetType().Name} has come to an end";
        }
        catch (Exception fault)
        {
            Breakdown ??= $"{stage.GetType().Name} broke down: {fault}";
        }
    }

    private static bool IsEndless(BackgroundService stage) => stage is Indexer or SettlementService or RelayService;

    private async Task StopAsync(Action ended)
    {
        IsServing = false;
        Cancel();
        foreach (var stage in _stages) await stage;
        await services.GetRequiredService<OutboxWriter>().DisposeAsync();
        ended();
    }

    // On this thread; CancelAsync would take another one.
    private void Cancel() => _stopping.Cancel();

    // The host would run it on the thread pool.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "ExecuteAsync")]
    private static extern Task Execute(BackgroundService stage, CancellationToken stopping);
}
