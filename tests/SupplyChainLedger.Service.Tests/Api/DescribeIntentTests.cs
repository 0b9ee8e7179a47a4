using System.Text.Json.Nodes;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.Service.Tests.Relay.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class DescribeIntentTests
{
    public static TheoryData<string> Kinds => [.. ActionSamples.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_action_is_described_with_nonce_and_deadline_filled_in(string kind)
    {
        var describe = new DescribeIntentCall(Workbench.Domain, TimeProvider.System);

        var answer = describe.Answer(new DescribeIntentRequest
        {
            Action = ActionSamples.Of(kind, """{"nonce":"","deadline":"0"}"""),
        });

        var intent = ActionReader.Read(answer.Action);
        Assert.Equal($"{intent.Digest(Workbench.Domain)}", answer.Digest);
        Assert.Equal(
            char.ToUpperInvariant(kind[0]) + kind[1..], $"{JsonNode.Parse(answer.TypedDataJson)!["primaryType"]}");
    }
}
