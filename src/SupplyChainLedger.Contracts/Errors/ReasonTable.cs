using System.Globalization;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Errors;

/// <summary>The custom errors of one contract.</summary>
internal sealed class ReasonTable(IReadOnlyList<ReasonTable.Entry> entries)
{
    internal delegate ContractReason? Reader(ReadOnlySpan<byte> data);

    public IEnumerable<string> Signatures => entries.Select(static entry => entry.Signature);

    /// <summary>Decodes revert data, which may be empty or cut short.</summary>
    public ContractReason Decode(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty) return new ContractReason(ContractReason.None, new Dictionary<string, string>());
        foreach (var entry in entries)
        {
            if (entry.Read(data) is { } reason) return reason;
        }

        return new ContractReason(
            ContractReason.Unknown, new Dictionary<string, string> { ["raw"] = Hex.Encode(data) });
    }

    public static Entry Of(string name, params Argument[] arguments)
    {
        var error = new AbiError<IReadOnlyDictionary<string, string>>(
            name,
            AbiTypes.Struct((ref AbiFields<IReadOnlyDictionary<string, string>> fields) =>
            {
                var values = new Dictionary<string, string>();
                foreach (var (argument, type) in arguments)
                    values[argument] = fields.Next(type, shown => shown[argument]);
                return values;
            }));
        return new Entry(
            error.Signature,
            data => error.TryDecode(data, out var values) ? new ContractReason(name, values) : null);
    }

    public static Argument In<T>(string name, AbiType<T> type) => new(
        name, OnlyRead(type, static value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));

    public static AbiType<string> OnlyRead<T>(AbiType<T> type, Func<T, string> show) =>
        type.Map<string>(static _ => throw new NotSupportedException("Errors are read, never written."), show);

    internal sealed record Argument(string Name, AbiType<string> Type);

    internal sealed record Entry(string Signature, Reader Read);
}
