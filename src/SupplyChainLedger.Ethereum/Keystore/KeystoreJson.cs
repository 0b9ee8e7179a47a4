using System.Text.Json;

namespace SupplyChainLedger.Ethereum.Keystore;

/// <summary>An object of the keystore's JSON whose fields must be there and have the right form.</summary>
internal readonly struct KeystoreJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    private readonly JsonElement _element;

    private KeystoreJson(JsonElement element)
    {
        _element = element;
    }

    /// <summary>Parses the bytes and hands the whole object to <paramref name="read"/>.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> json, Func<KeystoreJson, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? read(new KeystoreJson(document.RootElement))
                : throw new KeystoreException(KeystoreFault.Malformed, "The keystore is not a JSON object.");
        }
        catch (JsonException)
        {
            // The parser's own message would quote the content.
            throw new KeystoreException(KeystoreFault.Malformed, "The keystore is not JSON.");
        }
    }

    public bool Has(string name) => _element.TryGetProperty(name, out _);

    public KeystoreJson Object(string name) =>
        new(Field(name, JsonValueKind.Object, "an object"));

    public string Text(string name) =>
        Field(name, JsonValueKind.String, "a text").GetString()!;

    public long Integer(string name) =>
        Field(name, JsonValueKind.Number, "a number").TryGetInt64(out var value)
            ? value
            : throw Malformed(name, "a whole number");

    /// <summary>Hexadecimal digits without prefix, as version 3 writes all its bytes.</summary>
    public byte[] Bytes(string name)
    {
        try
        {
            return Convert.FromHexString(Text(name));
        }
        catch (FormatException)
        {
            throw Malformed(name, "hexadecimal");
        }
    }

    public byte[] Bytes(string name, int size)
    {
        var bytes = Bytes(name);
        return bytes.Length == size ? bytes : throw Malformed(name, $"{size} bytes in hexadecimal");
    }

    private JsonElement Field(string name, JsonValueKind kind, string form) =>
        _element.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : throw Malformed(name, form);

    private static KeystoreException Malformed(string name, string form) =>
        new(KeystoreFault.Malformed, $"The keystore's field \"{name}\" is not {form}, or is missing.");
}
