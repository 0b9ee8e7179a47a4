using System.Text.Json;
using SupplyChainLedger.Contracts.Deployment;

namespace SupplyChainLedger.Contracts.Tests.Deployment;

/// <summary>Canonical signatures in a compiler's ABI document.</summary>
internal static class AbiDocument
{
    public static IReadOnlyList<string> Signatures(ContractArtifact artifact, string kind)
    {
        using var abi = JsonDocument.Parse(artifact.AbiJson);
        return abi.RootElement.EnumerateArray()
            .Where(entry => entry.GetProperty("type").GetString() == kind)
            .Select(entry => entry.GetProperty("name").GetString() + Types(entry.GetProperty("inputs")))
            .ToList();
    }

    /// <summary>How many topics the logs of an event have.</summary>
    public static int TopicCount(ContractArtifact artifact, string eventName)
    {
        using var abi = JsonDocument.Parse(artifact.AbiJson);
        return 1 + abi.RootElement.EnumerateArray()
            .Single(entry => entry.GetProperty("type").GetString() == "event"
                && entry.GetProperty("name").GetString() == eventName)
            .GetProperty("inputs").EnumerateArray()
            .Count(parameter => parameter.GetProperty("indexed").GetBoolean());
    }

    private static string Types(JsonElement parameters) =>
        $"({string.Join(',', parameters.EnumerateArray().Select(TypeOf))})";

    private static string TypeOf(JsonElement parameter)
    {
        var type = parameter.GetProperty("type").GetString()!;
        return type.StartsWith("tuple", StringComparison.Ordinal)
            ? Types(parameter.GetProperty("components")) + type["tuple".Length..]
            : type;
    }
}
