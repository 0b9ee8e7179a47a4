using System.Text.Json.Nodes;
using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Tests.Deployment;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Contracts.Tests.Intents;

/// <summary>Intents against the compiler's account of the contract and against viem's of the standards.</summary>
public sealed class SecondOpinionTests(SecondOpinion viem)
{
    private static readonly ContractArtifact Ledger = ContractArtifact.LoadLedger();

    private static readonly Ethereum.TypedData.TypedDataDomain Domain =
        LedgerDomain.Of(712, Address.Parse("0x5fbdb2315678afecb367f032d93f642f64180aa3"));

    public static TheoryData<LedgerIntent> Kinds => IntentSamples.Theory;

    [Fact]
    public void There_is_a_sample_of_every_action() =>
        Assert.Equal(
            LedgerCalls.ActionSignatures.Select(signature => signature[..signature.IndexOf('(')]).Order(),
            IntentSamples.All.Select(intent => char.ToLowerInvariant(intent.Kind[0]) + intent.Kind[1..]).Order());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_signed_has_the_fields_of_the_contract_in_their_order(LedgerIntent intent)
    {
        var signed = JsonNode.Parse(intent.ToTypedDataJson(Domain))!["types"]![intent.Kind]!.AsArray();
        var taken = AbiDocument.ActionArgument(Ledger, intent.Kind);

        Assert.EndsWith($".{intent.Kind}", (string?)taken["internalType"], StringComparison.Ordinal);
        Assert.Equal(taken["components"]!.AsArray().Select(NameAndType), signed.Select(NameAndType));
    }

    [Fact]
    public async Task Viem_signs_the_same_digests()
    {
        var questions = IntentSamples.All.Select(intent => JsonNode.Parse(intent.ToTypedDataJson(Domain))!);

        var digests = await viem.AskAsync("typedData", questions, TestContext.Current.CancellationToken);

        Assert.Equal(
            digests.Select(digest => (string?)digest),
            IntentSamples.All.Select(intent => intent.Digest(Domain).ToString()));
    }

    [Fact]
    public async Task Viem_makes_the_same_calls_from_the_compilers_ABI()
    {
        using var key = PrivateKey.Generate();
        var signature = IntentSamples.Submission.Sign(Domain, key);

        var arguments = await viem.AskAsync(
            "encode",
            IntentSamples.All.Select(intent => CallQuestion(intent, signature)),
            TestContext.Current.CancellationToken);

        Assert.Equal(
            arguments.Select(argument => (string?)argument),
            IntentSamples.All.Select(intent => Hex.Encode(intent.EncodeCall(signature).AsSpan(4))));
    }

    private static JsonObject CallQuestion(LedgerIntent intent, Signature signature)
    {
        var argument = AbiDocument.ActionArgument(Ledger, intent.Kind);
        var message = JsonNode.Parse(intent.ToTypedDataJson(Domain))!["message"]!;
        var fields = argument["components"]!.AsArray().Select(field => Value(message[(string)field!["name"]!]!));
        return new JsonObject
        {
            ["params"] = new JsonArray(argument.DeepClone(), new JsonObject { ["type"] = "bytes" }),
            ["values"] = new JsonArray(new JsonArray([.. fields]), Hex.Encode(signature.ToBytes())),
        };
    }

    // Integers are asked for as decimal text.
    private static JsonNode Value(JsonNode value) =>
        value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? value.ToJsonString() : value.DeepClone();

    private static (string?, string?) NameAndType(JsonNode? field) =>
        ((string?)field!["name"], (string?)field["type"]);
}
