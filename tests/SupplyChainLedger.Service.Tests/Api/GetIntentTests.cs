using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using SupplyChainLedger.V1;
using RulesProposed = SupplyChainLedger.Contracts.Events.RulesProposed;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class GetIntentTests
{
    [Fact]
    public async Task An_answer_includes_the_events_of_its_block_even_before_the_outbox_has_settled()
    {
        await using var bench = await ApiBench.OpenAsync();
        var entry = await bench.Work.SubmitAsync(1);
        var block = bench.Chain.Mine(Story.Submission(1, buyer: 2) with { Intent = entry.Hash });
        await bench.Index.CatchUpAsync();

        var answer = await GetAsync(bench, $"intents/{entry.Hash}", block.Header.Number);

        Assert.Equal(IntentState.Executed, answer.Intent.State);
        Assert.Equal((block.Header.Number, false), (answer.Intent.Inclusion.BlockNumber, answer.Intent.Final));
        Assert.Equal(block.Header.Number, answer.ReadAt.BlockNumber);
        Assert.NotNull(answer.Intent.Action);
    }

    [Fact]
    public async Task An_intent_that_reached_the_chain_without_this_service_is_told_by_the_chain()
    {
        await using var bench = await ApiBench.OpenAsync();
        var executed = Story.Submission(7, buyer: 2);
        bench.Chain.Mine(executed);
        bench.Chain.Mine(Story.RefusedWithReason(8));
        await bench.Index.CatchUpAsync();

        var good = (await GetAsync(bench, $"intents/{executed.Intent}")).Intent;
        var bad = (await GetAsync(bench, $"intents/{Story.RefusedWithReason(8).Intent}")).Intent;

        Assert.Equal(
            (IntentState.Executed, "participants/party-1", $"invoices/{executed.Invoice}"),
            (good.State, good.Participant, good.Invoice));
        Assert.Null(good.Action);
        Assert.Null(good.Rejection);
        Assert.Equal(
            (IntentState.Rejected, "LEDGER_REASON_UNKNOWN", ""), (bad.State, bad.Rejection.Reason, bad.Invoice));
    }

    [Fact]
    public async Task Rules_that_were_proposed_without_this_service_name_nobody()
    {
        await using var bench = await ApiBench.OpenAsync();
        var intent = Story.IntentOf("rules");
        bench.Chain.Mine(new RulesProposed(2, intent, 2_000_000_000, RulePresets.Open));
        await bench.Index.CatchUpAsync();

        var answer = await GetAsync(bench, $"intents/{intent}");

        Assert.Equal((IntentState.Executed, ""), (answer.Intent.State, answer.Intent.Participant));
    }

    [Fact]
    public async Task While_the_index_is_being_rebuilt_the_caller_is_told_to_come_back()
    {
        await using var bench = await ApiBench.OpenAsync(isIndexed: false);
        var entry = await bench.Work.SubmitAsync(1);

        var fault = await Assert.ThrowsAsync<LedgerFault>(() => GetAsync(bench, $"intents/{entry.Hash}"));
        await bench.Index.CatchUpAsync();
        var answer = await GetAsync(bench, $"intents/{entry.Hash}");

        Assert.Equal(ErrorReason.IndexBehind, fault.Reason);
        Assert.Equal("participants/party-1", answer.Intent.Participant);
    }

    [Fact]
    public async Task The_hash_of_a_call_that_the_ledger_refused_is_no_intent()
    {
        await using var bench = await ApiBench.OpenAsync();
        var refused = Story.NotAuthentic(1);
        bench.Chain.Mine(refused);
        await bench.Index.CatchUpAsync();

        var fault = await Assert.ThrowsAsync<LedgerFault>(() => GetAsync(bench, $"intents/{refused.CallHash}"));

        Assert.Equal(ErrorReason.IntentNotFound, fault.Reason);
    }

    private static Task<GetIntentResponse> GetAsync(ApiBench bench, string name, ulong minBlock = 0) =>
        bench.GetIntent.AnswerAsync(
            new GetIntentRequest { Name = name, MinBlock = minBlock },
            new TestCall(TestContext.Current.CancellationToken));
}
