using SupplyChainLedger.Client.Ubl.Scanning;

namespace SupplyChainLedger.Client.Ubl;

/// <summary>One thing that keeps a document from becoming a record: what, where, and what to do about it.</summary>
public sealed record UblError
{
    /// <summary>Stable reason, one of <see cref="UblReason"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>The field; null when the document as a whole is meant.</summary>
    public UblField? Field { get; init; }

    /// <summary>
    /// The place: of the element found, or of the field that is missing. Null for the file as a whole.
    /// </summary>
    public string? XPath { get; init; }

    /// <summary>Line in the file, from 1; null where there is no single place.</summary>
    public int? Line { get; init; }

    /// <summary>Column in that line, in characters from 1.</summary>
    public int? Column { get; init; }

    /// <summary>What is wrong, as a sentence without a full stop.</summary>
    public required string Problem { get; init; }

    /// <summary>What the document says there: at most 200 characters, those that cannot be seen escaped.</summary>
    public string? Found { get; init; }

    /// <summary>What to do next, as a full sentence.</summary>
    public required string Remedy { get; init; }

    /// <summary>A parameter that makes the document acceptable, where there is one.</summary>
    public UblSuggestion? Suggestion { get; init; }

    /// <summary>Field, place, problem, finding and remedy as one line of text.</summary>
    public override string ToString()
    {
        var place = (XPath, Line) switch
        {
            (null, null) => "",
            (null, _) => $"line {Line}, column {Column}: ",
            (_, null) => $"{XPath}: ",
            _ => $"{XPath} (line {Line}, column {Column}): ",
        };
        var field = Field is null ? "" : $"{Field} at ";
        var found = Found is null ? "" : $" (found: {Found})";
        return $"{field}{place}{Problem}{found}. {Remedy}";
    }

    /// <summary>An error about a field: at an element of the document, or where the field should be.</summary>
    internal static UblError At(
        UblField? field, UblPlace? place, string reason, string problem, string remedy, string? found = null) => new()
        {
            Reason = reason,
            Field = field,
            XPath = place?.XPath ?? field?.XPath,
            Line = place?.Line,
            Column = place?.Column,
            Problem = problem,
            Found = found is null ? null : UblText.Quote(found),
            Remedy = remedy,
        };
}
