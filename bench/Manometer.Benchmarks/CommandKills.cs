using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Benchmarks;

/// <summary>Kills the program itself while it links, reviews, adds, imports and describes, and looks after each kill for everything it had printed as done, and whether the case opens and verifies.</summary>
internal static class CommandKills
{
    private const int KillsACase = 20;
    private const int Sentences = 200;
    private const string Tool = "Manometer bench";

    public static int Print(string program, int kills)
    {
        var chance = new Random(7);
        var counts = new SortedDictionary<string, (int Kills, int Running, int Told, int Lost)>(StringComparer.Ordinal);
        var unreadable = 0;
        var folder = "";
        var proposals = new Queue<string>();
        for (var kill = 0; kill < kills; kill++)
        {
            if (kill % KillsACase == 0)
            {
                Remove(folder);
                folder = Directory.CreateTempSubdirectory("manometer-kills-").FullName;
                proposals = Begin(program, folder);
            }

            var (command, arguments, input) = Choose(chance, folder, proposals, kill);
            var (told, running) = RunAndKill(program, folder, arguments, input, chance.Next(60, 520));
            var lost = told.Count(line => !IsThere(command, line, folder));
            var before = counts.GetValueOrDefault(command);
            counts[command] = (before.Kills + 1, before.Running + (running ? 1 : 0), before.Told + told.Count, before.Lost + lost);
            if (!Opens(Path.Combine(folder, "c")))
                unreadable++;
        }

        Remove(folder);
        Console.WriteLine("| command | kills | of them while it ran | lines told as done | lost |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (command, (count, running, told, lost)) in counts)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {command} | {count} | {running} | {told} | {lost} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Cases that did not open or verify: {unreadable}."));
        var enough = counts.Values.Sum(count => count.Told) >= kills / 2 && counts.Values.Sum(count => count.Running) >= kills / 4;
        if (!enough)
            Console.Error.WriteLine("Too little was told, or too few were killed while they ran, for this to show anything.");
        return enough && unreadable == 0 && counts.Values.All(count => count.Lost == 0) ? 0 : 1;
    }

    private static Queue<string> Begin(string program, string folder)
    {
        Run(program, folder, "new", "c", "--who", "jd");
        var text = new StringBuilder("Coal\n\n");
        for (var i = 0; i < Sentences; i++)
            text.Append(CultureInfo.InvariantCulture, $"Coal exports fell by {10 + (i % 80)} percent in October because of the embargo, trader {i} in Zenda said.\n\n");
        File.WriteAllText(Path.Combine(folder, "r.txt"), text.ToString());
        Run(program, folder, "add", "c", "r.txt", "--who", "jd", "--published", "2021-11-04");
        Run(program, folder, "code", "c");
        Run(program, folder, "export", "c", "--format", "achz", "--out", "matrices");
        var keys = Run(program, folder, "review", "c", "--who", "jd", "--list").Split('\n').Where(line => line.StartsWith("{\"key\":\"", StringComparison.Ordinal)).Select(line => line.Split('"')[3]);
        return new Queue<string>(keys);
    }

    private static (string Command, string[] Arguments, string? Input) Choose(Random chance, string folder, Queue<string> proposals, int kill)
    {
        switch (chance.Next(5))
        {
            case 0:
                var ids = Ids(folder, "observations.csv");
                return ("link", ["link", "c", chance.Next(2) == 0 ? "same" : "disputed", ids[chance.Next(ids.Count)], ids[chance.Next(ids.Count)], "--who", "jd"], null);
            case 1:
                File.WriteAllText(Path.Combine(folder, "n.txt"), string.Create(CultureInfo.InvariantCulture, $"Bread {kill}\n\nThe price of bread rose by {10 + (kill % 50)} percent in Zenda.\n"));
                return ("add", ["add", "c", "n.txt", "--who", "jd", "--published", "2021-11-05"], null);
            case 2:
                return ("import", ["import", "c", "matrices/matrix-me.achz", "--analyst", string.Create(CultureInfo.InvariantCulture, $"analyst-{kill}"), "--who", "jd"], null);
            case 3:
                File.AppendAllText(Path.Combine(folder, "c", "sources.csv"), string.Create(CultureInfo.InvariantCulture, $"s-{kill},Post {kill},outlet,C,,unknown,en,post.example,\n"));
                return ("describe", ["describe", "c", "--who", "jd"], null);
            default:
                var lines = new StringBuilder();
                for (var i = 0; i < 8 && proposals.TryDequeue(out var key); i++)
                    lines.Append("{\"proposal\":\"").Append(key).Append("\",\"verdict\":\"").Append(chance.Next(4) == 0 ? "reject" : "accept").Append("\"}\n");
                return ("review", ["review", "c", "--who", "jd", "--batch", "-"], lines.ToString());
        }
    }

    private static List<string> Ids(string folder, string table) => [.. File.ReadAllLines(Path.Combine(folder, "c", table)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[0])];

    /// <summary>Is what a line told as done on the disk?</summary>
    private static bool IsThere(string command, string line, string folder)
    {
        var word = line.Split([' ', ':'], 2)[0];
        string Text(string file) => File.Exists(Path.Combine(folder, "c", file)) ? File.ReadAllText(Path.Combine(folder, "c", file)) : "";
        return command switch
        {
            "link" => Text("links.csv").Contains('\n' + word + ',', StringComparison.Ordinal),
            "add" => Text("reports.csv").Contains('\n' + word + ',', StringComparison.Ordinal),
            "review" => Directory.EnumerateFiles(Path.Combine(folder, "c"), "*", SearchOption.AllDirectories).Any(file => !file.Contains(".manometer", StringComparison.Ordinal) && !file.Contains("captures", StringComparison.Ordinal) && File.ReadAllText(file).Contains(word, StringComparison.Ordinal)),
            "describe" => IsJson(Text("datapackage.json")),
            _ => Text("custody.jsonl").Contains("{\"seq\":" + line["Record ".Length..].TrimEnd('.') + ",", StringComparison.Ordinal),
        };
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = System.Text.Json.JsonDocument.Parse(text);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    // what the program says once it is done; other lines promise nothing
    private static bool IsDone(string command, string line) => command switch
    {
        "link" => line.StartsWith("l-", StringComparison.Ordinal),
        "add" => line.StartsWith("r-", StringComparison.Ordinal) && line.Contains("added", StringComparison.Ordinal),
        "review" => line.StartsWith("p-", StringComparison.Ordinal) || line.StartsWith("o-", StringComparison.Ordinal),
        "describe" => line.StartsWith("Wrote ", StringComparison.Ordinal),
        _ => line.StartsWith("Record ", StringComparison.Ordinal),
    };

    private static bool Opens(string folder)
    {
        var opening = CustodyLog.Open(folder, Tool, TimeProvider.System, RandomNumberGenerator.Create());
        if (opening.Log is null)
        {
            Console.WriteLine(string.Join('\n', opening.Diagnostics));
            return false;
        }

        using (opening.Log)
            opening.Log.Record(new CustodyEntry(CustodyAct.Edit, "bench", "what the killed program had written"));
        var faults = CustodyCheck.Verify(folder).Diagnostics.Concat(CaseFolder.Read(folder).Diagnostics).Where(one => one.Severity == Severity.Error).ToList();
        foreach (var fault in faults)
            Console.WriteLine(fault);
        return faults.Count == 0;
    }

    private static (List<string> Told, bool Running) RunAndKill(string program, string folder, string[] arguments, string? input, int after)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var lines = new List<string>();
        var reader = Task.Run(() =>
        {
            while (process.StandardOutput.ReadLine() is { } line)
                lines.Add(line);
        });
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var running = !process.WaitForExit(after);
        if (running)
            process.Kill();
        process.WaitForExit();
        reader.Wait();
        return ([.. lines.Where(line => IsDone(arguments[0], line))], running);
    }

    private static string Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    private static void Remove(string folder)
    {
        if (folder.Length > 0)
            Directory.Delete(folder, recursive: true);
    }
}
