using Google.Protobuf.Reflection;
using Grpc.Core;
using SupplyChainLedger.Faults.Hostile;
using SupplyChainLedger.Faults.Staging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>Damaged messages to every method there is.</summary>
internal sealed class MutatedRequests : Scenario
{
    private const int Callers = 100;
    private const int WarmUp = 50_000;
    private const long MostGrowth = 100L << 20;

    private static readonly FileDescriptor[] Files =
    [
        DisputeServiceReflection.Descriptor, EventServiceReflection.Descriptor, FinancingServiceReflection.Descriptor,
        IntentServiceReflection.Descriptor, InvoiceServiceReflection.Descriptor,
        ParticipantServiceReflection.Descriptor, ReceivableServiceReflection.Descriptor,
        RuleBookServiceReflection.Descriptor, SettlementServiceReflection.Descriptor,
        StatusServiceReflection.Descriptor,
    ];

    private static readonly MethodDescriptor[] Methods =
        [.. Files.SelectMany(static file => file.Services).SelectMany(static service => service.Methods)];

    private readonly int[] _answers = new int[(int)StatusCode.Unauthenticated + 1];

    /// <summary>How many it sends.</summary>
    public required int Requests { get; init; }

    public override IReadOnlyList<int> Rows => [36];

    public override string Name => $"mutated-requests-{Requests}";

    public override string Expectation => "each is answered with its status, none as an unknown error; memory stays flat";

    public override bool IsLong => Requests > 100_000;

    public override async Task<string> RunAsync(Stage stage, CancellationToken cancellation)
    {
        await stage.StartAsync(cancellation);
        await stage.Load.SubmitAsync(20, cancellation);
        using var caller = new RawCaller(stage.Service.Grpc);
        await SendAsync(caller, Math.Min(WarmUp, Requests / 2), stage.Random, cancellation);
        var before = ProcessMemory.Resident(stage.Service.ProcessId);
        await SendAsync(caller, Requests - Math.Min(WarmUp, Requests / 2), stage.Random, cancellation);
        var growth = ProcessMemory.Resident(stage.Service.ProcessId) - before;
        ScenarioFailed.Unless(growth < MostGrowth, $"{growth >> 20} MiB more memory are in use than after the first ones");
        ScenarioFailed.Unless(await stage.Load.Claim().SendAsync(cancellation), "a claim was not taken after them");
        return $"{Methods.Length} methods; {Tally()}; {growth >> 20:+0;-0;0} MiB";
    }

    private async Task SendAsync(RawCaller caller, int requests, Random random, CancellationToken cancellation)
    {
        var callers = Enumerable.Range(0, Callers).Select(async _ =>
        {
            var own = new Random(random.Next());
            for (var i = 0; i < requests / Callers; i++)
            {
                var method = Methods[own.Next(Methods.Length)];
                var message = Mutation.Of(WireMessage.Draw(method.InputType, own), own);
                await CallAsync(caller, method, message, cancellation);
            }
        });
        await Task.WhenAll(callers.ToList());
    }

    private async Task CallAsync(
        RawCaller caller, MethodDescriptor method, byte[] message, CancellationToken cancellation)
    {
        var path = $"/{method.Service.FullName}/{method.Name}";
        var answer = await caller.CallAsync(path, message, cancellation);

        // The time of a stream that goes on is over in the midst of a message, now and then.
        if (method.IsServerStreaming && answer.Fault?.Contains("CANCEL", StringComparison.Ordinal) == true) return;
        ScenarioFailed.Unless(
            answer.Status is >= 0 and <= (int)StatusCode.Unauthenticated and not (int)StatusCode.Unknown,
            $"{path} answered {Convert.ToHexStringLower(message)} with {answer}");
        Interlocked.Increment(ref _answers[answer.Status!.Value]);
    }

    private string Tally() => string.Join(", ", _answers
        .Select(static (count, status) => (count, status: (StatusCode)status))
        .Where(static one => one.count > 0)
        .Select(static one => $"{one.count} {one.status}"));
}
