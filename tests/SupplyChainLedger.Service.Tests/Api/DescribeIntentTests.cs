using System.Text.Json.Nodes;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.Service.Tests.Relay.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class DescribeIntentTests
{
    public static TheoryData<string> Kinds => [.. ActionSamples.Kinds.Except(["cancelIntent"])];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_action_is_described_with_nonce_and_deadline_filled_in(string kind)
    {
        await using var bench = new Workbench();
        var describe = new DescribeIntentCall(Workbench.Domain, bench.Log, bench.Clock);

        var answer = describe.Answer(new DescribeIntentRequest
        {
            Action = ActionSamples.Of(kind, """{"nonce":"","deadline":"0"}"""),
        });

        var intent = ActionReader.Read(answer.Action);
        Assert.Equal($"{intent.Digest(Workbench.Domain)}", answer.Digest);
        Assert.Equal(
            char.ToUpperInvariant(kind[0]) + kind[1..], $"{JsonNode.Parse(answer.TypedDataJson)!["primaryType"]}");
    }

    [Fact]
    public async Task A_cancellation_is_described_with_the_nonce_and_deadline_of_the_intent_that_it_names()
    {
        await using var bench = new Workbench();
        var cancelled = bench.Submission(1, bench.Deadline(TimeSpan.FromHours(7)));
        var describe = new DescribeIntentCall(Workbench.Domain, bench.Log, bench.Clock);
        var cancelling = new V1.CancelIntent { Participant = 1, Cancelled = $"{cancelled.Digest(Workbench.Domain)}" };
        var request = new DescribeIntentRequest { Action = new V1.Action { CancelIntent = cancelling } };

        var unknown = Assert.Throws<LedgerFault>(() => describe.Answer(request));
        var entry = await bench.AcceptAsync(cancelled);
        var described = describe.Answer(request);

        Assert.Equal("action.cancel_intent.nonce", Assert.Single(unknown.Violations).Field);
        Assert.Equal($"{bench.Cancellation(cancelled, cancelled.Deadline).Digest(Workbench.Domain)}", described.Digest);
        Assert.Equal($"{entry.Hash}", described.Action.CancelIntent.Cancelled);
    }
}
