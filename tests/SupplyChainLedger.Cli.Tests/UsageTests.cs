namespace SupplyChainLedger.Cli.Tests;

public sealed class UsageTests(KeyFiles keys)
{
    private const string Id = "0x1111111111111111111111111111111111111111111111111111111111111111";

    public static TheoryData<string, string> Wrong => new()
    {
        { "frob", "'frob'" },
        { "invoice show", "Required argument" },
        { "invoice show 0x12", "64 hexadecimal digits" },
        { "invoice submit a.xml --buyer core-motors", "--as" },
        { "invoice submit a.xml --as tier1-brakes", "--buyer" },
        { "invoice submit a.xml --as tier1-brakes --buyer core-motors --due-date 31.3.2027", "calendar date" },
        { "invoice submit a.xml --as tier1-brakes --buyer core-motors --wait forever", "accepted, included, final" },
        { "invoice submit a.xml --as tier1-brakes --buyer core-motors --timeout 0", "whole number from 1" },
        { $"invoice reject {Id} --as core-motors", "--reason" },
        { "invoice list --state sold", "submitted, confirmed, rejected, withdrawn" },
        { "invoice list --page-size 1001", "from 1 to 1000" },
        { "participant list --role thief", "supplier, buyer" },
        { "intent show 0xzz", "64 hexadecimal digits" },
        { "intent resend 0xzz", "64 hexadecimal digits" },
        { "status --service localhost", "is not an address" },
        { $"receivable transfer {Id} --as tier1-brakes", "--to" },
        { "receivable trace 0x12", "is not a holding" },
        { "receivable holdings --step sold", "transfer-proposed, financing-requested" },
        { $"financing offer {Id} --as bank-east --advance 1 --discount 4,85", "percentage such as 4.85" },
        { $"financing accept {Id} 0x12 --as tier1-brakes", "is not an offer" },
        { "financing limit --as bank-east --obligor core-motors --currency XYZ --amount 1", "code of a currency" },
        { "financing open", "--financier" },
        { "settlement due", "Name --payer, --payee, or both" },
        { "settlement instruction 0x12", "is not a receivable" },
        { $"dispute open {Id} --as core-motors", "--reason" },
        { "rulebook show 0", "whole number from 1" },
        { $"invoice confirm {Id} --as nobody", "There is no key of 'nobody'" },
        { $"invoice confirm {Id} --as ../../etc/passwd", "There is no key" },
    };

    public static TheoryData<string> Commands => new()
    {
        "", "invoice", "invoice submit", "invoice confirm", "invoice reject", "invoice withdraw", "invoice show",
        "invoice list", "participant", "participant list", "participant show", "intent", "intent show",
        "intent cancel", "intent resend", "events", "status", "demo",
        "receivable", "receivable list", "receivable holdings", "receivable show", "receivable trace",
        "receivable transfer", "receivable accept", "receivable decline", "receivable withdraw",
        "receivable deadline", "financing", "financing financeable", "financing request", "financing offers",
        "financing accept", "financing acknowledge", "financing contest", "financing open", "financing offer",
        "financing withdraw-offer", "financing disburse", "financing cancel", "financing limit", "financing limits",
        "financing list", "financing show", "settlement", "settlement due", "settlement instruction",
        "settlement pay", "settlement acknowledge", "settlement contest", "settlement payments", "settlement account",
        "settlement recourse", "settlement write-off", "settlement recover", "settlement stops",
        "settlement lift-stop", "dispute", "dispute open", "dispute answer", "dispute withdraw", "dispute list",
        "dispute credit", "dispute credit-accept", "dispute credit-decline", "dispute credit-notes", "dispute cancel",
        "dispute cancel-accept", "dispute cancel-decline", "rulebook", "rulebook show", "rulebook list",
        "rulebook propose", "participant threshold",
    };

