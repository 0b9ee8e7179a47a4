using Grpc.Core;
using SupplyChainLedger.Grpc.Server;

namespace SupplyChainLedger.Grpc.Tests.Server;

public sealed class ResponseGateTests
{
    private readonly List<StatusCode> _ends = [];

    [Fact]
    public async Task The_first_end_counts()
    {
        var gate = MakeGate();

        await gate.EndAsync(new Status(StatusCode.DeadlineExceeded, ""), Metadata.Empty);
        await gate.EndAsync(Status.DefaultSuccess, Metadata.Empty);

        Assert.Equal([StatusCode.DeadlineExceeded], _ends);
    }

    [Fact]
    public async Task An_end_waits_for_the_write_that_is_going_on()
    {
        var gate = MakeGate();
        gate.BeginWrite();

        var end = gate.EndAsync(new Status(StatusCode.DeadlineExceeded, ""), Metadata.Empty);
        var second = gate.EndAsync(Status.DefaultSuccess, Metadata.Empty);
        Assert.Empty(_ends);
        Assert.Throws<InvalidOperationException>(gate.BeginWrite);
        await gate.EndWriteAsync();
        await Task.WhenAll(end, second);

        Assert.Equal([StatusCode.DeadlineExceeded], _ends);
    }

    [Fact]
    public async Task Writes_come_one_at_a_time_and_none_after_the_end()
    {
        var gate = MakeGate();
        gate.BeginWrite();
        Assert.Throws<InvalidOperationException>(gate.BeginWrite);
        await gate.EndWriteAsync();
        gate.BeginWrite();
        await gate.EndWriteAsync();

        await gate.EndAsync(Status.DefaultSuccess, Metadata.Empty);

        Assert.Throws<InvalidOperationException>(gate.BeginWrite);
    }

    private ResponseGate MakeGate() => new((status, _) =>
    {
        _ends.Add(status.StatusCode);
        return Task.CompletedTask;
    });
}
