namespace SupplyChainLedger.Service.Hosting.Settings;

/// <summary>Finds what somebody may have meant.</summary>
internal static class NearestName
{
    /// <summary>
    /// The name with the fewest single-letter changes, without regard to case. Null when even that one is different
    /// in more than half of its letters.
    /// </summary>
    public static string? Of(string mistyped, IEnumerable<string> names)
    {
        var nearest = names
            .Select(name => (Name: name, Changes: Distance(mistyped.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(one => one.Changes)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Changes * 2 <= nearest.Name.Length ? nearest.Name : null;
    }

    // Levenshtein's distance, with the last row only.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
