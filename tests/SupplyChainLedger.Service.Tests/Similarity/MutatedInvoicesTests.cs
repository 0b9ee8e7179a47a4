using System.Globalization;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Similarity;

/// <summary>
/// The bar: whatever <see cref="Mutations"/> expects is found, all of it, and no honest invoice is called a likely
/// duplicate of another.
/// </summary>
public sealed class MutatedInvoicesTests(ITestOutputHelper output)
{
    private const int LeastMutants = 60;
    private const int UnrelatedPerPair = 160;

    // Numbers, amounts and dates beside those of the files.
    private static readonly (string Number, decimal Amount, DateOnly Issued)[] Written =
    [
        ("INV-2026-00120", 18_432.17m, new DateOnly(2026, 3, 14)),
        ("1120", 962.50m, new DateOnly(2025, 11, 3)),
        ("R00000420", 250_000m, new DateOnly(2026, 6, 30)),
    ];

    private sealed record Original(byte[] File, UblDocument Document, Claim Claim);

    [Fact]
    [Trait("Fault", "67")]
    public async Task Every_invoice_that_comes_a_second_time_in_other_clothes_is_found()
    {
        var chain = new ScriptedChain();
        using var bench = new IndexBench(chain);
        var originals = await RecordOriginalsAsync(chain);
        RecordUnrelated(chain, originals);
        await bench.CatchUpAsync();

        var missed = new List<string>();
        var mutants = 0;
        output.WriteLine("found  of   at least  kind");
        foreach (var mutation in Mutations.All)
        {
            var (found, tried) = (0, 0);
            foreach (var original in originals)
            {
                if (mutation.Make(original.Document) is not { } made) continue;
                var file = mutation.IsTheSameFile ? original.File : made;
                tried++;
                var grade = await AskAsync(chain, bench, original, mutation, file);
                if (grade >= (mutation.Expected ?? SimilarityGrade.Possible)) found++;
                else if (mutation.Expected is not null)
                    missed.Add($"{mutation.Kind}: {original.Claim.Invoice.Number}, {grade}");
            }

            mutants += tried;
            var bar = mutation.Expected?.ToString() ?? "(none)";
            output.WriteLine($"{found,5}  {tried,3}  {bar,-8}  {mutation.Kind}");
        }

        output.WriteLine($"{mutants} mutants of {originals.Count} invoices");
        Assert.Empty(missed);
        Assert.True(mutants >= LeastMutants, $"{mutants} mutants");
    }

    [Fact]
    public async Task No_honest_invoice_is_called_a_likely_duplicate()
    {
        var chain = new ScriptedChain();
        using var bench = new IndexBench(chain);
        var originals = await RecordOriginalsAsync(chain);
        var honest = RecordUnrelated(chain, originals);
        await bench.CatchUpAsync();

        using var snapshot = await bench.OpenAsync();
        var byGrade = new Dictionary<SimilarityGrade, int>();
        var suspected = new List<string>();
        foreach (var claim in honest)
        {
            var similar = snapshot.SimilarInvoices.ToRecorded(snapshot.Invoices.Find(claim.Id)!.Record);
            if (similar.Count == 0) continue;
            byGrade[similar[0].Grade] = byGrade.GetValueOrDefault(similar[0].Grade) + 1;
            if (similar[0].Grade >= SimilarityGrade.Likely)
                suspected.Add($"{claim.Invoice} is like {similar[0].Invoice}: {similar[0].Findings[0]}");
        }

        output.WriteLine($"{honest.Count} honest invoices of {originals.Count} pairs of parties");
        foreach (var grade in Enum.GetValues<SimilarityGrade>())
            output.WriteLine($"{byGrade.GetValueOrDefault(grade),5} have a neighbour of grade {grade}");
        Assert.Empty(suspected);
    }

    /// <summary>The grade at which the original is found for a mutant of it; null where it is not.</summary>
    private static async Task<SimilarityGrade?> AskAsync(
        ScriptedChain chain, IndexBench bench, Original original, Mutation mutation, byte[] file)
    {
        if (mutation.After is null) return await AskAsync(bench, original, original.Claim.Id, mutation, file);
        var before = await ReadAsync(mutation.After(original.Document), original, mutation);
        chain.Mine(before.Id == original.Claim.Id ? [] : [before.ToEvent()]);
        await bench.CatchUpAsync();
        var grade = await AskAsync(bench, original, original.Claim.Id, mutation, file);
        chain.Drop(1);
        chain.Mine();
        await bench.CatchUpAsync();
        return grade;
    }

    private static async Task<SimilarityGrade?> AskAsync(
        IndexBench bench, Original original, InvoiceId wanted, Mutation mutation, byte[] file)
    {
        var mutant = await ReadAsync(file, original, mutation);
        using var snapshot = await bench.OpenAsync();
        var similar = snapshot.SimilarInvoices.ToDraft(mutant.Invoice, mutant.Id);
        return similar.FirstOrDefault(one => one.Invoice.Id == wanted)?.Grade;
    }

    private static Task<Claim> ReadAsync(byte[] file, Original original, Mutation mutation)
    {
        var (supplier, buyer) = (original.Claim.Invoice.Supplier, original.Claim.Invoice.Buyer);
        return Claim.ReadAsync(
            file,
            mutation.ByAnotherSupplier ? new ParticipantId(supplier.Value + 500) : supplier,
            mutation.ToAnotherBuyer ? new ParticipantId(buyer.Value + 500) : buyer);
    }

    /// <summary>The project's samples, the public invoices and a few more, each between two parties of its own.
    /// </summary>
    private static async Task<List<Original>> RecordOriginalsAsync(ScriptedChain chain)
    {
        var files = Directory.GetFiles(RepositoryFolder.At("devnet", "samples"), "*.xml").Order();
        if (PublicInvoices.AreExpected) files = files.Concat(PublicInvoices.Files).Order();
        var documents = files.Select(File.ReadAllBytes).ToList();
        documents.AddRange(Written.Select(Write));
        var originals = new List<Original>();
        foreach (var file in documents)
        {
            var document = UblDocument.Parse(file);
            if (document.Amount <= 0) continue;
            var pair = (uint)originals.Count;
            var claim = await Claim.ReadAsync(file, new ParticipantId(1000 + pair), new ParticipantId(3000 + pair));
            originals.Add(new Original(file, document, claim));
        }

        chain.Mine([.. originals.Select(original => original.Claim.ToEvent())]);
        return originals;
    }

    private static byte[] Write((string Number, decimal Amount, DateOnly Issued) invoice)
    {
        var document = UblDocument.Parse(File.ReadAllBytes(RepositoryFolder.At("devnet", "samples", "brakes-eur.xml")));
        document.Number = invoice.Number;
        document.Amount = invoice.Amount;
        document.IssueDate = invoice.Issued;
        document.DueDate = invoice.Issued.AddDays(60);
        return document.Write();
    }

    private static List<Claim> RecordUnrelated(ScriptedChain chain, List<Original> originals)
    {
        var honest = originals
            .SelectMany(original => UnrelatedInvoices.Of(
                original.Claim.Invoice.Supplier, original.Claim.Invoice.Buyer, UnrelatedPerPair))
            .ToList();
        foreach (var block in honest.Chunk(500)) chain.Mine([.. block.Select(claim => claim.ToEvent())]);
        return honest;
    }
}
