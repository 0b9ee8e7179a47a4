using Grpc.Core;
using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Tests.Protocol;

public sealed class MetadataTests
{
    [Theory]
    [InlineData("AQID", new byte[] { 1, 2, 3 })]
    [InlineData("AQI", new byte[] { 1, 2 })]
    [InlineData("AQI=", new byte[] { 1, 2 })]
    [InlineData("AQ", new byte[] { 1 })]
    [InlineData("", new byte[0])]
    public void Binary_values_are_read_with_and_without_padding(string header, byte[] expected) =>
        Assert.Equal(expected, Read("x-data-bin", header).GetValueBytes("x-data-bin"));

    [Fact]
    public void Binary_values_that_were_joined_with_commas_are_taken_apart()
    {
        var metadata = Read("x-data-bin", "AQ==,Ag, Aw");

        Assert.Equal([[1], [2], [3]], metadata.GetAll("x-data-bin").Select(entry => entry.ValueBytes));
    }

    [Fact]
    public void A_text_keeps_its_commas() => Assert.Equal("a,b", Read("x-text", "a,b").GetValue("x-text"));

    [Theory]
    [InlineData("grpc-timeout")]
    [InlineData("content-type")]
    [InlineData("te")]
    [InlineData(":path")]
    public void Headers_of_the_protocol_are_no_metadata(string name) => Assert.Empty(Read(name, "x"));

    [Fact]
    public void Values_that_http_allows_and_grpc_does_not_are_passed_on() =>
        Assert.Equal("zwölf", Read("x-text", "zwölf").GetValue("x-text"));

    [Fact]
    public void Values_that_cannot_be_sent_are_left_out_when_an_application_echoes_them()
    {
        var headers = new HeaderDictionary();

        MetadataHeaders.Write([.. Read("x-odd", "zwölf"), .. Read("x-plain", "twelve")], headers);

        Assert.Equal(["x-plain"], headers.Keys);
    }

    [Fact]
    public void Binary_values_are_written_without_padding()
    {
        var headers = new HeaderDictionary();

        MetadataHeaders.Write(new Metadata { { "x-data-bin", [1] }, { "x-data-bin", [2] } }, headers);

        Assert.Equal("AQ,Ag", headers["x-data-bin"].ToString());
    }

    [Theory]
    [InlineData("x-bin", "text")]
    [InlineData("sp ace", "text")]
    [InlineData("ümlaut", "text")]
    [InlineData("x-text", "line\r\nbreak")]
    [InlineData("x-text", "zwölf")]
    [InlineData("", "text")]
    public void An_entry_that_cannot_go_over_the_wire_cannot_be_made(string name, string value) =>
        Assert.ThrowsAny<ArgumentException>(() => new Metadata { { name, value } });

    [Fact]
    public void Bytes_need_a_name_that_says_so() =>
        Assert.Throws<ArgumentException>(() => new Metadata { { "x-data", [1] } });

    [Fact]
    public void Names_are_compared_without_case() =>
        Assert.Equal("b", new Metadata { { "X-Text", "a" }, { "x-text", "b" } }.GetValue("X-TEXT"));

    [Fact]
    public void The_shared_empty_metadata_cannot_be_changed() =>
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("x", "y"));

    private static Metadata Read(string name, string value) =>
        MetadataHeaders.Read(new HeaderDictionary { [name] = value });
}
