namespace SupplyChainLedger.Client.Ubl.Scanning;

/// <summary>An element on the way to a field. The tree of them is all that the scanner looks at.</summary>
internal sealed class UblNode
{
    public const string InvoiceNamespace = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    public const string CreditNoteNamespace = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";

    private const string AggregateNamespace =
        "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";

    private const string BasicNamespace = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    // Everything else on the way to a field occurs once within its parent in EN 16931's binding.
    private static readonly string[] RepeatableSteps =
    [
        "cac:PartyIdentification", "cac:PartyName", "cac:PartyTaxScheme", "cac:PaymentMeans", "cac:PaymentTerms",
        "cbc:Note",
    ];

    private readonly Dictionary<(string Namespace, string LocalName), UblNode> _children = [];

    private UblNode(string step)
    {
        Step = step;
        Repeats = RepeatableSteps.Contains(step);
    }

    /// <summary>The root element.</summary>
    public static UblNode Invoice { get; } = Plant(UblFields.All);

    /// <summary>The element's name with its usual prefix, such as <c>cac:Party</c>.</summary>
    public string Step { get; }

    /// <summary>Whether it may occur more than once within its parent.</summary>
    public bool Repeats { get; }

    /// <summary>The field whose value the element holds; null when it holds elements.</summary>
    public UblField? Field { get; private set; }

    public UblNode? Child(string namespaceUri, string localName) =>
        _children.GetValueOrDefault((namespaceUri, localName));

    private static UblNode Plant(IEnumerable<UblField> fields)
    {
        var root = new UblNode("Invoice");
        foreach (var field in fields)
        {
            var steps = field.XPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
            steps.Skip(1).Aggregate(root, (node, step) => node.Grow(step)).Field = field;
        }

        return root;
    }

    private UblNode Grow(string step)
    {
        var space = step.StartsWith("cac:", StringComparison.Ordinal) ? AggregateNamespace : BasicNamespace;
        var name = (space, step[4..]);
        return _children.TryGetValue(name, out var child) ? child : _children[name] = new UblNode(step);
    }
}
