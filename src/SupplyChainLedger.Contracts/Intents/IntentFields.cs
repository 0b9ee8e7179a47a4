using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>
/// Makes an intent from its fields, asking for each in the order of the Solidity struct: the one place that names
/// them, for the EIP-712 type as for the calldata.
/// </summary>
internal delegate T IntentDeclaration<T>(ref IntentFields<T> fields)
    where T : LedgerIntent;

/// <summary>The fields of an intent, one after the other. See <see cref="IntentDeclaration{T}"/>.</summary>
internal ref struct IntentFields<T>
    where T : LedgerIntent
{
    private AbiFields<T> _encoded;
    private TypedDataStruct<T>? _signed;

    /// <summary>To read an intent, or to learn its ABI type.</summary>
    public IntentFields(AbiFields<T> encoded)
    {
        _encoded = encoded;
    }

    private IntentFields(TypedDataStruct<T> signed)
    {
        _signed = signed;
    }

    /// <summary>What is left to read.</summary>
    public readonly AbiFields<T> Encoded => _encoded;

    /// <summary>The EIP-712 type of an intent.</summary>
    public static TypedDataStruct<T> SignedType(string kind, IntentDeclaration<T> declare)
    {
        var fields = new IntentFields<T>(new TypedDataStruct<T>(kind));
        _ = declare(ref fields);
        return fields._signed!;
    }

    /// <summary>The next field.</summary>
    /// <param name="name">Its name in the Solidity struct.</param>
    /// <param name="type">Its type.</param>
    /// <param name="get">Where the intent keeps it.</param>
    public TField Next<TField>(string name, LedgerFieldType<TField> type, Func<T, TField> get)
    {
        if (_signed is null) return _encoded.Next(type.Encoded, get);
        _signed = _signed.Field(name, type.Signed, get);
        return default!;
    }

    /// <summary>The field <c>nonce</c>, which every intent has.</summary>
    public Nonce Nonce() => Next("nonce", LedgerFieldTypes.Nonce, static intent => intent.Nonce);

    /// <summary>The field <c>deadline</c>, which every intent ends with.</summary>
    public ulong Deadline() => Next("deadline", LedgerFieldTypes.UInt64, static intent => intent.Deadline);
}
