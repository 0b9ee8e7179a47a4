using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;
using Date = Google.Type.Date;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <summary>Reads what was signed from well-formed requests.</summary>
internal static partial class Actions
{
    public static Intents.SubmitInvoice Read(SubmitInvoice action) => new(
        new ParticipantId(action.Supplier),
        new ParticipantId(action.Buyer),
        action.Number,
        (ushort)action.TypeCode,
        Day(action.IssueDate),
        Day(action.DueDate),
        action.Amount.CurrencyCode,
        (ulong)action.Amount.MinorUnits,
        Hash32.Parse(action.DocumentHash),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.ConfirmInvoice Read(ConfirmInvoice action) => new(
        new ParticipantId(action.Buyer),
        Invoice(action.Invoice),
        (ulong)action.MinorUnits,
        action.Irrevocable,
        action.DefencesWaived,
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.RejectInvoice Read(RejectInvoice action) => new(
        new ParticipantId(action.Buyer),
        Invoice(action.Invoice),
        action.Reason,
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.WithdrawInvoice Read(WithdrawInvoice action) => new(
        new ParticipantId(action.Supplier), Invoice(action.Invoice), ReadNonce(action.Nonce), action.Deadline);

    private static InvoiceId Invoice(string id) => new(Hash32.Parse(id));

    private static HoldingId Holding(string id) => new(Hash32.Parse(id));

    private static Hash32 Optional(string hash) => hash.Length == 0 ? default : Hash32.Parse(hash);

    private static byte[] Bytes(string text) => text.Length == 0 ? [] : Hex.Decode(text);

    private static Nonce ReadNonce(string nonce) => new(Hash32.Parse(nonce));

    private static EpochDay Day(Date date) => EpochDay.FromDate(new DateOnly(date.Year, date.Month, date.Day));
}
