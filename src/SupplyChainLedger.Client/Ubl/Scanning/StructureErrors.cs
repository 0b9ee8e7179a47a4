namespace SupplyChainLedger.Client.Ubl.Scanning;

/// <summary>What can be wrong with an element before its value is looked at.</summary>
internal static class StructureErrors
{
    public static UblError Repeated(UblNode node, UblPlace place, int allowed) => UblError.At(
        node.Field,
        place,
        UblReason.FieldRepeated,
        allowed == 1
            ? $"the element {node.Step} may occur only once here and occurs again"
            : $"the element {node.Step} occurs more than {allowed} times",
        "Correct the document: which of the elements counts cannot be guessed.");

    public static UblError NotText(UblField field, UblPlace place, string child) => UblError.At(
        field,
        place,
        UblReason.FieldNotText,
        "the element holds another element where it should hold a value only",
        "Correct the document.",
        $"<{child}>");

    public static UblError TooLong(UblField field, UblPlace place, string found, int limit) => UblError.At(
        field,
        place,
        UblReason.FieldTooLong,
        $"the value or an attribute of it is longer than {limit} characters",
        "Correct the document.",
        found);
}
