using System.Text;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Contracts.Ids;

/// <summary>An invoice's identity: the hash of its business key. It never depends on the amount.</summary>
/// <param name="Value">The 32 bytes that the contract derives.</param>
public readonly record struct InvoiceId(Hash32 Value)
{
    private static readonly AbiType<(uint, Hash32, uint, ushort)> BusinessKey =
        AbiTypes.Tuple(AbiTypes.UInt32, AbiTypes.Bytes32, AbiTypes.UInt32, AbiTypes.UInt16);

    /// <summary>Derives the id as the contract does.</summary>
    /// <param name="supplier">Who claims.</param>
    /// <param name="number">The invoice's number (EN 16931 BT-1), normalised.</param>
    /// <param name="issueDate">Date of issue (BT-2).</param>
    /// <param name="typeCode">UNTDID 1001 code (BT-3).</param>
    public static InvoiceId Of(ParticipantId supplier, string number, EpochDay issueDate, ushort typeCode)
    {
        var numberHash = Keccak256.Hash(Encoding.UTF8.GetBytes(number));
        var key = BusinessKey.Encode((supplier.Value, numberHash, issueDate.Value, typeCode));
        return new InvoiceId(Keccak256.Hash(key));
    }

    /// <summary>Reads <c>0x</c> and 64 hexadecimal digits.</summary>
    public static bool TryParse(string? text, out InvoiceId id)
    {
        var parsed = Hash32.TryParse(text, out var hash);
        id = new InvoiceId(hash);
        return parsed;
    }

    /// <summary><c>0x</c> and 64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();
}
