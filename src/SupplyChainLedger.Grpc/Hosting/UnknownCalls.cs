using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Server;

namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>
/// Answers, behind all endpoints, the calls that none of them takes. As routes these answers would be candidates for
/// every call, to be weighed against the right one each time.
/// </summary>
internal sealed class UnknownCalls(GrpcServer server) : IStartupFilter
{
    private readonly UnknownCallHandler _unknownService = UnknownCallHandler.OfUnknownService(server.Settings);

    /// <summary>Puts it at the end of the application's pipeline.</summary>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        next(application);
        application.Use(HandleAsync);
    };

    private Task HandleAsync(HttpContext http, RequestDelegate next) =>
        HandlerOf(http.Request) is { } handler ? handler.HandleAsync(http) : next(http);

    private UnknownCallHandler? HandlerOf(HttpRequest request)
    {
        if (!server.HasServices || ServiceIn(request.Path.Value ?? "") is not { } service) return null;
        if (server.HasService(service)) return UnknownCallHandler.InService(service, server.Settings);

        // Other requests to unknown paths stay a 404 of the application.
        return HttpMethods.IsPost(request.Method) && CallFormats.Of(request) != CallFormat.Unsupported
            ? _unknownService
            : null;
    }

    /// <summary>The service in <c>/service/method</c>; null where a path has not this form.</summary>
    private static string? ServiceIn(string path)
    {
        var end = path.LastIndexOf('/');
        return end > 1 && end < path.Length - 1 && path.IndexOf('/', 1) == end ? path[1..end] : null;
    }
}
