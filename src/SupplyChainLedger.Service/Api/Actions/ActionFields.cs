using Google.Protobuf;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Api.Requests;

namespace SupplyChainLedger.Service.Api.Actions;

/// <summary>Reads the fields of one action, naming each by its path; what several actions have stands here.</summary>
/// <param name="fields">Collects what is wrong.</param>
/// <param name="at">Path of the action.</param>
internal readonly struct ActionFields(RequestFields fields, string at)
{
    private const int MaxReasonBytes = 200;
    private const int MaxReferenceBytes = 64;

    public void Refuse(string name, string description) => fields.Refuse(Path(name), description);

    public bool IsRefused(string name) => fields.IsRefused(Path(name));

    public T Message<T>(string name, T? value)
        where T : class, IMessage<T>, new() => fields.Message(Path(name), value);

    public ParticipantId Participant(string name, uint value) => fields.Participant(Path(name), value);

    public InvoiceId Invoice(string name, string value) => fields.Invoice(Path(name), value);

    public InvoiceId Receivable(string value) => fields.Invoice(Path("receivable"), value);

    public HoldingId Holding(string value) => new(fields.Hash(Path("holding"), value));

    public OfferId Offer(string value) => new(fields.Hash(Path("offer"), value));

    public Nonce Nonce(string value) => fields.Nonce(Path("nonce"), value);

    public ulong Deadline(ulong value) => fields.Deadline(Path("deadline"), value);

    /// <summary>A moment in Unix seconds.</summary>
    public ulong Moment(string name, ulong value) => fields.Deadline(Path(name), value);

    public EpochDay Day(string name, Google.Type.Date? value) => fields.Day(Path(name), value);

    public Hash32 Hash(string name, string value) => fields.Hash(Path(name), value);

    /// <summary>A hash, zero where the field is empty.</summary>
    public Hash32 OptionalHash(string name, string value) =>
        value.Length == 0 ? Hash32.Zero : fields.Hash(Path(name), value);

    /// <summary>At least one minor unit.</summary>
    public ulong Amount(string name, long value)
    {
        if (value > 0) return (ulong)value;
        Refuse(name, $"at least 1 minor unit is required, found {value}");
        return 0;
    }

    /// <summary>Minor units, none included.</summary>
    public ulong AmountOrNone(string name, long value)
    {
        if (value >= 0) return (ulong)value;
        Refuse(name, $"cannot be negative, found {value}");
        return 0;
    }

    public string Currency(string name, string value)
    {
        if (Contracts.Monetary.Currency.Find(value) is null)
            Refuse(name, "an ISO 4217 code in capital letters, such as EUR, is required");
        return value;
    }

    public string Text(string name, string value, int maxBytes) => fields.Text(Path(name), value, maxBytes);

    /// <summary>A reference that is there: 1 to 64 bytes.</summary>
    public string Reference(string name, string value) => Text(name, value, MaxReferenceBytes);

    /// <summary>A reference of at most 64 bytes, or none.</summary>
    public string OptionalReference(string name, string value) => value.Length == 0 ? "" : Reference(name, value);

    /// <summary>A reason that is there.</summary>
    public string Reason(string value) => Text("reason", value, MaxReasonBytes);

    /// <summary>A refusal says why; consent says nothing.</summary>
    public string ReasonUnless(bool consents, string value)
    {
        if (!consents) return Reason(value);
        if (value.Length > 0) Refuse("reason", "consent has no reason; leave it empty");
        return "";
    }

    /// <summary>Bytes in hexadecimal, none where the field is empty.</summary>
    public byte[] OptionalBytes(string name, string value, int maxBytes)
    {
        if (value.Length == 0) return [];
        if (!Hex.TryDecode(value, out var bytes))
            Refuse(name, "0x and an even number of hexadecimal digits are required");
        else if (bytes.Length > maxBytes)
            Refuse(name, $"at most {maxBytes} bytes are allowed, found {bytes.Length}");
        return bytes;
    }

    /// <summary>A whole number within bounds.</summary>
    public uint Number(string name, uint value, uint least, uint most)
    {
        if (value < least || value > most) Refuse(name, $"{least} to {most} are allowed, found {value}");
        return value;
    }

    private string Path(string name) => $"{at}.{name}";
}
