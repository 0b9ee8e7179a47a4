namespace SupplyChainLedger.Client.Ubl;

/// <summary>The stable reasons of errors and warnings. They never change their meaning.</summary>
public static class UblReason
{
    /// <summary>The file cannot be opened or read.</summary>
    public const string FileUnreadable = "UBL_FILE_UNREADABLE";

    /// <summary>The file has no bytes.</summary>
    public const string FileEmpty = "UBL_FILE_EMPTY";

    /// <summary>The file is larger than <see cref="UblLimits.MaxBytes"/>.</summary>
    public const string FileTooLarge = "UBL_FILE_TOO_LARGE";

    /// <summary>The file is not well-formed XML, or ends too early.</summary>
    public const string XmlMalformed = "UBL_XML_MALFORMED";

    /// <summary>The document has a document type definition; none is ever read.</summary>
    public const string DtdForbidden = "UBL_DTD_FORBIDDEN";

    /// <summary>Elements are nested deeper than <see cref="UblLimits.MaxDepth"/>.</summary>
    public const string NestedTooDeep = "UBL_NESTED_TOO_DEEP";

    /// <summary>A UN/CEFACT Cross Industry Invoice, which is another syntax of EN 16931.</summary>
    public const string FormatCii = "UBL_FORMAT_CII";

    /// <summary>The root element is not that of a UBL invoice.</summary>
    public const string FormatUnknown = "UBL_FORMAT_UNKNOWN";

    /// <summary>The root element is called Invoice and is in another namespace than UBL's.</summary>
    public const string NamespaceWrong = "UBL_NAMESPACE_WRONG";

    /// <summary>The document is a credit note, by its root element or its type code (BT-3).</summary>
    public const string CreditNote = "UBL_CREDIT_NOTE";

    /// <summary>A field that must be there is not, or is empty.</summary>
    public const string FieldMissing = "UBL_FIELD_MISSING";

    /// <summary>An element that may occur once occurs again.</summary>
    public const string FieldRepeated = "UBL_FIELD_REPEATED";

    /// <summary>A value is longer than <see cref="UblLimits.MaxValueChars"/>.</summary>
    public const string FieldTooLong = "UBL_FIELD_TOO_LONG";

    /// <summary>An element that holds a value holds other elements.</summary>
    public const string FieldNotText = "UBL_FIELD_NOT_TEXT";

    /// <summary>The number (BT-1) takes more than 64 bytes of UTF-8.</summary>
    public const string NumberTooLong = "UBL_NUMBER_TOO_LONG";

    /// <summary>The number (BT-1) holds characters that make it ambiguous.</summary>
    public const string NumberAmbiguous = "UBL_NUMBER_AMBIGUOUS";

    /// <summary>The type code (BT-3) is not one of an invoice that asks for payment.</summary>
    public const string TypeUnsupported = "UBL_TYPE_UNSUPPORTED";

    /// <summary>A date is not a calendar date as XML writes it.</summary>
    public const string DateMalformed = "UBL_DATE_MALFORMED";

    /// <summary>A date is not after 1970-01-01.</summary>
    public const string DateOutOfRange = "UBL_DATE_OUT_OF_RANGE";

    /// <summary>The document states no due date (BT-9), and the caller gave none.</summary>
    public const string DueDateMissing = "UBL_DUE_DATE_MISSING";

    /// <summary>The due date is before the date of issue.</summary>
    public const string DueDateBeforeIssue = "UBL_DUE_DATE_BEFORE_ISSUE";

    /// <summary>The currency (BT-5) is not a code of ISO 4217 with minor units.</summary>
    public const string CurrencyUnknown = "UBL_CURRENCY_UNKNOWN";

    /// <summary>The amount due (BT-115) is in another currency than the invoice (BT-5).</summary>
    public const string CurrencyMismatch = "UBL_CURRENCY_MISMATCH";

    /// <summary>The amount due (BT-115) is not a plain decimal number.</summary>
    public const string AmountMalformed = "UBL_AMOUNT_MALFORMED";

    /// <summary>The amount due (BT-115) has more decimals than its currency.</summary>
    public const string AmountDecimals = "UBL_AMOUNT_DECIMALS";

    /// <summary>The amount due (BT-115) exceeds 2^63 - 1 minor units.</summary>
    public const string AmountTooLarge = "UBL_AMOUNT_TOO_LARGE";

    /// <summary>The amount due (BT-115) is zero or negative: nothing is owed to the seller.</summary>
    public const string AmountNotPositive = "UBL_AMOUNT_NOT_POSITIVE";

    /// <summary>An identifier with the scheme 0199 is not a LEI (ISO 17442).</summary>
    public const string LeiInvalid = "UBL_LEI_INVALID";

    /// <summary>A party has two different LEIs.</summary>
    public const string LeiConflict = "UBL_LEI_CONFLICT";

    /// <summary>Warning: the caller's due date stands in for another one in the document.</summary>
    public const string DueDateReplaced = "UBL_DUE_DATE_REPLACED";

    /// <summary>Warning: a means of payment or payment terms state another date than the due date.</summary>
    public const string DueDateDiffers = "UBL_DUE_DATE_DIFFERS";

    /// <summary>Warning: a party has only a trading name.</summary>
    public const string NameIsTradingName = "UBL_NAME_IS_TRADING_NAME";

    /// <summary>Warning: type 393 says that the claim has been assigned to a factor already.</summary>
    public const string AlreadyFactored = "UBL_ALREADY_FACTORED";

    /// <summary>The document names another party than the participant's registered identifiers.</summary>
    public const string PartyContradicts = "UBL_PARTY_CONTRADICTS";

    /// <summary>Warning: the document's party could not be compared with the participant.</summary>
    public const string PartyUnverified = "UBL_PARTY_UNVERIFIED";
}
