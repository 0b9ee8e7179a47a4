using SupplyChainLedger.Service.Api;
using SupplyChainLedger.Service.Health;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Telemetry;

return await ServiceProcess.RunAsync(args, static foundation =>
{
    var builder = ServiceHost.CreateBuilder(foundation);
    var settings = foundation.Settings;
    var isDevnet = foundation.Devnet is not null;

    // In the order of the way of one write; what tells of it begins before and ends after all of it.
    builder.Services
        .AddTelemetry(settings.Telemetry)
        .AddApi()
        .AddIntake(settings.Intake with { AllowChainRegression = isDevnet })
        .AddRelay(settings.Relay)
        .AddIndexing(new IndexingOptions
        {
            MachineStart = MachineStart.Current,
            Path = foundation.Data.Index,
            PollInterval = settings.IndexPollInterval,
            AllowChainRegression = isDevnet,
        })
        .AddQueries()
        .AddHealth(settings.Health);

    var app = builder.Build();
    app.MapApi();
    app.MapHealth();
    app.MapMetrics(hasOwnEndpoint: settings.Endpoints.Metrics is not null);
    return app;
});