    public static TheoryData<string> Calls => new()
    {
        "status", "participant list", "participant show core-motors", "invoice list", $"invoice show {Id}",
        $"intent show {Id}", $"intent resend {Id}", "events", "events --follow", "demo",
        $"invoice confirm {Id} --as core-motors",
        $"invoice reject {Id} --as core-motors --reason no", $"invoice withdraw {Id} --as tier1-brakes",
        "invoice submit a.xml --as tier1-brakes --buyer core-motors",
        "invoice submit a.xml b.xml --as tier1-brakes --buyer core-motors",
        "receivable list", $"receivable show {Id}", $"receivable trace {Id}",
        $"receivable accept {Id} --as tier2-steel",
        $"financing offers {Id}", "financing open --financier bank-east", $"financing cancel {Id} --as tier1-brakes",
        "settlement due --payer core-motors", $"settlement pay {Id} --as core-motors --reference E2E-1",
        "dispute list", $"dispute cancel-accept {Id} --as core-motors", "rulebook show",
        "rulebook propose --as operator --preset open",
        "participant threshold --as bank-east --currency EUR --amount 1",
        $"intent cancel {Id} --as tier1-brakes",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_command_line_says_what_is_wrong(string line, string hint)
    {
        string[] data = line.Contains("--service", StringComparison.Ordinal) ? [] : ["--service", "http://127.0.0.1:1"];
        var run = await CliStage.RunAsync([.. line.Split(' '), .. data, "--data", keys.Folder], Cancellation);

        run.Ends(ExitCode.Usage);
        Assert.Empty(run.Output);
        Assert.Contains(hint, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_explains_itself(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var run = await CliStage.RunAsync([.. words, "--help"], Cancellation);

        run.Ends(ExitCode.Done);
        var usage = run.Output.Split('\n').SkipWhile(line => line != "Usage:").ElementAt(1);
        Assert.Contains(string.Join(' ', [" ", .. words]).TrimStart(), usage, StringComparison.Ordinal);
        Assert.Contains("Description:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("invoice")]
    public async Task A_group_without_a_command_shows_what_could_follow(string group)
    {
        var run = await CliStage.RunAsync(group.Split(' ', StringSplitOptions.RemoveEmptyEntries), Cancellation);

        run.Ends(ExitCode.Usage);
        Assert.Empty(run.Output);
        Assert.Contains("Commands:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_service_that_is_away_is_told_in_one_line_with_what_to_do(string line)
    {
        var stage = await CliStage.OpenAsync(keys);
        await stage.DisposeAsync();

        var run = await stage.RunAsync(line.Split(' '));

        run.Ends(ExitCode.OutOfReach);
        Assert.Empty(run.Output);
        var told = Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains(stage.Service.GetLeftPart(UriPartial.Authority), told, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project src/SupplyChainLedger.Service", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_can_be_named_in_the_environment()
    {
        await using var stage = await CliStage.OpenAsync(keys);

        var run = await CliStage.RunAsync(
            ["status", "--json"], Cancellation, name => name == "SCL_SERVICE" ? $"{stage.Service}" : null);

        Assert.Equal("31337", run.Ends(ExitCode.Done).Json.GetProperty("chainId").GetString());
    }

    [Fact]
    public async Task A_wrong_password_opens_no_key_and_is_not_told()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var file = Path.Combine(stage.Samples, "secret");
        await File.WriteAllTextAsync(file, "hunter2", Cancellation);

        var run = await stage.RunAsync(
            "invoice", "withdraw", Id, "--as", "tier1-brakes", "--password-file", file);

        run.Ends(ExitCode.Usage);
        Assert.Contains("password is wrong", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_command_ends_as_shells_expect()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        await stage.SubmitAsync("R-1");
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var run = await CliStage.RunAsync(
            ["events", "--follow", "--service", $"{stage.Service}"],
            interrupt.Token,
            output: new InterruptingWriter(interrupt));

        run.Ends(ExitCode.Cancelled);
    }

    /// <summary>Presses Ctrl-C once the first result is there.</summary>
    private sealed class InterruptingWriter(CancellationTokenSource interrupt) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            interrupt.Cancel();
        }
    }
}
