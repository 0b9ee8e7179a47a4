using Microsoft.Extensions.Logging;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Similarity;

public sealed class FingerprintKeyChangeTests : IDisposable
{
    private static readonly FingerprintKey OtherKey = new(Enumerable.Repeat((byte)9, FingerprintKey.Size).ToArray());

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scl-index-");
    private readonly ScriptedChain _chain = new();

    [Fact]
    public async Task Under_another_key_all_fingerprints_are_made_anew_and_everything_else_stays()
    {
        Mine();
        using (var before = new IndexBench(_chain, folder: _folder)) await before.CatchUpAsync();
        using var other = new IndexBench(_chain, _chain.Network, fingerprintKey: OtherKey);
        await other.CatchUpAsync();

        using var after = new IndexBench(_chain, _chain.Network, folder: _folder, fingerprintKey: OtherKey);

        Assert.Equal(other.Content(), after.Content());
        using var snapshot = await after.OpenAsync();
        var similar = snapshot.SimilarInvoices.ToRecorded(
            snapshot.Invoices.Find(Story.Submission(1).Invoice)!.Record);
        Assert.Equal("inv 1", Assert.Single(similar).Invoice.Number);
    }

    [Fact]
    public async Task The_operator_is_told_of_the_change_and_neither_key_is_written_down()
    {
        Mine();
        using (var before = new IndexBench(_chain, folder: _folder)) await before.CatchUpAsync();
        var log = new RecordedLog<IndexDatabase>();

        var path = Path.Combine(_folder.FullName, "index.db");
        using (IndexDatabase.Open(path, _chain.Network, OtherKey, log))
        {
        }

        var line = Assert.Single(log.Lines);
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Contains("fingerprints", line.Text, StringComparison.Ordinal);
        var secret = Enumerable.Repeat((byte)9, FingerprintKey.Size).ToArray();
        Assert.Equal(-1, File.ReadAllBytes(path).AsSpan().IndexOf(secret));
        Assert.DoesNotContain("0909", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_the_same_key_nothing_is_made_anew()
    {
        Mine();
        using (var before = new IndexBench(_chain, folder: _folder)) await before.CatchUpAsync();
        var log = new RecordedLog<IndexDatabase>();

        var path = Path.Combine(_folder.FullName, "index.db");
        using (IndexDatabase.Open(path, _chain.Network, IndexBench.FingerprintKey, log))
        {
        }

        Assert.Empty(log.Lines);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Mine()
    {
        _chain.Mine(Story.FourParticipants());
        var copy = Story.Submission(1) with { Invoice = Story.InvoiceOf(101), Number = "inv 1" };
        _chain.Mine(Story.Submission(1), Story.Submission(5), copy);
    }
}
