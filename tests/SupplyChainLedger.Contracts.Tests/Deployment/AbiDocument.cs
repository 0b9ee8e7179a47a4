using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChainLedger.Contracts.Deployment;

namespace SupplyChainLedger.Contracts.Tests.Deployment;

/// <summary>A compiler's ABI document: an account of the contract that none of our code has written.</summary>
internal static class AbiDocument
{
    /// <summary>Canonical signatures of all entries of a kind.</summary>
    public static IReadOnlyList<string> Signatures(ContractArtifact artifact, string kind)
    {
        using var abi = JsonDocument.Parse(artifact.AbiJson);
        return abi.RootElement.EnumerateArray()
            .Where(entry => entry.GetProperty("type").GetString() == kind)
            .Select(entry => entry.GetProperty("name").GetString() + Types(entry.GetProperty("inputs")))
            .ToList();
    }

    /// <summary>The parameters of an event or error.</summary>
    public static IReadOnlyList<(string Name, bool IsIndexed)> Parameters(
        ContractArtifact artifact, string kind, string name) =>
        Entry(artifact, kind, name)["inputs"]!.AsArray()
            .Select(parameter => ((string)parameter!["name"]!, (bool?)parameter["indexed"] ?? false))
            .ToList();

    /// <summary>The struct that an action takes.</summary>
    public static JsonObject ActionArgument(ContractArtifact artifact, string kind) =>
        Entry(artifact, "function", char.ToLowerInvariant(kind[0]) + kind[1..])["inputs"]![0]!.AsObject();

    private static JsonNode Entry(ContractArtifact artifact, string kind, string name) =>
        JsonNode.Parse(artifact.AbiJson)!.AsArray()
            .Single(entry => (string)entry!["type"]! == kind && (string?)entry["name"] == name)!;

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
