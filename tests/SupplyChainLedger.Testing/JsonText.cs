using System.Text.Json;

namespace SupplyChainLedger.Testing;

/// <summary>Reads text from deep inside of JSON.</summary>
public static class JsonText
{
    /// <summary>The text at the end of a path of property names and, as digits, places in arrays.</summary>
    public static string At(this JsonElement json, params string[] path) => path.Aggregate(json, Step).GetString()!;

    private static JsonElement Step(JsonElement at, string step) =>
        at.ValueKind == JsonValueKind.Array ? at[int.Parse(step, null)] : at.GetProperty(step);
}
