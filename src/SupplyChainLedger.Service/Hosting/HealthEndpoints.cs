namespace SupplyChainLedger.Service.Hosting;

/// <summary>Health over plain HTTP, for load balancers and scripts.</summary>
internal static class HealthEndpoints
{
    /// <summary>
    /// <c>/healthz</c> answers while the process lives; <c>/readyz</c> answers 200 when every part is ready and 503
    /// with the reasons, one a line, while one is not.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", static () => Results.Text("alive\n"));
        endpoints.MapGet("/readyz", static (Readiness readiness) => readiness.Reasons is { Count: > 0 } reasons
            ? Results.Text(string.Join('\n', reasons) + '\n', statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready\n"));
    }
}
