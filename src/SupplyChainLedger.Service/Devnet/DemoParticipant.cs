using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>A participant of the demo network.</summary>
/// <param name="Handle">Its handle, also the name of its key.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Role">What it does on the network.</param>
/// <param name="Region">ISO 3166-2 code.</param>
/// <param name="Industry">ISIC Rev. 4 class.</param>
/// <param name="SmallEnterprise">Whether the rules for small enterprises apply to it.</param>
internal sealed record DemoParticipant(
    string Handle, string Name, ParticipantRoles Role, string Region, string Industry, bool SmallEnterprise)
{
    /// <summary>Handle of the one that registers all of them.</summary>
    public const string OperatorHandle = "operator";

    /// <summary>All of them, in the order of their numbers on the chain, from 1.</summary>
    public static IReadOnlyList<DemoParticipant> All { get; } =
    [
        new("core-motors", "Core Motors AG", ParticipantRoles.Buyer, "DE-BY", "2910", false),
        new("tier1-brakes", "Tier One Brakes GmbH", ParticipantRoles.Supplier, "DE-NI", "2930", false),
        new("tier2-steel", "Tier Two Steel s.r.o.", ParticipantRoles.Supplier, "CZ-80", "2410", true),
        new("bank-east", "Bank East plc", ParticipantRoles.Financier, "PL-14", "6419", false),
        new("factor-west", "Factor West S.A.", ParticipantRoles.Financier, "FR-IDF", "6492", false),
        new("auditor", "Lighthouse Audit LLP", ParticipantRoles.Auditor, "NL-NH", "6920", false),
        new(OperatorHandle, "Supply Chain Network Operator", ParticipantRoles.Operator, "DE-BE", "6311", false),
        new("tier3-ore", "Tier Three Ore AS", ParticipantRoles.Supplier, "NO-18", "0710", true),
    ];

    /// <summary>What is registered of it: no identifiers, so that any invoice can be tried out in its name.</summary>
    public Registration RegistrationWith(Address signer) => new(
        Handle, Name, Role, [signer], Hash32.Zero, Hash32.Zero, Hash32.Zero, Region, Industry, SmallEnterprise);
}
