using System.Collections.Frozen;

namespace SupplyChainLedger.Contracts.Monetary;

/// <summary>
/// The currencies of ISO 4217 with their minor units.
/// </summary>
/// <remarks>
/// Source: ISO 4217 list one ("current currency and funds code list") of the maintenance agency, SIX Group,
/// as published on 2026-01-01. The thirteen codes whose minor unit is "N.A." are left out, since no amount can be
/// counted in them: XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX.
/// </remarks>
internal static class CurrencyTable
{
    private const string NoDecimals = """
        BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
        """;

    private const string TwoDecimals = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP
        BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB
        EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
        KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR
        MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD
        RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
        TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
        """;

    private const string ThreeDecimals = """
        BHD IQD JOD KWD LYD OMR TND
        """;

    private const string FourDecimals = """
        CLF UYW
        """;

    public static readonly FrozenDictionary<string, Currency> ByCode =
        Read(NoDecimals, 0)
            .Concat(Read(TwoDecimals, 2))
            .Concat(Read(ThreeDecimals, 3))
            .Concat(Read(FourDecimals, 4))
            .ToFrozenDictionary(currency => currency.Code, StringComparer.Ordinal);

    private static IEnumerable<Currency> Read(string codes, int decimals) =>
        codes.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(code => new Currency(code, decimals));
}
