using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

/// <summary>What is read from an index of which bytes have changed since it was written.</summary>
public sealed class ChangedBytesTests : IDisposable
{
    private const int MostBytes = 64;

    /// <summary>Through tables and through indexes, by key and in order.</summary>
    private static readonly string[] Questions =
    [
        "SELECT * FROM invoice",
        "SELECT submitted, due_day FROM invoice INDEXED BY invoice_by_state WHERE state = 1 ORDER BY submitted DESC",
        "SELECT submitted FROM invoice INDEXED BY invoice_by_supplier_state WHERE supplier = 1 AND state = 1 "
            + "ORDER BY submitted DESC",
        "SELECT submitted, number FROM invoice INDEXED BY invoice_by_id WHERE substr(id, 1, 8) >= x'80'",
        "SELECT * FROM event",
        "SELECT at FROM event INDEXED BY event_by_invoice WHERE invoice > 0",
        "SELECT at FROM event_outcome WHERE outcome > 0",
        "SELECT * FROM event_party",
        "SELECT * FROM fingerprint",
        "SELECT * FROM participant",
        "SELECT * FROM block",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scl-index-");
    private readonly ScriptedChain _chain = new();

    private string IndexPath => Path.Combine(_folder.FullName, "index.db");

    [Fact]
    [Trait("Fault", "29")]
    public async Task Every_answer_is_right_or_refused_whatever_bytes_have_changed()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(IndexPath, TestContext.Current.CancellationToken);
        List<string> right;
        using (var database = Open()) right = [.. Questions.Select(question => Answer(database, question)!)];
        var refused = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            await File.WriteAllBytesAsync(IndexPath, Changed(whole, seed), TestContext.Current.CancellationToken);
            using (var database = Open())
            {
                // What was found when it was opened is begun anew, and says of itself that it has no block.
                if (Answer(database, "SELECT count(*) FROM block") != "0")
                {
                    foreach (var (question, answer) in Questions.Zip(right))
                    {
                        if (Answer(database, question) is not { } given) refused++;
                        else Assert.True(given == answer, $"seed {seed}: {question}");
                    }
                }
            }

            foreach (var file in _folder.EnumerateFiles()) file.Delete();
        }

        Assert.True(refused > 200, $"{refused}");
    }

    [Fact]
    [Trait("Fault", "29")]
    public async Task A_reader_that_meets_changed_bytes_condemns_the_index_for_all_and_the_next_start_makes_it_anew()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(IndexPath, TestContext.Current.CancellationToken);
        for (var at = 0; whole.AsSpan(at).IndexOf("INV-17"u8) is var next and >= 0; at += next + 1)
            whole[at + next] ^= 1;
        await File.WriteAllBytesAsync(IndexPath, whole, TestContext.Current.CancellationToken);

        using (var database = Open())
        {
            Assert.NotNull(Answer(database, "SELECT * FROM participant"));
            Assert.Null(Answer(database, "SELECT * FROM invoice"));
            Assert.Null(Answer(database, "SELECT * FROM participant"));
        }

        using var rebuilt = Open();
        Assert.Equal("", Answer(rebuilt, "SELECT * FROM block"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static byte[] Changed(byte[] whole, int seed)
    {
        var random = new Random(seed);
        var changed = whole.ToArray();
        for (var count = random.Next(1, MostBytes + 1); count > 0; count--)
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        return changed;
    }

    /// <summary>The rows as text; null where the answer is refused.</summary>
    private static string? Answer(IndexDatabase database, string question)
    {
        try
        {
            return string.Join('\n', database.Look(session => session.All(question, TableDump.Line)));
        }
        catch (SqliteException fault) when (IndexFile.IsDamage(fault))
        {
            return null;
        }
    }

    private async Task FillAsync()
    {
        _chain.Mine(Story.FourParticipants());
        for (var block = 0; block < 20; block++)
            _chain.Mine([.. Enumerable.Range(block * 20, 20).Select(number => Story.Submission(number))]);
        using var bench = new IndexBench(_chain, folder: _folder);
        await bench.CatchUpAsync();
    }

    /// <summary>Opens it as a large one, which is not looked through first.</summary>
    private IndexDatabase Open() => IndexDatabase.Open(
        IndexPath, _chain.Network, IndexBench.FingerprintKey, NullLogger<IndexDatabase>.Instance, inspectedAtOnce: 0);
}
