using Grpc.Core;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class SubmitInvoicesTests
{
    private const int MaxUnderWay = 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_is_answered_once_under_its_own_mark_and_a_refusal_is_an_answer()
    {
        await using var bench = await ApiBench.OpenAsync();
        var requests = Enumerable.Range(1, 60).Select(number => bench.Request(number)).ToList();
        foreach (var forged in requests.Where((_, index) => index % 3 == 0)) forged.Action.Amount.MinorUnits++;

        var answers = await AnswersAsync(bench, requests.ToAsyncEnumerable());

        Assert.Equal(requests.Select(one => one.RequestId).Order(), answers.Select(one => one.RequestId).Order());
        Assert.Equal(20, answers.Count(one => one.Error is { Code: (int)StatusCode.PermissionDenied }));
        var accepted = answers.Where(one => one.Submitted is not null).Select(one => one.Submitted.Intent.Name);
        Assert.Equal(40, accepted.Distinct().Count());
        Assert.Equal(40, bench.Work.Log.List(null, null, null, 100).Count);
    }

    [Fact]
    public async Task A_mark_of_64_bytes_comes_back_and_a_longer_one_is_refused()
    {
        await using var bench = await ApiBench.OpenAsync();
        var longest = bench.Request(1);
        longest.RequestId = new string('ü', 32);
        var tooLong = bench.Request(2);
        tooLong.RequestId = new string('ü', 32) + "x";

        var answers = await AnswersAsync(bench, new[] { longest, tooLong }.ToAsyncEnumerable());

        Assert.NotNull(answers.Single(one => one.RequestId == longest.RequestId).Submitted);
        Assert.Equal(
            (int)StatusCode.InvalidArgument, answers.Single(one => one.RequestId == tooLong.RequestId).Error.Code);
    }

    [Fact]
    public async Task From_a_client_that_does_not_read_no_more_is_taken_than_may_be_under_way()
    {
        await using var bench = await ApiBench.OpenAsync();
        using var call = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var isFull = new TaskCompletionSource();
        var requests = new RequestsOf<SubmitInvoicesRequest>(Endless(number =>
        {
            if (number == MaxUnderWay) isFull.SetResult();
        }));
        var answers = new AnswersTo<SubmitInvoicesResponse>(static (_, cancellation) => ForeverAsync(cancellation));

        var answering = bench.SubmitMany.AnswerAsync(requests, answers, new TestCall(call.Token));
        await isFull.Task.WaitAsync(Cancellation);
        await call.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
        Assert.Equal(MaxUnderWay, requests.Read);
    }

    [Fact]
    public async Task When_the_client_vanishes_the_call_ends_and_what_it_was_promised_is_kept()
    {
        await using var bench = await ApiBench.OpenAsync();
        using var call = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var answered = new TaskCompletionSource<Intent>();
        var requests = new RequestsOf<SubmitInvoicesRequest>(
            ThenSilence(bench.Request(1, WaitFor.Final), bench.Request(2)));
        var answers = new AnswersTo<SubmitInvoicesResponse>((answer, _) =>
        {
            answered.SetResult(answer.Submitted.Intent);
            return Task.CompletedTask;
        });

        var answering = bench.SubmitMany.AnswerAsync(requests, answers, new TestCall(call.Token));
        var promised = await answered.Task.WaitAsync(Cancellation);
        await call.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
        Assert.Contains(promised.Name, bench.Work.Log.List(null, null, null, 10).Select(one => $"intents/{one.Hash}"));
    }

    [Fact]
    public async Task A_write_that_fails_ends_the_call_with_its_fault_and_all_that_waits()
    {
        await using var bench = await ApiBench.OpenAsync();
        var requests = new RequestsOf<SubmitInvoicesRequest>(
            ThenSilence(bench.Request(1, WaitFor.Final), bench.Request(2, WaitFor.Final), bench.Request(3)));
        var answers = new AnswersTo<SubmitInvoicesResponse>(static (_, _) => throw new IOException("broken"));

        var fault = await Assert.ThrowsAsync<IOException>(
            () => bench.SubmitMany.AnswerAsync(requests, answers, new TestCall(Cancellation)));

        Assert.Equal("broken", fault.Message);
    }

    [Fact]
    public async Task A_request_that_cannot_be_read_ends_the_call_with_its_status()
    {
        await using var bench = await ApiBench.OpenAsync();
        var requests = new RequestsOf<SubmitInvoicesRequest>(
            ThenFault(
                new RpcException(new Status(StatusCode.ResourceExhausted, "too large")),
                bench.Request(1, WaitFor.Final)));
        var answers = new AnswersTo<SubmitInvoicesResponse>(static (_, _) => Task.CompletedTask);

        var fault = await Assert.ThrowsAsync<RpcException>(
            () => bench.SubmitMany.AnswerAsync(requests, answers, new TestCall(Cancellation)));

        Assert.Equal(StatusCode.ResourceExhausted, fault.StatusCode);
    }

    [Fact]
    public async Task A_service_that_stops_ends_the_stream()
    {
        await using var bench = await ApiBench.OpenAsync();
        var requests = new RequestsOf<SubmitInvoicesRequest>(ThenSilence<SubmitInvoicesRequest>());
        var answers = new AnswersTo<SubmitInvoicesResponse>(static (_, _) => Task.CompletedTask);

        var answering = bench.SubmitMany.AnswerAsync(requests, answers, new TestCall(Cancellation));
        Assert.False(answering.IsCompleted);
        bench.Lifetime.StopApplication();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
    }

    private static async Task<List<SubmitInvoicesResponse>> AnswersAsync(
        ApiBench bench, IAsyncEnumerable<SubmitInvoicesRequest> sent)
    {
        var received = new List<SubmitInvoicesResponse>();
        var requests = new RequestsOf<SubmitInvoicesRequest>(sent);
        var answers = new AnswersTo<SubmitInvoicesResponse>((answer, _) =>
        {
            received.Add(answer);
            return Task.CompletedTask;
        });
        await bench.SubmitMany.AnswerAsync(requests, answers, new TestCall(Cancellation));
        return received;
    }

    private static async IAsyncEnumerable<SubmitInvoicesRequest> Endless(Action<int> onEach)
    {
        for (var number = 1; ; number++)
        {
            await Task.Yield();
            onEach(number);
            yield return new SubmitInvoicesRequest();
        }
    }

    private static async IAsyncEnumerable<T> ThenSilence<T>(params T[] requests)
    {
        foreach (var request in requests) yield return request;
        await new TaskCompletionSource().Task;
    }

    private static async IAsyncEnumerable<T> ThenFault<T>(Exception fault, params T[] requests)
    {
        foreach (var request in requests) yield return request;
        await Task.Yield();
        throw fault;
    }

    private static Task ForeverAsync(CancellationToken cancellation) =>
        new TaskCompletionSource().Task.WaitAsync(cancellation);
}
