extern alias sdk;

using System.Globalization;
using sdk::SupplyChainLedger.Client.Signing;
using sdk::SupplyChainLedger.Client.Signing.Messages;
using sdk::SupplyChainLedger.V1;
using SupplyChainLedger.Benchmarks.Stage;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Ethereum.Hashing;
using Intents = SupplyChainLedger.Contracts.Intents;
using Money = SupplyChainLedger.Contracts.Monetary.Money;

namespace SupplyChainLedger.Benchmarks.Throughput;

/// <summary>Invoices of five years, signed before anything is measured.</summary>
internal sealed class SignedLoad(SupplierCircle suppliers)
{
    private static readonly DateOnly FirstDay = new(2022, 1, 3);

    private int _made;

    /// <summary>Signs invoices on all cores; each is another one.</summary>
    public SignedIntent<Intents.SubmitInvoice>[] Sign(int count)
    {
        var first = _made;
        _made += count;
        var signed = new SignedIntent<Intents.SubmitInvoice>[count];
        Parallel.For(0, count, i => signed[i] = Sign(new Random(first + i), first + i));
        return signed;
    }

    /// <summary>The request of the stream.</summary>
    public static SubmitInvoicesRequest Request(SignedIntent<Intents.SubmitInvoice> signed, WaitFor waitFor) => new()
    {
        Action = signed.Intent.ToApi(),
        Signature = signed.SignatureText,
        WaitFor = waitFor,
    };

    /// <summary>The call of the contract that carries it out.</summary>
    public static byte[] Call(SignedIntent<Intents.SubmitInvoice> signed) =>
        signed.Intent.EncodeCall(signed.Signatures);

    private SignedIntent<Intents.SubmitInvoice> Sign(Random random, int number)
    {
        var issued = FirstDay.AddDays(random.Next(5 * 365));
        var minorUnits = (long)(5_000 * Math.Pow(1_600, random.NextDouble()));
        return suppliers.Signers[number % suppliers.Signers.Count].Submit(new InvoiceDraft(
            new ParticipantId(1),
            string.Create(CultureInfo.InvariantCulture, $"INV-{issued.Year}-{number:D7}"),
            380,
            issued,
            issued.AddDays(60),
            new Money(minorUnits, Currency.Find("EUR")!),
            Keccak256.Hash(BitConverter.GetBytes(number))));
    }
}
