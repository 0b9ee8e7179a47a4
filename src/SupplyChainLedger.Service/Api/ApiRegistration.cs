using SupplyChainLedger.Grpc.Health;
using SupplyChainLedger.Grpc.Hosting;
using SupplyChainLedger.Grpc.Reflection;
using SupplyChainLedger.Service.Api.Events;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.Service.Api.Invoices;
using SupplyChainLedger.Service.Api.Participants;
using SupplyChainLedger.Service.Api.ServiceStatus;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api;

/// <summary>Registers and maps the public API: gRPC, gRPC-Web and JSON, with health and reflection.</summary>
internal static class ApiRegistration
{
    // The largest request takes a few kilobytes; a stream of submissions may hold a thousand of them.
    private const int MaxRequestBytes = 64 * 1024;

    /// <summary>Adds the calls. Needs what <c>AddIntake</c>, <c>AddRelay</c> and <c>AddQueries</c> add.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddGrpc(static options =>
        {
            options.MaxReceiveMessageSize = MaxRequestBytes;
            options.Interceptors.Add<FaultInterceptor>();
        });
        services.AddGrpcHealth();
        services.AddGrpcReflection(
            ParticipantService.Descriptor,
            InvoiceService.Descriptor,
            IntentService.Descriptor,
            EventService.Descriptor,
            StatusService.Descriptor);

        services.AddSingleton<IntentSubmission>();
        services.AddSingleton<WriteCall>();
        services.AddSingleton<InvoiceAnswer>();
        services.AddSingleton<SubmitInvoiceCall>();
        services.AddSingleton<SubmitInvoicesCall>();
        services.AddSingleton<GetInvoiceCall>();
        services.AddSingleton<ListInvoicesCall>();
        services.AddSingleton<SimilarInvoiceWarnings>();
        services.AddSingleton<FindSimilarInvoicesCall>();
        services.AddSingleton<InvoiceApi>();

        services.AddSingleton<DescribeIntentCall>();
        services.AddSingleton<GetIntentCall>();
        services.AddSingleton<ListIntentsCall>();
        services.AddSingleton<IntentApi>();

        services.AddSingleton<GetParticipantCall>();
        services.AddSingleton<ListParticipantsCall>();
        services.AddSingleton<ParticipantApi>();

        services.AddSingleton<WatchEventsCall>();
        services.AddSingleton<EventApi>();

        services.AddSingleton<GetStatusCall>();
        services.AddSingleton<StatusApi>();
        return services;
    }

    /// <summary>Maps the services to their routes.</summary>
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<ParticipantApi>();
        app.MapGrpcService<InvoiceApi>();
        app.MapGrpcService<IntentApi>();
        app.MapGrpcService<EventApi>();
        app.MapGrpcService<StatusApi>();
        app.MapGrpcHealthService();
        app.MapGrpcReflectionService();
    }
}
