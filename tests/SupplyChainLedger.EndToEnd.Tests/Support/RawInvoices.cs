using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Grpc.Client;
using SupplyChainLedger.V1;
using Date = Google.Type.Date;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;

namespace SupplyChainLedger.EndToEnd.Tests.Support;

/// <summary>The bare API, for what the SDK would never send.</summary>
public sealed class RawInvoices : IDisposable
{
    private readonly GrpcChannel _channel;

    public RawInvoices(Uri service)
    {
        _channel = GrpcChannel.ForAddress(service);
        Service = new InvoiceService.InvoiceServiceClient(_channel.CreateCallInvoker());
    }

    public InvoiceService.InvoiceServiceClient Service { get; }

    /// <summary>A request as a well-behaved client would make it.</summary>
    public static SubmitInvoiceRequest Request(SignedIntent<SubmitInvoice> submission) => new()
    {
        Action = Message(submission.Intent),
        Signature = Hex.Encode(submission.Signatures.ToBytes()),
        WaitFor = WaitFor.Included,
    };

    /// <summary>The signed fields as the API has them.</summary>
    public static V1.SubmitInvoice Message(SubmitInvoice intent) => new()
    {
        Supplier = intent.Supplier.Value,
        Buyer = intent.Buyer.Value,
        Number = intent.Number,
        TypeCode = intent.TypeCode,
        IssueDate = Day(intent.IssueDate.ToDate()),
        DueDate = Day(intent.DueDate.ToDate()),
        Amount = new Money { CurrencyCode = intent.Currency, MinorUnits = (long)intent.Amount },
        DocumentHash = intent.DocumentHash.ToString(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public void Dispose() => _channel.Dispose();

    private static Date Day(DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };
}
