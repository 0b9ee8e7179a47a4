using SupplyChainLedger.Grpc.Health;
using SupplyChainLedger.Grpc.Hosting;
using SupplyChainLedger.Grpc.Reflection;
using SupplyChainLedger.Service.Api.Disputes;
using SupplyChainLedger.Service.Api.Events;
using SupplyChainLedger.Service.Api.Financings;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.Service.Api.Invoices;
using SupplyChainLedger.Service.Api.Participants;
using SupplyChainLedger.Service.Api.Receivables;
using SupplyChainLedger.Service.Api.RuleBook;
using SupplyChainLedger.Service.Api.ServiceStatus;
using SupplyChainLedger.Service.Api.Settlements;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Telemetry;
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
        services.AddSingleton<CallTraces>();
        services.AddSingleton<CallMetrics>();
        services.AddSingleton<CallCounter>();
        services.AddSingleton<FaultInterceptor>();
        services.AddGrpc(static options =>
        {
            options.MaxReceiveMessageSize = MaxRequestBytes;
            options.Interceptors.Add<CallTraces>();
            options.Interceptors.Add<CallMetrics>();
            options.Interceptors.Add<CallCounter>();
            options.Interceptors.Add<FaultInterceptor>();
        });
        services.AddGrpcHealth();
        services.AddGrpcReflection(
            ParticipantService.Descriptor,
            InvoiceService.Descriptor,
            IntentService.Descriptor,
            EventService.Descriptor,
            StatusService.Descriptor,
            ReceivableService.Descriptor,
            FinancingService.Descriptor,
            SettlementService.Descriptor,
            DisputeService.Descriptor,
            RuleBookService.Descriptor);
        services.AddInvoices();
        services.AddIntents();
        services.AddParticipants();
        services.AddReceivables();
        services.AddFinancing();
        services.AddSettlement();
        services.AddCorrectionsAndRules();
        services.AddSingleton<WatchEventsCall>();
        services.AddSingleton<EventApi>();
        services.AddSingleton<GetStatusCall>();
        services.AddSingleton<CheckIndexCall>();
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
        app.MapGrpcService<ReceivableApi>();
        app.MapGrpcService<FinancingApi>();
        app.MapGrpcService<SettlementApi>();
        app.MapGrpcService<DisputeApi>();
        app.MapGrpcService<RuleBookApi>();
        app.MapGrpcHealthService();
        app.MapGrpcReflectionService();
    }

    private static void AddInvoices(this IServiceCollection services)
    {
        services.AddSingleton<SubmitInvoiceCall>();
        services.AddSingleton<SubmitInvoicesCall>();
        services.AddSingleton<GetInvoiceCall>();
        services.AddSingleton<ListInvoicesCall>();
        services.AddSingleton<FindSimilarInvoicesCall>();
        services.AddSingleton<InvoiceApi>();
    }

    private static void AddIntents(this IServiceCollection services)
    {
        services.AddSingleton<IntentSubmission>();
        services.AddSingleton<WriteCall>();
        services.AddSingleton<DescribeIntentCall>();
        services.AddSingleton<GetIntentCall>();
        services.AddSingleton<ResendIntentCall>();
        services.AddSingleton<CancelIntentCall>();
        services.AddSingleton<ListIntentsCall>();
        services.AddSingleton<IntentApi>();
    }

    private static void AddParticipants(this IServiceCollection services)
    {
        services.AddSingleton<GetParticipantCall>();
        services.AddSingleton<ListParticipantsCall>();
        services.AddSingleton<ParticipantApi>();
    }

    private static void AddReceivables(this IServiceCollection services)
    {
        services.AddSingleton<GetReceivableCall>();
        services.AddSingleton<ListReceivablesCall>();
        services.AddSingleton<GetHoldingCall>();
        services.AddSingleton<ListHoldingsCall>();
        services.AddSingleton<TraceHoldingCall>();
        services.AddSingleton<ReceivableApi>();
    }

    private static void AddFinancing(this IServiceCollection services)
    {
        services.AddSingleton<RequestFinancingCall>();
        services.AddSingleton<GetFinancingCall>();
        services.AddSingleton<ListFinancingsCall>();
        services.AddSingleton<ListOffersCall>();
        services.AddSingleton<ListExposuresCall>();
        services.AddSingleton<ListFinanceableCall>();
        services.AddSingleton<ListOpportunitiesCall>();
        services.AddSingleton<FinancingApi>();
    }

    private static void AddSettlement(this IServiceCollection services)
    {
        services.AddSingleton<GetPaymentInstructionCall>();
        services.AddSingleton<ListPaymentsCall>();
        services.AddSingleton<ListDueCall>();
        services.AddSingleton<ListStopsCall>();
        services.AddSingleton<SettlementApi>();
    }

    private static void AddCorrectionsAndRules(this IServiceCollection services)
    {
        services.AddSingleton<ListDisputesCall>();
        services.AddSingleton<ListCreditNotesCall>();
        services.AddSingleton<DisputeApi>();
        services.AddSingleton<GetRulesCall>();
        services.AddSingleton<ListRulesCall>();
        services.AddSingleton<RuleBookApi>();
    }
}
