using System.CommandLine;
using System.Text.Json;
using Manometer.Assessment;
using Manometer.Cases;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary><c>simulate --world W --reports N --seed S --out DIR</c>: a case drawn by chance whose truth is known.</summary>
internal static class SimulateCommand
{
    public static Command Build()
    {
        var world = new Option<string>("--world") { Description = $"What is true: {string.Join(", ", SimulatedCase.Worlds.Keys)}", HelpName = "W", Required = true };
        var reports = NumberOption.Whole("--reports", "N", "Number of reports; default 300", 1, 100_000);
        var seed = NumberOption.Whole("--seed", "S", "Seed of chance; the same seed gives the same case; default 1", 0);
        var output = new Option<string>("--out") { Description = "Folder to make; it must be absent or empty", HelpName = "DIR", Required = true };
        var command = new Command("simulate", "Draw a case from a world whose truth is known, to test this program or another") { world, reports, seed, output };
        command.SetAction(parsed => Run(parsed.GetValue(world)!, parsed.GetValue(reports) ?? 300, parsed.GetValue(seed) ?? 1, parsed.GetValue(output)!));
        Examples.Teach(command, "Examples:",
            "./manometer simulate --world bite --reports 300 --seed 1 --out drawn && ./manometer verdict drawn",
            "./manometer simulate --world one-outlet --reports 60 --seed 7 --out drawn",
            "Worlds: null (measures do nothing), bite (they do), copying (outlets copy each other), fabricator (one source makes things up), lean-drift (sources come to lean), one-outlet (nearly all from one), other-cause (something else does it), gaps (months without reports).",
            "truth.json beside the tables holds what was true; no other command reads it.");
        return command;
    }

    private static int Run(string world, int reports, int seed, string output)
    {
        if (!SimulatedCase.Worlds.TryGetValue(world, out var chosen))
        {
            Console.Error.WriteLine($"manometer: there is no world '{world}'{(Nearest.To(world, SimulatedCase.Worlds.Keys) is { } near ? $"; did you mean '{near}'?" : "; there are " + string.Join(", ", SimulatedCase.Worlds.Keys) + ".")}");
            return ExitCode.Usage;
        }

        if (File.Exists(output) || (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any()))
        {
            Console.Error.WriteLine($"manometer: {output} is there already; --out names a folder that is absent or empty.");
            return ExitCode.Usage;
        }

        var drawn = OrdinalSimulation.Draw(chosen with { Reports = reports }, (ulong)seed);
        Directory.CreateDirectory(output);
        CaseFolder.Write(SimulatedCase.Of(drawn, TaxonomyFile.Shipped, $"Simulated world: {world}"), output);
        AtomicFile.Write(Path.Combine(output, "truth.json"), Truth(world, seed, drawn));
        Console.Out.WriteLine($"Made {output}: {Faults.Plural(drawn.Data.Reports.Count, "report")} from the world '{world}'; what is true of it stands in truth.json.");
        Console.Out.WriteLine($"next: ./manometer verdict {output}");
        return ExitCode.Done;
    }

    private static byte[] Truth(string world, int seed, OrdinalSimulation drawn)
    {
        using var document = new MemoryStream();
        using (var json = new Utf8JsonWriter(document, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("world", world);
            json.WriteNumber("seed", seed);
            json.WriteNumber("effect", drawn.Truth.Effect);
            json.WriteNumber("measureMonth", drawn.World.Start);
            json.WriteNumber("shock", drawn.World.Shock);
            SeriesJson.Numbers(json, "leans", drawn.Truth.Leans);
            SeriesJson.Numbers(json, "events", drawn.Truth.Events);
            SeriesJson.Integers(json, "copyOf", drawn.Truth.CopyOf);
            json.WriteStartArray("informative");
            foreach (var follows in drawn.Truth.Informative)
                json.WriteBooleanValue(follows);
            json.WriteEndArray();
            json.WriteStartArray("state");
            foreach (var cell in drawn.Truth.State)
            {
                json.WriteStartArray();
                foreach (var value in cell)
                    SeriesJson.Number(json, value);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return document.ToArray();
    }
}
