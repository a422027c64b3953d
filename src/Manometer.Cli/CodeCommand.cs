using System.CommandLine;
using System.Text.Json;
using Manometer.Cases;
using Manometer.Coding;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>code</c>: reports in, proposed observations out.</summary>
internal static class CodeCommand
{
    public static Command Build()
    {
        var input = new Option<string?>("--in") { Description = "File of JSON Lines, one {\"id\", \"url\", \"outlet\", \"published\", \"title\", \"text\"} a line; standard input by default", HelpName = "FILE" };
        var output = new Option<string?>("--out") { Description = "File to write; standard output by default", HelpName = "FILE" };
        var folder = new Option<string?>("--case") { Description = "Case whose places and taxonomy serve; those that come with the program by default", HelpName = "CASE" };
        var threshold = new Option<double>("--threshold") { Description = "Proposals less probable than this are not made, 0 to 1; default 0.5", DefaultValueFactory = _ => 0.5, HelpName = "P" };
        threshold.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
                result.AddError("--threshold is a probability, 0 to 1.");
        });
        var command = new Command("code", "Propose observations from reports: when, where, what moved, which way, how much, and to what the report puts it down") { input, output, folder, threshold };
        command.SetAction(parsed => Run(parsed.GetValue(input), parsed.GetValue(output), parsed.GetValue(folder), parsed.GetValue(threshold)));
        Examples.Teach(command, "Examples:", "./manometer code --in reports.jsonl --out observations.jsonl", "./manometer code --in reports.jsonl --case cases/dprk-2016-2019");
        return command;
    }

    private static int Run(string? input, string? output, string? folder, double threshold)
    {
        var places = BuiltInPlaces.Read();
        var taxonomy = TaxonomyFile.Shipped;
        if (folder is not null)
        {
            var reading = CaseFolder.Read(folder);
            if (reading.Case is not { } @case)
            {
                Faults.Print(reading.Diagnostics, Console.Error, Terminal.ErrorColour);
                return ExitCode.Faulty;
            }

            (places, taxonomy) = (@case.Places, @case.Taxonomy);
        }

        var coder = new Coder(places, new CoderOptions { Threshold = threshold });
        return JsonLines.Each(input, output, (line, json, end) =>
        {
            var text = JsonLines.Text(line, "text") ?? throw new FormatException("there is no \"text\"");
            var report = new ReportText(JsonLines.Text(line, "id") ?? "", JsonLines.Text(line, "outlet"), JsonLines.Day(line, "published"), JsonLines.Text(line, "title"), text);
            foreach (var proposal in coder.Code(report))
            {
                Write(proposal, taxonomy, json);
                end();
            }
        });
    }

    private static void Write(Proposal proposal, Taxonomy taxonomy, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("report_id", proposal.ReportId);
        json.WriteString("quote", proposal.Quote);
        json.WriteNumber("start", proposal.Start);
        json.WriteNumber("end", proposal.End);
        json.WriteString("date_edtf", proposal.Date);
        json.WriteString("place", proposal.Place);
        json.WriteString("place_id", proposal.PlaceId);
        json.WriteString("sector", proposal.Sector);
        json.WriteString("group", proposal.Group);
        json.WriteString("indicator", proposal.Indicator);
        json.WriteString("direction", Word.Of(proposal.Direction));
        if (proposal.Magnitude is { } magnitude && double.IsFinite(magnitude.Value))
        {
            json.WriteStartObject("magnitude");
            json.WriteNumber("value", magnitude.Value);
            json.WriteString("unit", magnitude.Unit ?? "");
            if (magnitude.Form is QuantityForm.Change or QuantityForm.Range && double.IsFinite(magnitude.Low))
                json.WriteNumber("from", magnitude.Low);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("magnitude");
        }

        json.WriteString("attribution", Word.Of(proposal.Attribution));
        json.WriteString("grade", proposal.Grade is { } grade ? Word.Of(grade) : null);
        json.WriteString("polarity", Word.Of(proposal.Polarity));
        json.WriteStartArray("sourcing");
        foreach (var source in proposal.Sourcing)
            json.WriteStringValue(source);
        json.WriteEndArray();
        json.WriteNumber("probability", Math.Round(proposal.Probability, 3));
        json.WriteString("mode", Word.Of(proposal.Mode));
        json.WriteString("cause", Word.Of(proposal.Cause));
        if (proposal.CauseStart >= 0)
        {
            json.WriteNumber("cause_start", proposal.CauseStart);
            json.WriteNumber("cause_end", proposal.CauseEnd);
        }

        if (taxonomy.SignOf(proposal.Indicator, proposal.Sector) is var sign and not 0 && proposal.Mode is ClaimMode.Asserted or ClaimMode.Historical)
        {
            var large = proposal.Magnitude is { Unit: "percent" } percent && Math.Abs(percent.Value) >= taxonomy.LargePercent;
            var step = proposal.Direction == Direction.None ? 0 : (proposal.Direction == Direction.Up ? sign : -sign) * (large ? 2 : 1);
            json.WriteNumber("step", step);
        }

        json.WriteEndObject();
    }
}
