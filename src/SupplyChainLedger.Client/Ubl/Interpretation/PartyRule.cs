using SupplyChainLedger.Client.Ubl.Scanning;
using SupplyChainLedger.Contracts.Identifiers;

namespace SupplyChainLedger.Client.Ubl.Interpretation;

/// <summary>BG-4 and BG-7, the seller and the buyer.</summary>
internal static class PartyRule
{
    // ISO 6523 code of the Global LEI Index.
    private const string LeiScheme = "0199";

    public static UblParty? Read(FieldValues values, UblPartyFields fields, Findings findings)
    {
        var name = ReadName(values, fields, findings);
        UblValue[] identifiers = [.. values.All(fields.Identifier)];
        var registration = values.One(fields.LegalRegistration);
        var lei = ReadLei([.. identifiers, .. registration is null ? [] : new[] { registration }], findings);
        var vat = ReadVat(values, fields, findings);
        return name is null ? null : new UblParty
        {
            Name = name,
            Identifiers = Array.AsReadOnly(Array.ConvertAll(identifiers, Identifier)),
            LegalRegistration = registration is null ? null : Identifier(registration),
            VatIdentifier = vat,
            Endpoint = values.One(fields.Endpoint) is { } endpoint ? Identifier(endpoint) : null,
            Lei = lei,
        };
    }

    private static UblIdentifier Identifier(UblValue value) => new(value.Text, value.SchemeId);

    private static string? ReadName(FieldValues values, UblPartyFields fields, Findings findings)
    {
        if (values.IsMissing(fields.Name) && values.One(fields.TradingName) is { } trading)
        {
            findings.Warn(
                UblReason.NameIsTradingName,
                fields.Name,
                $"The document has no registered name; the trading name ({fields.TradingName.Term}) is shown instead.");
            return trading.Text;
        }

        return values.Required(fields.Name, findings)?.Text;
    }

    private static string? ReadVat(FieldValues values, UblPartyFields fields, Findings findings)
    {
        var vatSchemes = values.All(fields.TaxScheme)
            .Where(scheme => scheme.Text.Equals("VAT", StringComparison.OrdinalIgnoreCase))
            .Select(scheme => TaxRegistration(scheme, "/cac:TaxScheme/cbc:ID"))
            .ToHashSet(StringComparer.Ordinal);
        UblValue[] vat =
        [
            .. values.All(fields.VatIdentifier)
                .Where(id => vatSchemes.Contains(TaxRegistration(id, "/cbc:CompanyID"))),
        ];
        foreach (var another in vat.Skip(1))
        {
            findings.Add(UblError.At(
                fields.VatIdentifier,
                another.Place,
                UblReason.FieldRepeated,
                "the party has a second VAT identifier",
                "Correct the document: EN 16931 allows one.",
                another.Text));
        }

        return vat.FirstOrDefault()?.Text;
    }

    // Identifier and scheme of one registration share the XPath of their cac:PartyTaxScheme.
    private static string TaxRegistration(UblValue value, string step) => value.Place.XPath[..^step.Length];

    private static Lei? ReadLei(UblValue[] identifiers, Findings findings)
    {
        Lei? found = null;
        foreach (var value in identifiers.Where(value => value.SchemeId == LeiScheme))
        {
            if (!Lei.TryParse(value.Text, out var lei, out var problem))
            {
                findings.Add(UblError.At(
                    value.Field,
                    value.Place,
                    UblReason.LeiInvalid,
                    $"the scheme {LeiScheme} says that this is a LEI (ISO 17442), and it is not: {Describe(problem)}",
                    "Correct the identifier or its scheme in the document.",
                    value.Text));
            }
            else if (found is not null && found != lei)
            {
                findings.Add(UblError.At(
                    value.Field,
                    value.Place,
                    UblReason.LeiConflict,
                    $"the party has two different LEIs; the other is {found}",
                    "Correct the document.",
                    value.Text));
            }
            else
            {
                found = lei;
            }
        }

        return found;
    }

    private static string Describe(LeiProblem problem) => problem switch
    {
        LeiProblem.Length => "it does not have 20 characters",
        LeiProblem.Characters => "it holds other characters than letters and digits, or does not end with two digits",
        _ => "its check digits are wrong",
    };
}
