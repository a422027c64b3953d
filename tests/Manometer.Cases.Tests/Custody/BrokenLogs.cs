using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>Makes the cases of the gallery whose custody is broken: the program writes a log, then one thing is changed.</summary>
internal static class BrokenLogs
{
    public static IReadOnlyList<string> Codes { get; } =
    [
        "MAN0801", "MAN0802", "MAN0803", "MAN0804", "MAN0805", "MAN0806", "MAN0807", "MAN0808", "MAN0809", "MAN0810", "MAN0812", "MAN0813", "MAN0814", "MAN0815", "MAN0816", "MAN0817",
        "MAN0820", "MAN0821", "MAN0822", "MAN0823", "MAN0824",
    ];

    public static Ledger Make(string code)
    {
        var ledger = new Ledger();
        if (code == "MAN0801")
            return ledger;
        var details = ledger.Record("taken over as it was")!.Outputs.Select(item => item.Detail!).ToList();
        Decide(ledger, "the gazette is taken as it stands");
        Decide(ledger, "no further sources this month");
        var log = ledger.PathOf("custody.jsonl");
        var detail = ledger.PathOf($"custody/{details[1]}.json"); // of reports.csv
        switch (code)
        {
            case "MAN0802":
                Lines(log, lines => lines[1] = lines[1].Replace("as it stands", "as if it stood", StringComparison.Ordinal));
                break;
            case "MAN0803":
                Lines(log, lines => lines.Insert(1, "decided by telephone"));
                break;
            case "MAN0804":
                Lines(log, lines => lines.RemoveAt(1));
                break;
            case "MAN0805":
                Lines(log, lines => lines.Add(lines[1]));
                break;
            case "MAN0806":
                Lines(log, lines => lines.RemoveAt(2));
                break;
            case "MAN0807":
                File.WriteAllText(ledger.PathOf("custody.head"), $"3 {new string('a', 64)}\n");
                break;
            case "MAN0808":
                File.Delete(ledger.PathOf("custody.head"));
                break;
            case "MAN0809":
                File.AppendAllText(log, "{\"seq\":4,\"at\":\"2026-03-");
                break;
            case "MAN0810":
                ledger.Clock.Now -= TimeSpan.FromDays(2);
                Decide(ledger, "written on a machine whose clock is wrong");
                break;
            case "MAN0812":
                ledger.Write("reports.csv", "id,source,published,title,url\nr-1,gazette,2021-11,Tarde falls,gazette.example/1\n");
                break;
            case "MAN0813":
                File.Delete(ledger.PathOf($"captures/{ledger.Capture("Tarde fell by a fifth.")}.txt"));
                break;
            case "MAN0814":
                File.WriteAllText(detail, File.ReadAllText(detail).Replace("2021-10", "2021-11", StringComparison.Ordinal));
                break;
            case "MAN0815":
                File.Delete(detail);
                break;
            case "MAN0816":
                ledger.Write($"custody/{new string('a', 64)}.json", "{\"salt\":\"00\",\"file\":\"reports.csv\",\"text\":\"\"}\n");
                break;
            case "MAN0817":
                var stored = File.ReadAllBytes(detail);
                using (var open = ledger.Open())
                    open.Redact([details[1]], "jd", "asked for by the source");
                File.WriteAllBytes(detail, stored);
                break;
            case "MAN0820":
                ledger.Write("custody/seals/3-letter.tst", "stamped by the notary, see the letter\n");
                break;
            case "MAN0821":
                Seal(ledger, new string('a', 64), ledger.Clock.Now);
                break;
            case "MAN0822":
                Seal(ledger, ledger.Verify().Records[^1].Hash, ledger.Clock.Now, broken: true);
                break;
            case "MAN0823":
                Seal(ledger, ledger.Verify().Records[^1].Hash, ledger.Clock.Now.AddMinutes(1));
                break;
            case "MAN0824":
                Seal(ledger, ledger.Verify().Records[^1].Hash, ledger.Clock.Now.AddHours(-3));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(code), code, "no such broken log");
        }

        return ledger;
    }

    private static void Seal(Ledger ledger, string hash, DateTimeOffset at, bool broken = false)
    {
        var token = TestAuthority.Token(hash, at);
        if (broken)
            token[^1] ^= 1; // the end of the signature
        Directory.CreateDirectory(ledger.PathOf("custody/seals"));
        File.WriteAllBytes(ledger.PathOf($"custody/seals/3-{hash[..12]}.tst"), token);
    }

    private static void Decide(Ledger ledger, string note)
    {
        ledger.Clock.Now += TimeSpan.FromHours(1);
        using var log = ledger.Open();
        log.Append(new CustodyEntry(CustodyAct.Decision, "jd", note));
    }

    private static void Lines(string path, Action<List<string>> change)
    {
        var lines = File.ReadAllLines(path).ToList();
        change(lines);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }
}
