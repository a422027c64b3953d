using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Benchmarks;

/// <summary>The custody log against its bars: processes killed while they write, bits flipped, many items verified.</summary>
internal static class CustodyGate
{
    private const string Tool = "Manometer bench";
    private const int KillsACase = 50;

    /// <summary>Kills a process that writes a log, many times, and looks after each kill for every record it had acknowledged.</summary>
    public static int Crash(int kills)
    {
        var chance = new Random(1);
        var (lost, unreadable, acknowledged, torn, running) = (0, 0, 0, 0, 0);
        var folder = "";
        var known = new Dictionary<int, string>();
        for (var kill = 0; kill < kills; kill++)
        {
            if (kill % KillsACase == 0)
            {
                Remove(folder);
                folder = Directory.CreateTempSubdirectory("manometer-crash-").FullName;
                Begin(folder);
                known.Clear();
            }

            var before = known.Count;
            var ended = RunAndKill(folder, chance.Next(4) == 0 ? -chance.Next(1, 200) : chance.Next(0, 40), known);
            acknowledged += known.Count - before;
            running += ended ? 0 : 1;
            var opening = CustodyLog.Open(folder, Tool, TimeProvider.System, RandomNumberGenerator.Create());
            if (opening.Log is null)
            {
                unreadable++;
                Console.WriteLine(string.Join('\n', opening.Diagnostics));
                return 1;
            }

            torn += opening.Diagnostics.Count;
            using (opening.Log)
            {
                lost += known.Count(one => one.Key > opening.Log.Records.Count || opening.Log.Records[one.Key - 1].Hash != one.Value);
                opening.Log.Record(new CustodyEntry(CustodyAct.Edit, "bench", "what the killed process had written to a table"));
            }

            if (kill % 10 == 9 && CustodyCheck.Verify(folder) is { HasErrors: true } report)
            {
                unreadable++;
                Console.WriteLine(string.Join('\n', report.Diagnostics.Where(one => one.Severity == Severity.Error)));
            }
        }

        Remove(folder);
        Console.WriteLine("| kills | of them while it ran | records acknowledged | lost | unfinished lines mended | cases that did not open or verify |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kills:#,0} | {running:#,0} | {acknowledged:#,0} | {lost} | {torn} | {unreadable} |"));
        if (acknowledged < kills)
            Console.Error.WriteLine("Too few records were acknowledged for this to show anything: was the program started by its own executable?");
        return lost + unreadable == 0 && acknowledged >= kills ? 0 : 1;
    }

    /// <summary>The process that is killed: edits, captures and redacts for longer than it is left alive, and prints each record once it is acknowledged.</summary>
    public static int CrashChild(string folder)
    {
        using var salts = RandomNumberGenerator.Create();
        for (var i = 0; i < 200; i++) // an end, should the one who kills be killed itself
        {
            if (CustodyLog.Open(folder, Tool, TimeProvider.System, salts).Log is not { } log)
                return 1;
            using (log)
                for (var j = 0; j < 6; j++)
                {
                    AtomicFile.Write(Path.Combine(folder, "reports.csv"), Encoding.UTF8.GetBytes($"id,source,published,title,url\nr-1,gazette,2021-10,turn {i} {j} {log.Records.Count},none seen\n"));
                    Tell(log.Record(new CustodyEntry(CustodyAct.Edit, "child", "edit")));
                    Tell(log.Append(new CustodyEntry(CustodyAct.Capture, "child") { Outputs = [new CustodyItem(CustodyItem.Capture, $"captures/{i}.txt", new string('a', 64))] }));
                    if (j == 5)
                        Tell(log.Redact(log.DetailsWith($"turn {i} 0"), "child", "redact"));
                }
        }

        return 0;

        static void Tell(CustodyRecord? record)
        {
            if (record is null)
                return;
            Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{record.Sequence} {record.Hash}\n"));
            Console.Out.Flush();
        }
    }

    /// <summary>Flips one bit in one file of a case, many times, and counts how often verify says so.</summary>
    public static int Flips(int trials)
    {
        var folder = Directory.CreateTempSubdirectory("manometer-flips-").FullName;
        Begin(folder);
        Capture(folder, 3);
        var files = Files(folder);
        var chance = new Random(2);
        var clean = CustodyCheck.Verify(Memory(files), "case").Diagnostics.Count;
        var found = 0;
        var places = files.SelectMany(file => Enumerable.Repeat(file.Key, file.Value.Length)).ToArray(); // each byte as likely as another
        for (var i = 0; i < trials; i++)
        {
            var path = places[chance.Next(places.Length)];
            var bytes = files[path].ToArray();
            bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
            if (CustodyCheck.Verify(Memory(files).Add(path, bytes), "case").Diagnostics.Count > 0)
                found++;
        }

        Remove(folder);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found:#,0} of {trials:#,0} flipped bits found in {files.Count} files of {places.Length:#,0} bytes; {clean} faults without a flip"));
        return found == trials && clean == 0 ? 0 : 1;
    }

    /// <summary>Times the verification of a case with many captures, each with a record of its own.</summary>
    public static int Items(int count)
    {
        var folder = Directory.CreateTempSubdirectory("manometer-items-").FullName;
        Begin(folder);
        var watch = Stopwatch.StartNew();
        Capture(folder, count);
        var written = watch.Elapsed;
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            watch.Restart();
            var report = CustodyCheck.Verify(folder);
            times.Add(watch.Elapsed.TotalSeconds);
            if (report.Diagnostics.Count > 0 || report.CapturesCompared != count || report.Reports.Count != count)
                return 1;
        }

        Remove(folder);
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} captures and records: written in {written.TotalSeconds:0.0} s, each record on the disk; verified in {times[2]:0.00} s (median of 5, {times[0]:0.00} to {times[4]:0.00})"));
        return 0;
    }

    // minus: that many milliseconds from the start, in which it may not have begun; else from its first record
    private static bool RunAndKill(string folder, int after, Dictionary<int, string> known)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["custody-crash-child", folder]) { RedirectStandardOutput = true })!;
        var lines = new List<string>();
        using var first = new ManualResetEventSlim();
        var reader = Task.Run(() =>
        {
            while (child.StandardOutput.ReadLine() is { } line)
            {
                lines.Add(line);
                first.Set();
            }
        });
        if (after >= 0)
            first.Wait(TimeSpan.FromSeconds(60));
        Thread.Sleep(Math.Abs(after));
        var ended = child.HasExited;
        child.Kill();
        child.WaitForExit();
        reader.Wait();
        foreach (var parts in lines.Select(line => line.Split(' ')).Where(parts => parts is [_, { Length: 64 }]))
            known[int.Parse(parts[0], CultureInfo.InvariantCulture)] = parts[1];
        return ended;
    }

    private static void Begin(string folder)
    {
        AtomicFile.Write(Path.Combine(folder, "case.yaml"), "title: Ruritania\nquestion: Are the sanctions on Ruritania working?\ntarget: {country: XR, name: Ruritania}\nperiod: 2021-01/2022-12\n"u8);
        AtomicFile.Write(Path.Combine(folder, "sources.csv"), "id,name,kind,reliability,language,url\ngazette,Gazette,outlet,C,en,none seen\n"u8);
        AtomicFile.Write(Path.Combine(folder, "reports.csv"), "id,source,published,title,url\nr-1,gazette,2021-10,Tarde falls,gazette.example/1\n"u8);
        Record(folder);
    }

    private static void Capture(string folder, int count)
    {
        var reports = new StringBuilder("id,source,published,title,url,captured,sha256\n");
        using (var salts = RandomNumberGenerator.Create())
        using (var log = CustodyLog.Open(folder, Tool, TimeProvider.System, salts).Log!)
            for (var i = 0; i < count; i++)
            {
                var text = Encoding.UTF8.GetBytes($"Report {i}: tarde fell.\n" + new string('x', 2_000));
                var hash = Convert.ToHexStringLower(SHA256.HashData(text));
                Directory.CreateDirectory(Path.Combine(folder, "captures"));
                File.WriteAllBytes(Path.Combine(folder, "captures", hash + ".txt"), text);
                log.Append(new CustodyEntry(CustodyAct.Capture, "bench") { Outputs = [new CustodyItem(CustodyItem.Capture, $"captures/{hash}.txt", hash)] });
                reports.Append(CultureInfo.InvariantCulture, $"r-{i},gazette,2021-10,Report {i},gazette.example/{i},2021-10-05,{hash}\n");
            }

        AtomicFile.Write(Path.Combine(folder, "reports.csv"), Encoding.UTF8.GetBytes(reports.ToString()));
        Record(folder);
    }

    private static void Record(string folder)
    {
        using var salts = RandomNumberGenerator.Create();
        using var log = CustodyLog.Open(folder, Tool, TimeProvider.System, salts).Log!;
        log.Record(new CustodyEntry(CustodyAct.Edit, "bench"));
    }

    private static Dictionary<string, byte[]> Files(string folder)
    {
        var files = new DiskCaseFiles(folder);
        return files.List().ToDictionary(path => path, files.Read, StringComparer.Ordinal);
    }

    private static MemoryCaseFiles Memory(Dictionary<string, byte[]> files)
    {
        var memory = new MemoryCaseFiles();
        foreach (var (path, bytes) in files)
            memory.Add(path, bytes);
        return memory;
    }

    private static void Remove(string folder)
    {
        if (folder.Length > 0)
            Directory.Delete(folder, recursive: true);
    }
}
