using System.Text;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Contracts.Identifiers;

/// <summary>
/// The hashes under which a participant's identifiers are registered on chain: Keccak-256 of the UTF-8 of scheme,
/// colon and value, in a form that does not depend on how a document happens to write the identifier.
/// </summary>
/// <remarks>
/// The values have little entropy and can be guessed from the hash. The hash shows that two parties mean the same
/// identifier; it keeps nothing secret.
/// </remarks>
public static class IdentifierHash
{
    /// <summary>Hash of a LEI: of <c>LEI:</c> and its twenty characters.</summary>
    public static Hash32 OfLei(Lei lei) => Hash("LEI", lei.Value);

    /// <summary>Hash of a VAT identifier: of <c>VAT:</c> and its letters and digits.</summary>
    /// <param name="identifier">
    /// With the country's prefix. White space, dots, hyphens and letter case do not matter:
    /// <c>DE 123.456.789</c> is <c>DE123456789</c>.
    /// </param>
    public static Hash32 OfVat(string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return Hash("VAT", string.Concat(identifier.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-'))));
    }

    /// <summary>Hash of an electronic address: of <c>ENDPOINT:</c>, the scheme, a colon and the address.</summary>
    /// <param name="schemeId">Code of the scheme, such as <c>0088</c> or <c>EM</c>.</param>
    /// <param name="address">
    /// The address. Letter case does not matter, as Peppol's policy for identifiers and the practice of e-mail have
    /// it; dots and hyphens do, since they tell addresses apart. White space is dropped.
    /// </param>
    public static Hash32 OfEndpoint(string schemeId, string address)
    {
        ArgumentNullException.ThrowIfNull(schemeId);
        ArgumentNullException.ThrowIfNull(address);
        return Hash("ENDPOINT", $"{WithoutSpaces(schemeId)}:{WithoutSpaces(address)}");
    }

    private static string WithoutSpaces(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static Hash32 Hash(string scheme, string value) =>
        Keccak256.Hash(Encoding.UTF8.GetBytes($"{scheme}:{value.ToUpperInvariant()}"));
}
