using System.Globalization;

namespace SupplyChainLedger.Simulation.Time;

/// <summary>
/// What has happened in a run, as lines where somebody wants to read them and as a hash in any case: two runs of one
/// seed have the same.
/// </summary>
internal sealed class Trace(Action<string>? show)
{
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>The hash so far (FNV-1a, 64 bits).</summary>
    public ulong Hash { get; private set; } = 14_695_981_039_346_656_037;

    /// <summary>Takes a number in.</summary>
    public void Mix(ulong value) => Hash = (Hash ^ value) * Prime;

    /// <summary>Takes a line in.</summary>
    public void Write(TimeSpan at, string line)
    {
        foreach (var character in line) Mix(character);
        show?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds,10:0.0000}  {line}"));
    }
}
