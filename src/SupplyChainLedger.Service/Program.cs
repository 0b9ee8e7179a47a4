using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;

return await ServiceProcess.RunAsync(args, static foundation =>
{
    var builder = ServiceHost.CreateBuilder(foundation);

    // In the order of the way of one write.
    builder.Services
        .AddIndexing(new IndexingOptions
        {
            Path = foundation.Data.Index,
            AllowChainRegression = foundation.Devnet is not null,
        });

    var app = builder.Build();
    app.MapHealth();
    return app;
});
