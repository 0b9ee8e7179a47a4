using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Ethereum.TypedData;

/// <summary>
/// A struct of EIP-712, described member by member in the order of the Solidity declaration:
/// <code>
/// new TypedDataStruct&lt;Person&gt;("Person")
///     .Field("name", TypedDataTypes.String, person => person.Name)
///     .Field("wallet", TypedDataTypes.Address, person => person.Wallet);
/// </code>
/// </summary>
/// <typeparam name="T">The C# value.</typeparam>
public sealed class TypedDataStruct<T> : TypedDataType<T>
{
    private const int MaxStackWords = 32;

    private static readonly JsonWriterOptions JsonOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TypedDataField<T>[] _fields;

    /// <summary>A struct without members, to be given some by <see cref="Field"/>.</summary>
    public TypedDataStruct(string name)
        : this(name, [])
    {
    }

    private TypedDataStruct(string name, TypedDataField<T>[] fields)
        : base(name)
    {
        _fields = fields;
        Members = [.. fields.Select(field => field.Member)];
        TypeString = EncodeType();
        TypeHash = Keccak256.Hash(Encoding.UTF8.GetBytes(TypeString));
    }

    /// <summary><c>encodeType</c>: this struct, then those it mentions by name.</summary>
    internal string TypeString { get; }

    /// <summary>The hash of <see cref="TypeString"/>.</summary>
    internal Hash32 TypeHash { get; }

    /// <summary>The members in their order.</summary>
    internal IReadOnlyList<TypedDataMember> Members { get; }

    /// <summary>This struct with one more member at its end.</summary>
    /// <typeparam name="TField">The member's C# value.</typeparam>
    public TypedDataStruct<T> Field<TField>(string name, TypedDataType<TField> type, Func<T, TField> get) =>
        new(Name, [.. _fields, new TypedDataField<T, TField>(name, type, get)]);

    /// <summary><c>hashStruct</c>: the hash of the type hash and the members' words.</summary>
    /// <exception cref="AbiException">A member's value does not fit its type.</exception>
    public Hash32 HashStruct(T value)
    {
        Span<byte> hash = stackalloc byte[Hash32.Size];
        WriteWord(value, hash);
        return Hash32.FromBytes(hash);
    }

    /// <summary>What is signed: the hash of <c>0x1901</c>, the domain separator and the struct's hash.</summary>
    /// <exception cref="AbiException">A member's value does not fit its type.</exception>
    public Hash32 Digest(TypedDataDomain domain, T value)
    {
        Span<byte> message = stackalloc byte[2 + 2 * Hash32.Size];
        message[0] = 0x19;
        message[1] = 0x01;
        domain.Separator.CopyTo(message[2..]);
        WriteWord(value, message[(2 + Hash32.Size)..]);
        return Keccak256.Hash(message);
    }

    /// <summary>The JSON that wallets take in <c>eth_signTypedData_v4</c>.</summary>
    public string ToJson(TypedDataDomain domain, T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            json.WriteStartObject();
            json.WriteStartObject("types");
            WriteMembers(json, "EIP712Domain", TypedDataDomain.Members);
            foreach (var (name, members) in Structs()) WriteMembers(json, name, members);
            json.WriteEndObject();
            json.WriteString("primaryType", Name);
            json.WritePropertyName("domain");
            domain.WriteJson(json);
            json.WritePropertyName("message");
            WriteJson(value, json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal override void WriteWord(T value, Span<byte> word)
    {
        var size = (1 + _fields.Length) * Hash32.Size;
        var rented = _fields.Length < MaxStackWords ? null : ArrayPool<byte>.Shared.Rent(size);
        var words = rented is null ? stackalloc byte[MaxStackWords * Hash32.Size] : rented;
        words = words[..size];
        TypeHash.CopyTo(words);
        for (var i = 0; i < _fields.Length; i++)
            _fields[i].WriteWord(value, words.Slice((i + 1) * Hash32.Size, Hash32.Size));
        Keccak256.Hash(words, word);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    internal override void WriteJson(T value, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var field in _fields)
        {
            json.WritePropertyName(field.Member.Name);
            field.WriteJson(value, json);
        }

        json.WriteEndObject();
    }

    internal override void CollectStructs(SortedDictionary<string, IReadOnlyList<TypedDataMember>> structs)
    {
        if (structs.TryGetValue(Name, out var known) && !known.SequenceEqual(Members))
            throw new ArgumentException($"Two different structs are called {Name}.");
        structs[Name] = Members;
        foreach (var field in _fields) field.CollectStructs(structs);
    }

    private SortedDictionary<string, IReadOnlyList<TypedDataMember>> Structs()
    {
        var structs = new SortedDictionary<string, IReadOnlyList<TypedDataMember>>(StringComparer.Ordinal);
        CollectStructs(structs);
        return structs;
    }

    private string EncodeType()
    {
        var structs = Structs();
        structs.Remove(Name);
        var text = new StringBuilder(Signature(Name, Members));
        foreach (var (name, members) in structs) text.Append(Signature(name, members));
        return text.ToString();
    }

    private static string Signature(string name, IEnumerable<TypedDataMember> members) =>
        $"{name}({string.Join(',', members.Select(member => $"{member.Type} {member.Name}"))})";

    private static void WriteMembers(Utf8JsonWriter json, string name, IEnumerable<TypedDataMember> members)
    {
        json.WriteStartArray(name);
        foreach (var member in members)
        {
            json.WriteStartObject();
            json.WriteString("name", member.Name);
            json.WriteString("type", member.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
