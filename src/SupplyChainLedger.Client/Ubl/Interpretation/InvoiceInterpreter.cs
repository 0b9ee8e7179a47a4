using SupplyChainLedger.Client.Ubl.Scanning;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client.Ubl.Interpretation;

/// <summary>Makes an invoice of the scanned values, or tells everything that keeps them from being one.</summary>
internal static class InvoiceInterpreter
{
    public static UblReadResult Interpret(UblScan scan, Hash32 documentHash, UblReadOptions options)
    {
        var findings = new Findings(scan.Errors);
        var values = new FieldValues(scan);

        var number = NumberRule.Read(values, findings);
        var issued = DateText.Read(
            UblFields.IssueDate, values.Required(UblFields.IssueDate, findings), findings);
        var typeCode = TypeCodeRule.Read(values, findings);
        var stated = DueDateRule.ReadStated(values, options, findings);
        var due = DueDateRule.Decide(values, options, stated, issued, findings);
        var amount = AmountRule.Read(values, findings);
        var seller = PartyRule.Read(values, UblFields.Seller, findings);
        var buyer = PartyRule.Read(values, UblFields.Buyer, findings);

        if (findings.Errors.Count > 0
            || number is null || issued is null || typeCode is null || due is null || amount is null
            || seller is null || buyer is null)
        {
            return UblReadResult.Refused(findings.Errors, findings.Warnings);
        }

        var invoice = new UblInvoice
        {
            Number = number,
            IssueDate = issued.Value,
            TypeCode = typeCode.Value,
            AmountDue = amount.Value,
            DueDate = due.Value,
            DocumentDueDate = stated,
            PaymentTerms = PaymentTermsRule.Read(values),
            Seller = seller,
            Buyer = buyer,
            DocumentHash = documentHash,
        };
        return UblReadResult.Of(invoice, findings.Warnings);
    }
}
