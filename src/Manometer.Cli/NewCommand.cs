using System.CommandLine;
using Manometer.Cases;
using Manometer.Coding;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>new DIR</c>: a small case that checks clean, to be looked at or changed into one's own; or an empty one about a country.</summary>
internal static class NewCommand
{
    public static Command Build()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder to make; it must be absent or empty" };
        var country = new Option<string?>("--country") { Description = "Begin an empty case about this country instead of the example: its ISO 3166-1 code of two letters. Needs --period", HelpName = "CC" };
        var period = new Option<string?>("--period") { Description = "The months under study of an empty case, such as 2002-01/2008-12", HelpName = "EDTF" };
        var who = new Option<string?>("--who") { Description = "Begin a custody log, in which this name answers for the case as it was made", HelpName = "NAME" };
        var command = new Command("new", "Make a case that checks clean: with an example row in every table, or an empty one about a country") { folder, country, period, who };
        command.Validators.Add(result =>
        {
            var (code, months) = (result.GetValue(country), result.GetValue(period));
            if (code is null != months is null)
                result.AddError(code is null ? "--period is for an empty case: say --country too." : "--country wants --period, the months under study, such as --period 2002-01/2008-12.");
            else if (code is not null && Country(code) is null)
                result.AddError($"--country: '{PrintableText.Line(code, 20)}' is no ISO 3166-1 code of a country, such as ZW.");
            else if (months is not null && Months(months) is null)
                result.AddError($"--period: '{PrintableText.Line(months, 40)}' is no interval with both ends, such as 2002-01/2008-12.");
        });
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(country) is { } code ? new NewCase(code.ToUpperInvariant(), Country(code)!, Months(parsed.GetValue(period)!)!.Value) : null, parsed.GetValue(who)));
        Examples.Teach(command, "Examples:", "./manometer new my-case && ./manometer check my-case", "./manometer new zimbabwe --country ZW --period 2002-01/2008-12");
        return command;
    }

    private static string? Country(string code) => BuiltInPlaces.Countries().GetValueOrDefault(code.ToUpperInvariant());

    private static Edtf? Months(string text) => Edtf.TryParse(text, out var period) && period is { FirstDay: not null, LastDay: not null } ? period : null;

    private static int Run(string folder, NewCase? about, string? who)
    {
        var diagnostics = CaseFolder.Create(folder, about);
        Faults.Print(diagnostics, Console.Error, Terminal.ErrorColour);
        if (diagnostics.Any(one => one.Severity == Severity.Error))
            return ExitCode.Faulty;
        if (who is not null && CustodyWriting.With(folder, who, log => log.Record(new CustodyEntry(CustodyAct.Edit, who, "the case as it was made")) is null ? ExitCode.Faulty : ExitCode.Done) is not ExitCode.Done and var code)
            return code;
        Console.Out.WriteLine(about is null
            ? $"Made {folder}: a case of a country that does not exist. Its README.md says what each table holds."
            : $"Made {folder}: an empty case about {about.Name}. Its README.md says what each table holds; case.yaml is yours to complete.");
        Console.Out.WriteLine(about is null ? $"next: ./manometer assess {folder}" : $"next: ./manometer add {folder} FILE --who NAME");
        return ExitCode.Done;
    }
}
