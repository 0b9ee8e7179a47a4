using SupplyChainLedger.Contracts.Identifiers;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries;

namespace SupplyChainLedger.Service.Api.Requests;

/// <summary>Reads the particulars of an invoice that need not be recorded.</summary>
internal static class ParticularsReader
{
    private const string Name = "particulars";
    private const string HandleForm = "participants/ and a handle are required";

    /// <summary>The particulars, and the id that the invoice would have; null where its type is not given.</summary>
    /// <exception cref="LedgerFault">A field is malformed, or a party is not registered.</exception>
    public static (InvoiceParticulars Invoice, InvoiceId? Id) Read(
        IndexSnapshot snapshot, V1.InvoiceParticulars particulars)
    {
        var fields = new RequestFields();
        if (particulars.Supplier.Length == 0) fields.Refuse($"{Name}.supplier", HandleForm);
        if (particulars.Buyer.Length == 0) fields.Refuse($"{Name}.buyer", HandleForm);
        if (particulars.TypeCode > ushort.MaxValue)
            fields.Refuse($"{Name}.type_code", $"a code of at most {ushort.MaxValue} is required");
        var number = fields.Text($"{Name}.number", particulars.Number, InvoiceNumber.MaxBytes);
        var issueDate = fields.Day($"{Name}.issue_date", particulars.IssueDate);
        var dueDate = fields.Day($"{Name}.due_date", particulars.DueDate);
        var amount = fields.Message($"{Name}.amount", particulars.Amount);
        if (amount.MinorUnits < 1) fields.Refuse($"{Name}.amount.minor_units", "at least 1 minor unit is required");
        if (Currency.Find(amount.CurrencyCode) is null)
            fields.Refuse($"{Name}.amount.currency_code", "a code of ISO 4217 is required");
        var document = particulars.DocumentHash.Length == 0
            ? Hash32.Zero
            : fields.Hash($"{Name}.document_hash", particulars.DocumentHash);
        fields.ThrowIfAnyIsRefused();

        var supplier = snapshot.FindParty($"{Name}.supplier", particulars.Supplier)!.Value;
        var buyer = snapshot.FindParty($"{Name}.buyer", particulars.Buyer)!.Value;
        InvoiceId? id = particulars.TypeCode == 0
            ? null
            : InvoiceId.Of(supplier, number, issueDate, (ushort)particulars.TypeCode);
        var invoice = new InvoiceParticulars(
            supplier, buyer, number, issueDate, dueDate, amount.CurrencyCode, (ulong)amount.MinorUnits, document);
        return (invoice, id);
    }
}
