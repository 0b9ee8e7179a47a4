using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Ubl;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Cli.Documents;

/// <summary>A document and what was signed of it.</summary>
/// <param name="File">The file, as it was named on the command line.</param>
/// <param name="Invoice">What it says.</param>
/// <param name="Signed">The intent that claims it.</param>
internal sealed record Claim(string File, UblInvoice Invoice, SignedIntent<Intents.SubmitInvoice> Signed);
