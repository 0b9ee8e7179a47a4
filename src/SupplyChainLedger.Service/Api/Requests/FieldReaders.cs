using System.Text;
using Google.Protobuf;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using Date = Google.Type.Date;

namespace SupplyChainLedger.Service.Api.Requests;

/// <summary>Reads single fields of requests. Each returns a harmless value after it has refused a field.</summary>
internal static class FieldReaders
{
    private const string HashForm = "0x and 64 hexadecimal digits";

    public static ParticipantId Participant(this RequestFields fields, string field, uint value)
    {
        if (value == 0) fields.Refuse(field, "a participant's number, 1 or more, is required");
        return new ParticipantId(value);
    }

    public static Hash32 Hash(this RequestFields fields, string field, string value)
    {
        if (!Hash32.TryParse(value, out var hash))
            fields.Refuse(field, $"{HashForm} are required, found {Show(value)}");
        return hash;
    }

    public static Nonce Nonce(this RequestFields fields, string field, string value) => new(fields.Hash(field, value));

    public static InvoiceId Invoice(this RequestFields fields, string field, string value) =>
        new(fields.Hash(field, value));

    public static byte[] Signature(this RequestFields fields, string field, string value)
    {
        if (Hex.TryDecode(value, out var bytes)) return bytes;
        fields.Refuse(field, $"0x and 130 or 260 hexadecimal digits are required, found {Show(value)}");
        return [];
    }

    public static EpochDay Day(this RequestFields fields, string field, Date? value)
    {
        if (value is null)
        {
            fields.Refuse(field, "a date is required");
            return default;
        }

        if (TryRead(value, out var date)) return EpochDay.FromDate(date);
        fields.Refuse(field, $"a calendar date from 1970-01-01 to 9999-12-31 is required, found "
            + $"{value.Year}-{value.Month}-{value.Day}");
        return default;
    }

    /// <summary>A date, null where the field is absent.</summary>
    public static EpochDay? OptionalDay(this RequestFields fields, string field, Date? value) =>
        value is null ? null : fields.Day(field, value);

    public static string Text(this RequestFields fields, string field, string value, int maxBytes)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        if (bytes == 0) fields.Refuse(field, "text is required");
        else if (bytes > maxBytes)
            fields.Refuse(field, $"at most {maxBytes} bytes of UTF-8 are allowed, found {bytes}");
        else if (value.Any(char.IsControl)) fields.Refuse(field, "control characters are not allowed");
        return value;
    }

    public static ulong Deadline(this RequestFields fields, string field, ulong value)
    {
        if (value == 0) fields.Refuse(field, "Unix time in whole seconds is required");
        return value;
    }

    /// <summary>Refuses a number that the enumeration does not name: a filter must not be passed over.</summary>
    public static void RequireKnown<T>(this RequestFields fields, string field, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value)) fields.Refuse(field, $"{value:D} is none of the values that are known here");
    }

    public static T Message<T>(this RequestFields fields, string field, T? value)
        where T : class, IMessage<T>, new()
    {
        if (value is not null) return value;
        fields.Refuse(field, "is required");
        fields.ThrowIfAnyIsRefused();
        return new T();
    }

    private static bool TryRead(Date value, out DateOnly date)
    {
        date = default;
        if (value.Year is < 1970 or > 9999 || value.Month is < 1 or > 12) return false;
        if (value.Day < 1 || value.Day > DateTime.DaysInMonth(value.Year, value.Month)) return false;
        date = new DateOnly(value.Year, value.Month, value.Day);
        return true;
    }

    // What was found is echoed only as far as it helps.
    private static string Show(string value) => value.Length switch
    {
        0 => "nothing",
        <= 80 => $"'{value}'",
        _ => $"{value.Length} characters",
    };
}
