using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Blocks;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class IndexFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scl-index-");
    private readonly RecordedLog<IndexDatabase> _log = new();
    private readonly ScriptedChain _chain = new();

    private string IndexPath => Path.Combine(_folder.FullName, "index.db");

    [Fact]
    public async Task An_index_of_another_network_is_refused_and_left_alone()
    {
        await FillAsync();
        var before = await File.ReadAllBytesAsync(IndexPath, TestContext.Current.CancellationToken);

        LedgerNetwork[] others =
        [
            _chain.Network with { ChainId = 1 },
            _chain.Network with { Ledger = ScriptedChain.AddressOf(9) },
            _chain.Network with { Participants = ScriptedChain.AddressOf(9) },
            _chain.Network with { DeploymentBlock = 2 },
        ];
        foreach (var other in others)
        {
            var fault = Assert.Throws<StartupFault>(() => Open(IndexPath, other));
            Assert.Contains("is of another network", fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(IndexPath, TestContext.Current.CancellationToken));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Another_finality_depth_is_no_other_network()
    {
        await FillAsync();

        using var database = Open(IndexPath, _chain.Network with { FinalityDepth = 40 });

        Assert.NotNull(NewestIn(database));
    }

    [Theory]
    [Trait("Fault", "32")]
    [InlineData(0)]
    [InlineData(IndexSchema.Version + 1)]
    public async Task An_index_of_another_schema_is_rebuilt_with_one_line_in_the_log(long version)
    {
        await FillAsync();
        using (var session = new SqliteSession(IndexPath, SqliteOpenMode.ReadWrite, CheckedVfs.Name))
            session.Script($"PRAGMA user_version = {version}");

        using var database = Open(IndexPath, _chain.Network);

        Assert.Null(NewestIn(database));
        Assert.Equal(LogLevel.Information, Assert.Single(_log.Lines).Level);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_set_aside_and_rebuilt()
    {
        await File.WriteAllTextAsync(IndexPath, new string('x', 10_000), TestContext.Current.CancellationToken);

        using var database = Open(IndexPath, _chain.Network);

        Assert.Null(NewestIn(database));
        Assert.Equal(10_000, new FileInfo($"{IndexPath}.damaged").Length);
        Assert.Equal(LogLevel.Warning, Assert.Single(_log.Lines).Level);
    }

    [Fact]
    public void A_database_of_another_program_is_set_aside_and_not_deleted()
    {
        using (var session = new SqliteSession(IndexPath, SqliteOpenMode.ReadWriteCreate))
            session.Script("CREATE TABLE theirs (precious TEXT)");

        using (Open(IndexPath, _chain.Network))
        {
        }

        using var aside = new SqliteSession($"{IndexPath}.damaged", SqliteOpenMode.ReadOnly);
        Assert.Equal(1, aside.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'theirs'"));
    }

    [Theory]
    [Trait("Fault", "29")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Damaged_pages_are_found_at_the_start_and_the_rebuilt_index_is_the_same(int seed)
    {
        var content = await FillAsync();
        var bytes = await File.ReadAllBytesAsync(IndexPath, TestContext.Current.CancellationToken);
        new Random(seed).NextBytes(bytes.AsSpan(4096, bytes.Length - 4096));
        await File.WriteAllBytesAsync(IndexPath, bytes, TestContext.Current.CancellationToken);

        using var bench = new IndexBench(_chain, folder: _folder);
        await bench.CatchUpAsync();

        Assert.Equal(content, bench.Content());
        Assert.True(File.Exists($"{IndexPath}.damaged"));
    }

    [Theory]
    [Trait("Fault", "29")]
    [InlineData("event")]
    [InlineData("fingerprint")]
    [InlineData("network")]
    public async Task A_large_file_is_looked_through_while_it_serves_and_made_anew_when_it_is_damaged(string table)
    {
        await FillAsync();
        Scribble(table);

        using (var database = Open(IndexPath, _chain.Network, inspectedAtOnce: 0))
        {
            if (!database.IsInspected)
            {
                new IndexInspection(database).Inspect(TestContext.Current.CancellationToken);
                Assert.Throws<SqliteException>(() => NewestIn(database));
            }
        }

        using var rebuilt = Open(IndexPath, _chain.Network, inspectedAtOnce: 0);
        Assert.Null(NewestIn(rebuilt));
        Assert.True(File.Exists($"{IndexPath}.damaged"));
    }

    [Fact]
    public async Task A_large_file_without_damage_goes_on_serving_after_it_was_looked_through()
    {
        await FillAsync();

        using var database = Open(IndexPath, _chain.Network, inspectedAtOnce: 0);
        new IndexInspection(database).Inspect(TestContext.Current.CancellationToken);

        Assert.False(database.IsInspected);
        Assert.NotNull(NewestIn(database));
        Assert.False(File.Exists($"{IndexPath}.suspect"));
    }

    [Fact]
    public void An_index_that_was_being_made_when_the_machine_went_down_is_begun_anew_with_one_line_in_the_log()
    {
        using (var database = Open(IndexPath, _chain.Network, machineStart: "first"))
            database.Write(static writer => BlockTable.SetFinal(writer, 7));
        using (var database = Open(IndexPath, _chain.Network, machineStart: "first"))
            Assert.Equal(7ul, FinalIn(database));
        Assert.Empty(_log.Lines);

        using var anew = Open(IndexPath, _chain.Network, machineStart: "second");

        Assert.Equal(0ul, FinalIn(anew));
        Assert.Equal(LogLevel.Warning, Assert.Single(_log.Lines).Level);
    }

    [Fact]
    public void A_complete_index_is_brought_to_the_disk_once_nobody_reads_what_was_before()
    {
        using (var database = Open(IndexPath, _chain.Network, machineStart: "first"))
        {
            database.Complete(TestContext.Current.CancellationToken);
            using (var reading = database.Read())
            {
                Assert.Equal(0ul, BlockTable.Final(reading.Session));
                database.Write(static writer => BlockTable.SetFinal(writer, 7));
                database.BringToDisk();
                Assert.True(File.Exists($"{IndexPath}.begun"));
            }

            database.BringToDisk();
            Assert.False(File.Exists($"{IndexPath}.begun"));
        }

        using var later = Open(IndexPath, _chain.Network, machineStart: "second");
        Assert.Equal(7ul, FinalIn(later));
    }

    [Fact]
    public void An_index_is_written_to_its_places_seldom_while_it_is_made_and_as_often_as_any_from_then_on()
    {
        using var database = Open(IndexPath, _chain.Network, machineStart: "first");
        Assert.Equal(131_072, CheckpointDistanceOf(database));

        database.Complete(TestContext.Current.CancellationToken);
        database.BringToDisk();

        Assert.Equal(32_768, CheckpointDistanceOf(database));
    }

    [Fact]
    public async Task Deleting_the_file_while_stopped_loses_nothing()
    {
        var content = await FillAsync();
        File.Delete(IndexPath);

        using var bench = new IndexBench(_chain, folder: _folder);
        await bench.CatchUpAsync();

        Assert.Equal(content, bench.Content());
    }

    [Fact]
    [Trait("Fault", "33")]
    public void A_folder_that_cannot_be_written_is_one_clear_line()
    {
        var path = Path.Combine(_folder.FullName, "missing", "index.db");

        var fault = Assert.Throws<StartupFault>(() => Open(path, _chain.Network));

        Assert.Contains("cannot be opened", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Indexes a short chain into the file and closes it.</summary>
    private async Task<string> FillAsync()
    {
        _chain.Mine(Story.FourParticipants());
        for (var block = 0; block < 20; block++)
            _chain.Mine([.. Enumerable.Range(block * 20, 20).Select(number => Story.Submission(number))]);
        using var bench = new IndexBench(_chain, folder: _folder);
        await bench.CatchUpAsync();
        return bench.Content();
    }

    /// <summary>Overwrites the first page of a table.</summary>
    private void Scribble(string table)
    {
        long page, size;
        using (var session = new SqliteSession(IndexPath, SqliteOpenMode.ReadWrite))
        {
            page = session.Number("SELECT rootpage FROM sqlite_schema WHERE name = ?1", table)!.Value;
            size = session.Number("PRAGMA page_size")!.Value;
        }

        var noise = new byte[size];
        new Random(1).NextBytes(noise);
        using var file = File.OpenWrite(IndexPath);
        file.Position = (page - 1) * size;
        file.Write(noise);
    }

    private static BlockRef? NewestIn(IndexDatabase database)
    {
        using var reading = database.Read();
        return BlockTable.Newest(reading.Session);
    }

    private static long CheckpointDistanceOf(IndexDatabase database)
    {
        long? pages = null;
        database.Write(writer => pages = writer.Number("PRAGMA wal_autocheckpoint"));
        return pages!.Value;
    }

    private static ulong FinalIn(IndexDatabase database) => database.Look(BlockTable.Final);

    private IndexDatabase Open(
        string path,
        LedgerNetwork network,
        string? machineStart = null,
        long inspectedAtOnce = IndexFile.InspectedAtOnce) =>
        IndexDatabase.Open(path, network, IndexBench.FingerprintKey, _log, machineStart, inspectedAtOnce);
}
