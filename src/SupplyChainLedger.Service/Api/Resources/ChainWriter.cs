using Google.Protobuf.WellKnownTypes;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.V1;
using Date = Google.Type.Date;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows blocks, places on the chain and dates as the API has them.</summary>
internal static class ChainWriter
{
    private const ulong SecondsADay = 24 * 60 * 60;

    // 9999-12-31T23:59:59Z, the end of google.protobuf.Timestamp. What was signed may name a later one.
    private const ulong LastSecond = 253_402_300_799;

    public static ReadAt ToReadAt(this IndexHead head) => new()
    {
        BlockNumber = head.Indexed.Number,
        BlockHash = head.Indexed.Hash.ToString(),
        BlockTime = Time(head.Indexed.Timestamp),
        LagBlocks = head.Lag,
    };

    public static Inclusion ToApi(this RecordedAt at, ulong finalBlock) => new()
    {
        BlockNumber = at.Block.Number,
        BlockHash = at.Block.Hash.ToString(),
        BlockTime = Time(at.Block.Timestamp),
        TransactionHash = at.TransactionHash.ToString(),
        LogIndex = at.LogIndex,
        Final = at.Block.Number <= finalBlock,
    };

    public static Date ToApi(this EpochDay day)
    {
        var date = day.ToDate();
        return new Date { Year = date.Year, Month = date.Month, Day = date.Day };
    }

    /// <summary>A moment; absent for 0, which stands for none.</summary>
    public static Timestamp? TimeOrNone(ulong unixSeconds) => unixSeconds == 0 ? null : Time(unixSeconds);

    /// <summary>The day (UTC) of a moment.</summary>
    public static EpochDay DayOf(ulong unixSeconds) => new((uint)(unixSeconds / SecondsADay));

    /// <summary>A moment; one that no Timestamp can show is shown as the last that it can.</summary>
    public static Timestamp Time(ulong unixSeconds) => new() { Seconds = (long)Math.Min(unixSeconds, LastSecond) };
}
