using System.Text.Json;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The error object of an answer.</summary>
/// <param name="Code">-32768 to -32000 are JSON-RPC's own; 3 is a reverted execution on most nodes.</param>
/// <param name="Message">A short text: at most 500 characters, without control characters.</param>
/// <param name="Data">The bytes that came with it, usually revert data; null when there were none.</param>
public sealed record JsonRpcError(int Code, string Message, byte[]? Data)
{
    private const int RevertCode = 3;
    private const int MethodNotFound = -32601;
    private const int MethodNotSupported = -32004;
    private const int MaxMessageLength = 500;

    private static readonly string[] UnknownMethodWords =
    [
        "not found", "not exist", "not supported", "not available", "not enabled", "not allowed", "unknown",
        "unsupported",
    ];

    // OpenEthereum and its heirs put this before the data.
    private const string RevertedPrefix = "Reverted ";

    /// <summary>The node does not know or not serve the method: JSON-RPC's own code, that of EIP-1474, or its words.
    /// </summary>
    internal bool IsUnknownMethod =>
        Code is MethodNotFound or MethodNotSupported
        || (Message.Contains("method", StringComparison.OrdinalIgnoreCase)
            && UnknownMethodWords.Any(word => Message.Contains(word, StringComparison.OrdinalIgnoreCase)));

    internal bool IsRevert =>
        Code == RevertCode || Message.Contains("revert", StringComparison.OrdinalIgnoreCase);

    internal static JsonRpcError Read(JsonElement error)
    {
        var code = error.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number
            && number.TryGetInt32(out var value) ? value : 0;
        var message = error.TryGetProperty("message", out var text) && text.ValueKind == JsonValueKind.String
            ? Shorten(text.GetString()!)
            : "no message";
        return new JsonRpcError(code, message, error.TryGetProperty("data", out var data) ? ReadData(data) : null);
    }

    /// <summary>Nodes give the bytes as a string, or inside an object under the same name.</summary>
    private static byte[]? ReadData(JsonElement data)
    {
        if (data.ValueKind == JsonValueKind.Object && !data.TryGetProperty("data", out data)) return null;
        if (data.ValueKind != JsonValueKind.String) return null;
        var text = data.GetString().AsSpan();
        if (text.StartsWith(RevertedPrefix)) text = text[RevertedPrefix.Length..];
        return Hex.TryDecode(text, out var bytes) ? bytes : null;
    }

    private static string Shorten(string message) =>
        string.Concat(message.Where(character => !char.IsControl(character)).Take(MaxMessageLength));
}
