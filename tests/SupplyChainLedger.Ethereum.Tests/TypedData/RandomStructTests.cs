using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Tests.Oracle;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Ethereum.Tests.TypedData;

public sealed class RandomStructTests(SecondOpinion viem, ITestOutputHelper output)
{
    private const int Seed = 712;
    private const int Count = 10_000;

    [Fact]
    [Trait("Fault", "57")]
    public async Task Ten_thousand_random_structs_have_the_digest_that_viem_computes_from_our_json()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var questions = new List<JsonNode>();
        var ours = new List<string>();
        for (var i = 0; i < Count; i++)
        {
            var domain = new TypedDataDomain(
                random.Text(), random.Text(), (ulong)random.Unsigned(64), random.Address());
            var (type, makeValue) = RandomTypedData.Struct(random);
            var value = makeValue(random);
            questions.Add(JsonNode.Parse(type.ToJson(domain, value))!);
            ours.Add(type.Digest(domain, value).ToString());
        }

        var theirs = await viem.AskAsync("typedData", questions, TestContext.Current.CancellationToken);

        Assert.Equal(theirs.Select(digest => digest!.GetValue<string>()), ours);
    }
}
