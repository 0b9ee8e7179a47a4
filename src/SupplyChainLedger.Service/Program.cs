using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Queries;

return await ServiceProcess.RunAsync(args, static foundation =>
{
    var builder = ServiceHost.CreateBuilder(foundation);
    var isDevnet = foundation.Devnet is not null;

    // In the order of the way of one write.
    builder.Services
        .AddIntake(new IntakeOptions { AllowChainRegression = isDevnet })
        .AddIndexing(new IndexingOptions { Path = foundation.Data.Index, AllowChainRegression = isDevnet })
        .AddQueries();

    var app = builder.Build();
    app.MapHealth();
    return app;
});
