using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Testing;

/// <summary>A participant of the tests with its key.</summary>
public sealed record TestParty(string Handle, uint Id, Role Role, PrivateKey Key)
{
    /// <summary>The buyer.</summary>
    public static TestParty CoreMotors { get; } = new("core-motors", 1, Role.Buyer, PrivateKey.Generate());

    /// <summary>A supplier.</summary>
    public static TestParty Tier1Brakes { get; } = new("tier1-brakes", 2, Role.Supplier, PrivateKey.Generate());

    /// <summary>Another supplier.</summary>
    public static TestParty Tier2Steel { get; } = new("tier2-steel", 3, Role.Supplier, PrivateKey.Generate());

    /// <summary>A financier.</summary>
    public static TestParty BankEast { get; } = new("bank-east", 4, Role.Financier, PrivateKey.Generate());

    /// <summary>Another financier.</summary>
    public static TestParty FactorWest { get; } = new("factor-west", 5, Role.Financier, PrivateKey.Generate());

    /// <summary>A supplier of the third tier.</summary>
    public static TestParty Tier3Ore { get; } = new("tier3-ore", 7, Role.Supplier, PrivateKey.Generate());

    /// <summary>Who runs the network.</summary>
    public static TestParty Operator { get; } = new("operator", 6, Role.Operator, PrivateKey.Generate());

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TestParty> All { get; } =
        [CoreMotors, Tier1Brakes, Tier2Steel, BankEast, FactorWest, Operator, Tier3Ore];

    /// <summary>Another key of the participant.</summary>
    public PrivateKey SecondKey { get; } = PrivateKey.Generate();

    /// <summary>Name of the file with that key.</summary>
    public string SecondKeyName => $"{Handle}-2";

    /// <summary>As the API shows it.</summary>
    public Participant ToMessage() => new()
    {
        Name = ResourceNames.OfParticipant(Handle),
        Id = Id,
        Handle = Handle,
        DisplayName = Handle.ToUpperInvariant(),
        Roles = { Role },
        State = ParticipantState.Active,
        Signers =
        {
            new Signer { Address = Key.Address.ToString() }, new Signer { Address = SecondKey.Address.ToString() },
        },
        Region = "DE-BY",
        Industry = "C2930",
    };
}
