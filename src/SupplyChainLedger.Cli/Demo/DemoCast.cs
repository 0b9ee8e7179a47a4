using SupplyChainLedger.Cli.Running;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>Everybody who plays, with their keys open.</summary>
internal sealed class DemoCast : IDisposable
{
    private static readonly string[] Handles =
        ["core-motors", "tier1-brakes", "tier2-steel", "tier3-ore", "bank-east", "factor-west"];

    private readonly IReadOnlyList<DemoParty> _parties;

    private DemoCast(IReadOnlyList<DemoParty> parties) => _parties = parties;

    /// <summary>The obligor.</summary>
    public DemoParty Motors => _parties[0];

    /// <summary>Its supplier.</summary>
    public DemoParty Brakes => _parties[1];

    /// <summary>The supplier's supplier.</summary>
    public DemoParty Steel => _parties[2];

    /// <summary>The supplier of that one.</summary>
    public DemoParty Ore => _parties[3];

    /// <summary>A financier.</summary>
    public DemoParty Bank => _parties[4];

    /// <summary>Another financier.</summary>
    public DemoParty Factor => _parties[5];

    /// <summary>Whoever is paid in the end.</summary>
    public IReadOnlyList<DemoParty> Payees => [Brakes, Steel, Bank];

    /// <summary>Who has this handle.</summary>
    public DemoParty Find(string handle) => _parties.Single(party => party.Handle == handle);

    /// <summary>Opens all keys side by side, since each takes its time on purpose.</summary>
    public static async Task<DemoCast> EnterAsync(CommandRun run)
    {
        var entering = Handles.Select(handle => Task.Run(() => DemoParty.EnterAsync(run, handle))).ToList();
        try
        {
            return new DemoCast(await Task.WhenAll(entering));
        }
        catch
        {
            foreach (var entered in entering.Where(one => one.IsCompletedSuccessfully)) entered.Result.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var party in _parties) party.Dispose();
    }
}
