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
        var captured = new Argument<string?>("CASE") { Description = "Case whose captured reports are read; the proposals are kept in it for review", Arity = ArgumentArity.ZeroOrOne };
        var input = new Option<string?>("--in") { Description = "File of JSON Lines, one {\"id\", \"url\", \"outlet\", \"published\", \"title\", \"text\"} a line; standard input by default", HelpName = "FILE" };
        var output = new Option<string?>("--out") { Description = "File to write; standard output by default", HelpName = "FILE" };
        var folder = new Option<string?>("--case") { Description = "Case whose places and taxonomy serve; those that come with the program by default", HelpName = "CASE" };
        var threshold = new Option<double>("--threshold") { Description = "Proposals less probable than this are not made, 0 to 1", DefaultValueFactory = _ => CoderOptions.UsualThreshold, HelpName = "P" };
        threshold.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
                result.AddError("--threshold is a probability, 0 to 1.");
        });
        var who = new Option<string?>("--who") { Description = "Who has a model asked about CASE; stands in the custody log. Needed with CASE and --model", HelpName = "NAME" };
        var all = new Option<bool>("--all") { Description = "Of CASE: read reports too that name neither its target nor a place in it" };
        var only = new Option<string[]>("--report") { Description = "Of CASE: read this report alone, whatever it names; the proposals from the others stay. May be given more than once", HelpName = "ID", DefaultValueFactory = _ => [] };
        var model = new ModelOptions();
        var command = new Command("code", "Propose observations from reports: when, where, what moved, which way, how much, and to what the report puts it down") { captured, input, output, folder, threshold, all, only, who };
        model.AddTo(command, captured, who);
        command.Validators.Add(result =>
        {
            if (result.GetValue(captured) is not null && (result.GetValue(input) ?? result.GetValue(output) ?? result.GetValue(folder)) is not null)
                result.AddError("CASE reads the captures of a case and writes its proposals: --in, --out and --case are for lines of JSON.");
            if (result.GetValue(who) is not null && result.GetValue(captured) is null)
                result.AddError("--who is for CASE: lines of JSON have no custody log.");
            if (result.GetValue(only) is { Length: > 0 } && result.GetValue(captured) is null)
                result.AddError("--report is for CASE: of lines of JSON, all are read.");
        });
        command.SetAction(parsed => parsed.GetValue(captured) is { } named ? CapturedReports.Code(named, parsed.GetValue(threshold), model.Of(parsed), parsed.GetValue(who)?.Trim() ?? "", parsed.GetValue(all), parsed.GetValue(only)!) : Run(parsed.GetValue(input), parsed.GetValue(output), parsed.GetValue(folder), parsed.GetValue(threshold), model.Of(parsed)));
        Examples.Teach(command, "Examples:", "./manometer code --in reports.jsonl --out observations.jsonl", "./manometer code --in reports.jsonl --case cases/dprk-2016-2019", "./manometer code my-case, then ./manometer review my-case --who jd", "./manometer code my-case --report r-5f2a91c04d77, then ./manometer review my-case --report r-5f2a91c04d77 --who jd",
            "./manometer code my-case --model llama3.1 --endpoint http://localhost:11434 --who jd", "./manometer code my-case --model NAME --endpoint https://models.example/v1 --key-env MODEL_KEY --who jd", "Without --model nothing is sent anywhere. With it, the texts go to the endpoint you name, and to nowhere else.");
        return command;
    }

    private static int Run(string? input, string? output, string? folder, double threshold, NamedModel? model)
    {
        var places = BuiltInPlaces.Read();
        var taxonomy = TaxonomyFile.Shipped;
        var southern = false;
        if (folder is not null)
        {
            var reading = CaseFolder.Read(folder);
            if (reading.Case is not { } @case)
            {
                Faults.Print(reading.Diagnostics, Console.Error, Terminal.ErrorColour);
                return ExitCode.Faulty;
            }

            (places, taxonomy, southern) = (@case.Places, @case.Taxonomy, BuiltInPlaces.IsSouthern(@case.Header.TargetCountry));
        }

        var coder = new Coder(places, new CoderOptions { Threshold = threshold, Southern = southern });
        using var asking = model is null ? null : new ModelCoding(model, taxonomy, places);
        var code = JsonLines.Each(input, output, (line, json, end) =>
        {
            var text = JsonLines.Text(line, "text") ?? throw new FormatException("there is no \"text\"");
            var report = new ReportText(JsonLines.Text(line, "id") ?? "", JsonLines.Text(line, "outlet"), JsonLines.Day(line, "published"), JsonLines.Text(line, "title"), text);
            var proposals = coder.Code(report);
            foreach (var proposal in asking?.Beside(proposals, report, LatestOf(line) ?? report.Published) ?? proposals)
            {
                ProposalJson.Write(proposal, taxonomy, json);
                end();
            }
        });
        asking?.Summarise(Console.Error);
        return code == ExitCode.Done && asking is { Without: > 0 } ? ExitCode.Faulty : code;
    }
    // of a month or a year its last day
    private static DateOnly? LatestOf(JsonElement line) => JsonLines.Text(line, "published") is { } text && Edtf.TryParse(text, out var published) ? published.LastDay : null;
}
