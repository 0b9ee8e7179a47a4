using System.Globalization;
using System.Text;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Service.Tests.Indexing.Chain;

/// <summary>Events that the contracts could log.</summary>
internal static class Story
{
    public static readonly EpochDay IssueDay = EpochDay.FromDate(new DateOnly(2026, 9, 1));

    /// <summary>A participant and its first key.</summary>
    public static IReadOnlyList<LedgerEvent> Registration(uint id, ParticipantRoles roles) =>
        [Registered(id, roles), new SignerAdded(new ParticipantId(id), KeyOf(id), SignerPermissions.All)];

    /// <summary>Two suppliers (1, 2) and two buyers (3, 4).</summary>
    public static IReadOnlyList<LedgerEvent> FourParticipants() =>
    [
        .. Registration(1, ParticipantRoles.Supplier),
        .. Registration(2, ParticipantRoles.Supplier),
        .. Registration(3, ParticipantRoles.Buyer),
        .. Registration(4, ParticipantRoles.Buyer | ParticipantRoles.Supplier),
    ];

    public static InvoiceSubmitted Submission(
        int number, uint supplier = 1, uint buyer = 3, uint dueInDays = 60) => new(
        InvoiceOf(number, supplier),
        new ParticipantId(supplier),
        new ParticipantId(buyer),
        IntentOf($"submit {supplier} {number}"),
        $"INV-{number.ToString(CultureInfo.InvariantCulture)}",
        380,
        IssueDay,
        new EpochDay(IssueDay.Value + dueInDays),
        "EUR",
        (ulong)number * 100,
        Keccak256.Hash(Encoding.UTF8.GetBytes($"document {number}")));

    /// <param name="of">The invoice.</param>
    /// <param name="amount">What the buyer promises; null for the whole.</param>
    public static InvoiceConfirmed Confirmation(InvoiceSubmitted of, ulong? amount = null) => new(
        of.Invoice, of.Buyer, IntentOf($"confirm {of.Invoice}"), new ReceivableLife(of).Whole(amount ?? of.Amount),
        Irrevocable: true);

    public static InvoiceRejected Rejection(InvoiceSubmitted of) =>
        new(of.Invoice, of.Buyer, IntentOf($"reject {of.Invoice}"), "goods not received");

    public static InvoiceWithdrawn Withdrawal(InvoiceSubmitted of) =>
        new(of.Invoice, of.Supplier, IntentOf($"withdraw {of.Invoice}"));

    public static IntentRejected RefusedWithReason(int number, uint participant = 1) =>
        new(IntentOf($"refused {number}"), new ParticipantId(participant), [0xDE, 0xAD]);

    public static IntentRefused NotAuthentic(int number) => new(HashOf($"call {number}"), [0xBE, 0xEF]);

    public static ParticipantRegistered Registered(uint id, ParticipantRoles roles) => new(
        new ParticipantId(id), $"party-{id}", $"Party {id} Ltd", roles, HashOf($"lei {id}"), Hash32.Zero,
        HashOf($"endpoint {id}"), "DE-BY", "C2930", id % 2 == 0);

    public static Address KeyOf(uint participant, int key = 0) =>
        Address.FromBytes(HashOf($"key {participant} {key}").ToBytes().AsSpan(0, Address.Size));

    public static InvoiceId InvoiceOf(int number, uint supplier = 1) => new(HashOf($"invoice {supplier} {number}"));

    public static IntentHash IntentOf(string text) => new(HashOf(text));

    public static Hash32 HashOf(string text) => Keccak256.Hash(Encoding.UTF8.GetBytes(text));
}
