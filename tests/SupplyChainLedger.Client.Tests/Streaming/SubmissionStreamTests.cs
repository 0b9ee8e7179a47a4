using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Streaming;
using SupplyChainLedger.Client.Testing;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Tests.Streaming;

public sealed class SubmissionStreamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_claims_go_over_one_stream_and_a_refused_one_stops_none()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        var supplier = await SupplierAsync(client);
        var claims = Numbers(20).Select(number => supplier.Submit(Drafts.Of(number))).ToList();
        claims.Insert(10, supplier.Submit(Drafts.Of("R-1", minorUnits: 1)));

        var outcomes = await SubmitAsync(client, claims.ToAsyncEnumerable());

        Assert.Equal(21, outcomes.Count);
        Assert.Equal(20, running.Ledger.Invoices.Count);
        var refused = Assert.Single(outcomes, outcome => outcome.Refusal is not null);
        Assert.Equal(ErrorReason.InvoiceAlreadyExists, refused.Refusal!.Reason);
        Assert.Equal(claims[10].Digest, refused.Submission.Digest);
    }

    [Fact]
    public async Task A_stream_that_breaks_goes_on_over_a_new_connection_and_records_each_claim_once()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        var supplier = await SupplierAsync(client);
        running.Ledger.Faults.BreaksAfterEffect = 3;

        var claims = Numbers(50).Select(number => supplier.Submit(Drafts.Of(number)));
        var outcomes = await SubmitAsync(client, claims.ToAsyncEnumerable());

        Assert.Equal(50, outcomes.Select(outcome => outcome.Submission.Digest).Distinct().Count());
        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal(50, running.Ledger.Invoices.Count);
        Assert.Contains(running.Ledger.Arrivals.Values, times => times > 1);
    }

    [Fact]
    public async Task No_more_claims_are_under_way_than_allowed()
    {
        const int allowed = 4;
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect(new LedgerClientOptions { MaxInFlight = allowed });
        var supplier = await SupplierAsync(client);
        var taken = 0;
        var answered = 0;
        var most = 0;

        await foreach (var outcome in client.Invoices.SubmitManyAsync(Claims(), WaitFor.Included, Cancellation))
            Interlocked.Increment(ref answered);

        // One more is signed and waits at the door, and one has been answered but not counted yet.
        Assert.InRange(most, 1, allowed + 2);
        Assert.Equal(100, answered);

        async IAsyncEnumerable<SignedIntent<Intents.SubmitInvoice>> Claims()
        {
            foreach (var number in Numbers(100))
            {
                await Task.CompletedTask;
                most = Math.Max(most, ++taken - Volatile.Read(ref answered));
                yield return supplier.Submit(Drafts.Of(number));
            }
        }
    }

    [Fact]
    public async Task A_stream_without_an_answer_leaves_its_claims_pending()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect(new LedgerClientOptions { WaitTimeout = TimeSpan.FromMilliseconds(200) });
        var supplier = await SupplierAsync(client);
        running.Ledger.Faults.NeverAnswers = true;

        var outcomes = await SubmitAsync(client, new[] { supplier.Submit(Drafts.Of("R-1")) }.ToAsyncEnumerable());

        Assert.Equal(ErrorReason.IntentPending, Assert.Single(outcomes).Refusal!.Reason);
    }

    [Fact]
    public async Task What_fails_while_claims_are_made_reaches_the_caller_after_the_answers_so_far()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var client = running.Connect();
        var supplier = await SupplierAsync(client);
        var answered = 0;

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var outcome in client.Invoices.SubmitManyAsync(Claims(), WaitFor.Included, Cancellation))
                answered++;
        });

        Assert.Equal(1, answered);

        async IAsyncEnumerable<SignedIntent<Intents.SubmitInvoice>> Claims()
        {
            yield return supplier.Submit(Drafts.Of("R-1"));
            await Task.CompletedTask;
            throw new InvalidDataException("The next file cannot be read.");
        }
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(1, count).Select(i => $"R-{i}");

    private static Task<ParticipantSigner> SupplierAsync(LedgerClient client) =>
        client.ActAsAsync(TestParty.Tier1Brakes.Handle, TestParty.Tier1Brakes.Key, Cancellation);

    private static async Task<List<SubmissionOutcome>> SubmitAsync(
        LedgerClient client, IAsyncEnumerable<SignedIntent<Intents.SubmitInvoice>> claims) =>
        await client.Invoices.SubmitManyAsync(claims, WaitFor.Included, Cancellation).ToListAsync(Cancellation);
}
