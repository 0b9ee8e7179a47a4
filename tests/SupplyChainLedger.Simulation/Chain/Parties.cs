using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>
/// Who takes part: two suppliers, two buyers and two financiers with two keys each, the relay, and a stranger who pays
/// his own gas.
/// The same in every run, since keys cost time to make and decide nothing.
/// </summary>
internal sealed class Parties
{
    private const int KeysEach = 2;

    private readonly Dictionary<Address, ParticipantId> _participants = [];
    private readonly Dictionary<ParticipantId, PrivateKey[]> _keys = [];

    public Parties()
    {
        foreach (var participant in All)
        {
            _keys[participant] =
            [
                .. Enumerable.Range(0, KeysEach).Select(number => KeyOf((byte)participant.Value, (byte)number)),
            ];
            foreach (var key in _keys[participant]) _participants[key.Address] = participant;
        }
    }

    public static IReadOnlyList<ParticipantId> Suppliers { get; } = [new(1), new(2)];

    public static IReadOnlyList<ParticipantId> Buyers { get; } = [new(3), new(4)];

    public static IReadOnlyList<ParticipantId> Financiers { get; } = [new(5), new(6)];

    public static IReadOnlyList<ParticipantId> All { get; } = [.. Suppliers, .. Buyers, .. Financiers];

    public PrivateKey Relay { get; } = KeyOf(100, 0);

    public PrivateKey Stranger { get; } = KeyOf(101, 0);

    public PrivateKey KeyOf(ParticipantId participant, int number) => _keys[participant][number];

    /// <summary>For whom a key signs; null when for nobody.</summary>
    public ParticipantId? ParticipantOf(Address key) =>
        _participants.TryGetValue(key, out var participant) ? participant : null;

    /// <summary>What a participant may do.</summary>
    public static ParticipantRoles RolesOf(ParticipantId participant) =>
        Suppliers.Contains(participant) ? ParticipantRoles.Supplier
        : Buyers.Contains(participant) ? ParticipantRoles.Buyer
        : Financiers.Contains(participant) ? ParticipantRoles.Financier
        : ParticipantRoles.None;

    /// <summary>What the register has logged of them.</summary>
    public IEnumerable<LedgerEvent> Registrations()
    {
        foreach (var (participant, keys) in _keys)
        {
            yield return new ParticipantRegistered(
                participant, $"party-{participant}", $"Party {participant} Ltd", RolesOf(participant), Hash32.Zero, Hash32.Zero,
                Hash32.Zero, "DE-BY", "C2930", SmallEnterprise: false);
            foreach (var key in keys) yield return new SignerAdded(participant, key.Address, SignerPermissions.All);
        }
    }

    private static PrivateKey KeyOf(byte owner, byte number) =>
        PrivateKey.FromBytes(Keccak256.Hash([owner, number]).ToBytes());
}
