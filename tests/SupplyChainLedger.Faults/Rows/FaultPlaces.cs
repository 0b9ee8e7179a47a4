using System.Globalization;
using System.Text.RegularExpressions;
using SupplyChainLedger.Faults.Scenarios;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.Faults.Rows;

/// <summary>
/// Where each row of the list of faults is proven, read from the sources: scenarios by their rows, tests in C# by
/// <c>[Trait("Fault", "41")]</c>, tests of the contracts by <c>@custom:fault 41</c>.
/// </summary>
internal static partial class FaultPlaces
{
    /// <summary>The rows that concern what is built, but for those of access and identity.</summary>
    public static IReadOnlyList<int> Wanted { get; } = [.. Enumerable.Range(1, 47), .. Enumerable.Range(52, 19)];

    /// <summary>For each row that is proven somewhere, where.</summary>
    public static ILookup<int, string> Read() =>
        Scenarios()
            .Concat(InSources("contracts/test", "*.sol", ContractTest()))
            .Concat(InSources("tests", "*Tests.cs", ManagedTest()))
            .ToLookup(static place => place.Row, static place => place.Where);

    private static IEnumerable<(int Row, string Where)> Scenarios() =>
        from scenario in ScenarioTable.All
        from row in scenario.Rows
        select (row, $"scenario {scenario.Name}");

    private static IEnumerable<(int Row, string Where)> InSources(string folder, string files, Regex test) =>
        from path in Directory.EnumerateFiles(RepositoryFolder.At(folder), files, SearchOption.AllDirectories).Order()
        from found in test.Matches(File.ReadAllText(path))
        from row in found.Groups["row"].Captures
        select (
            int.Parse(row.Value, CultureInfo.InvariantCulture),
            $"{Path.GetFileNameWithoutExtension(path)}: {found.Groups["name"].Value}");

    [GeneratedRegex(@"(?:@custom:fault (?<row>\d+)[^\n]*\n(?:\s*///[^\n]*\n)*\s*)+function (?<name>\w+)")]
    private static partial Regex ContractTest();

    [GeneratedRegex(
        @"(?:\[Trait\(""Fault"", ""(?<row>\d+)""\)\]\s*)+[\s\S]*?public (?:async )?(?:Task|void) (?<name>\w+)\(")]
    private static partial Regex ManagedTest();
}
