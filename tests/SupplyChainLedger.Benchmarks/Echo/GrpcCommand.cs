using System.CommandLine;
using SupplyChainLedger.Benchmarks.Reporting;

namespace SupplyChainLedger.Benchmarks.Echo;

/// <summary><c>grpc</c></summary>
internal static class GrpcCommand
{
    public static Command Create()
    {
        var calls = new Option<int>("--calls")
        {
            Description = "How many calls each server answers.",
            DefaultValueFactory = static _ => 400_000,
        };
        var json = JsonOption.Create();
        var command = new Command(
            "grpc", $"Unary calls of {EchoRun.MessageBytes} bytes by h2load, {HttpLoad.InFlight} in flight.")
        {
            calls,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var seen = new Dictionary<string, EchoFigures>();
            foreach (var server in EchoRun.Servers.Keys)
                seen[server] = await EchoRun.OfAsync(server, parsed.GetValue(calls), cancellation);
            var limits = seen.Values.Select(static one => one.Limits).ToList();
            seen.Remove("ours", out var ours);
            new WayReport(
                "grpc",
                ours!.Rate,
                "calls/s",
                seen.ToDictionary(static one => one.Key, static one => one.Value.Rate),
                limits).Write(Console.Out, parsed.GetValue(json));
        });
        return command;
    }
}
