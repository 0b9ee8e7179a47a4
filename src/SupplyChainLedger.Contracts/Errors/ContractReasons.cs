using System.Globalization;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Errors;

/// <summary>Reads the custom errors of the contract <c>Ledger</c>.</summary>
public static class ContractReasons
{
    private static readonly Entry[] Entries =
    [
        Of("IntentExpired", AbiTypes.UInt64, "deadline", AbiTypes.UInt64, "blockTime"),
        Of("DeadlineTooFar", AbiTypes.UInt64, "deadline", AbiTypes.UInt64, "latest"),
        Of("NonceAlreadyUsed", LedgerTypes.Participant, "participant", LedgerTypes.Nonce, "nonce"),
        Of("InvalidSignature"),
        Of("SignerNotRegistered", AbiTypes.Address, "signer", LedgerTypes.Participant, "participant"),
        Of("NotAnAction", Selector, "selector"),
        Of("MalformedIntent"),
        Of("IntentTooLong", AbiTypes.UInt256, "length", AbiTypes.UInt256, "limit"),
        Of("ParticipantNotFound", LedgerTypes.Participant, "participant"),
        Of("ParticipantNotActive", LedgerTypes.Participant, "participant"),
        Of("RoleMissing", LedgerTypes.Participant, "participant", LedgerTypes.Roles, "role"),
        Of("InsufficientGas", AbiTypes.UInt256, "position"),
        Of("InvoiceAlreadyExists", LedgerTypes.Invoice, "invoice"),
        Of("InvoiceNotFound", LedgerTypes.Invoice, "invoice"),
        Of("InvoiceNotOpen", LedgerTypes.Invoice, "invoice", AbiTypes.UInt8, "state"),
        Of("NotTheBuyer", LedgerTypes.Invoice, "invoice", LedgerTypes.Participant, "participant"),
        Of("NotTheSupplier", LedgerTypes.Invoice, "invoice", LedgerTypes.Participant, "participant"),
        Of("BuyerIsSupplier", LedgerTypes.Participant, "participant"),
        Of("AmountOutOfRange", AbiTypes.UInt64, "amount", AbiTypes.UInt64, "max"),
        Of("MalformedNumber"),
        Of("MalformedCurrency"),
        Of("NotAnInvoiceType", AbiTypes.UInt16, "typeCode"),
        Of("DatesOutOfOrder", AbiTypes.UInt32, "issueDate", AbiTypes.UInt32, "dueDate"),
        Of("ReasonLengthOutOfRange", AbiTypes.UInt256, "length", AbiTypes.UInt256, "max"),
    ];

    private delegate ContractReason? Reader(ReadOnlySpan<byte> data);

    private static AbiType<string> Selector => AbiTypes.FixedBytes(4).Map<string>(
        static text => Hex.Decode(text), static bytes => Hex.Encode(bytes));

    /// <summary>Decodes what a contract gave as its reason.</summary>
    /// <param name="data">The revert data: a selector and its arguments; may be empty or cut short.</param>
    public static ContractReason Decode(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty) return new ContractReason(ContractReason.None, new Dictionary<string, string>());
        foreach (var entry in Entries)
        {
            if (entry.Read(data) is { } reason) return reason;
        }

        return new ContractReason(
            ContractReason.Unknown, new Dictionary<string, string> { ["raw"] = Hex.Encode(data) });
    }

    /// <summary>Signatures of all errors that are understood, such as <c>InvoiceNotFound(bytes32)</c>.</summary>
    public static IEnumerable<string> Signatures => Entries.Select(static entry => entry.Signature);

    private static Entry Of(string name)
    {
        var error = new AbiError<ValueTuple>(name, AbiTypes.Nothing);
        return new Entry(
            error.Signature,
            data => error.TryDecode(data, out _) ? new ContractReason(name, new Dictionary<string, string>()) : null);
    }

    private static Entry Of<T>(string name, AbiType<T> type, string argument)
    {
        var error = new AbiError<T>(name, AbiTypes.Tuple(type));
        return new Entry(
            error.Signature,
            data => error.TryDecode(data, out var value)
                ? new ContractReason(name, new Dictionary<string, string> { [argument] = Show(value) })
                : null);
    }

    private static Entry Of<T1, T2>(string name, AbiType<T1> first, string one, AbiType<T2> second, string two)
    {
        var error = new AbiError<(T1, T2)>(name, AbiTypes.Tuple(first, second));
        return new Entry(
            error.Signature,
            data => error.TryDecode(data, out var values)
                ? new ContractReason(
                    name, new Dictionary<string, string> { [one] = Show(values.Item1), [two] = Show(values.Item2) })
                : null);
    }

    private static string Show<T>(T value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private sealed record Entry(string Signature, Reader Read);
}
