using Google.Protobuf;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SupplyChainLedger.Cli.Terminals;

/// <summary>
/// Where a command writes. Results go to standard output: for people as text, with <c>--json</c> as the API's message.
/// Everything about the way there goes to standard error.
/// </summary>
internal sealed class Terminal
{
    // Wide enough that nothing is ever folded here: a hash must stay in one piece for copying.
    private const int Width = 4096;

    private readonly IAnsiConsole _output;
    private readonly TextWriter _lines;

    public Terminal(Surroundings surroundings, bool json)
    {
        Json = json;
        CanAsk = surroundings is { InputIsTerminal: true, ErrorIsTerminal: true };
        CanShowProgress = surroundings.ErrorIsTerminal;
        _lines = surroundings.Output;
        _output = ConsoleOn(surroundings.Output, surroundings.OutputIsTerminal);
        Notes = ConsoleOn(surroundings.Error, surroundings.ErrorIsTerminal);
    }

    /// <summary>Whether results are the API's messages.</summary>
    public bool Json { get; }

    /// <summary>Whether a person is there to answer.</summary>
    public bool CanAsk { get; }

    /// <summary>Whether a person is there to watch.</summary>
    public bool CanShowProgress { get; }

    /// <summary>Standard error.</summary>
    public IAnsiConsole Notes { get; }

    /// <summary>A story for people: the result itself, or beside the JSON that is the result.</summary>
    public IAnsiConsole Story => Json ? Notes : _output;

    /// <summary>Writes a result: the message as one line of proto JSON, or what people read instead.</summary>
    public void Result(IMessage message, params IRenderable[] forPeople) =>
        Result(ProtoJson.Format(message), forPeople);

    /// <summary>Writes a result: one line of JSON, or what people read instead.</summary>
    public void Result(string json, params IRenderable[] forPeople)
    {
        if (Json) _lines.WriteLine(json);
        else Array.ForEach(forPeople, part => _output.Write(part));
    }

    /// <summary>Whether a progress bar stands below what is written to standard error.</summary>
    public bool IsAboveBar { get; set; }

    /// <summary>Writes one line for people to standard error.</summary>
    public void Note(string line) => Write(new Paragraph(line));

    /// <summary>Writes a warning to standard error.</summary>
    public void Warn(string line) => Write(new Paragraph("warning: ", Styles.Warning).Append(line));

    // What is written above a bar goes over the rows where it stood; padded, it leaves nothing of it.
    private void Write(Paragraph line)
    {
        if (IsAboveBar)
        {
            Notes.Write(new Padder(line, new Padding(0)).Expand());
            return;
        }

        Notes.Write(line);
        Notes.WriteLine();
    }

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
        console.Profile.Width = Width;
        return console;
    }
}
