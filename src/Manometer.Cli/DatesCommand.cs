using System.CommandLine;
using Manometer.Coding;

namespace Manometer.Cli;

/// <summary><c>dates</c>: the expressions of time in texts.</summary>
internal static class DatesCommand
{
    public static Command Build()
    {
        var input = new Option<string?>("--in") { Description = "File of JSON Lines, one {\"id\", \"dct\", \"text\"} a line; standard input by default", HelpName = "FILE" };
        var output = new Option<string?>("--out") { Description = "File to write; standard output by default", HelpName = "FILE" };
        var southern = new Option<bool>("--southern") { Description = "Seasons are those of the south: spring begins in September" };
        var command = new Command("dates", "Find the dates told in texts and resolve them against the date of the document or the heading that governs") { input, output, southern };
        command.SetAction(parsed => Run(parsed.GetValue(input), parsed.GetValue(output), parsed.GetValue(southern)));
        Examples.Teach(command, "Example:", "echo '{\"id\":\"a\",\"dct\":\"2018-07-05\",\"text\":\"Exports fell last year.\"}' | ./manometer dates");
        return command;
    }

    private static int Run(string? input, string? output, bool southern)
    {
        var reader = new DateReader(southern: southern);
        return JsonLines.Each(input, output, (line, json, end) =>
        {
            var text = JsonLines.Text(line, "text") ?? throw new FormatException("there is no \"text\"");
            var found = reader.Read(text, JsonLines.Day(line, "dct"));
            json.WriteStartObject();
            json.WriteString("id", JsonLines.Text(line, "id") ?? "");
            json.WriteStartArray("timex");
            foreach (var mention in found)
            {
                json.WriteStartObject();
                json.WriteNumber("start", mention.Start);
                json.WriteNumber("end", mention.End);
                json.WriteString("value", mention.Value);
                json.WriteString("edtf", mention.Edtf);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            end();
        });
    }
}
