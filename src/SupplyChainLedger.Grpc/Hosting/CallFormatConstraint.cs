using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SupplyChainLedger.Grpc.Server;

namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>Matches only calls, so that other requests to unknown paths stay a 404 of the application.</summary>
internal sealed class CallFormatConstraint : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection) =>
        httpContext is not null
        && HttpMethods.IsPost(httpContext.Request.Method)
        && CallFormats.Of(httpContext.Request) != CallFormat.Unsupported;
}
