using SupplyChainLedger.Faults.Rows;

namespace SupplyChainLedger.Faults.Reporting;

/// <summary>Prints for each row of the list of faults where it is proven.</summary>
internal static class RowList
{
    public static IEnumerable<string> Lines()
    {
        var places = FaultPlaces.Read();
        foreach (var row in FaultPlaces.Wanted)
        {
            var label = $"{row,-4}";
            foreach (var place in places[row])
            {
                yield return $"{label} {place}";
                label = "    ";
            }

            if (OpenRows.All.TryGetValue(row, out var reason)) yield return $"{label} open: {reason}";
        }
    }
}
