using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

public class CommandTests
{
    public static TheoryData<string> Commands() => [.. CommandLine.Build().Subcommands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_help_of_each_command_shows_an_example(string command)
    {
        var result = ManometerProcess.Run(command, "--help");

        Assert.Equal(0, result.Code);
        Assert.Matches(@"Examples?:\n(  .*\n)*.*manometer " + command, result.Output);
    }

    [Theory]
    [InlineData("asess")]
    [InlineData("assess")]
    [InlineData("assess", "case", "--as-of", "2018")]
    [InlineData("check", "case", "--nonsense")]
    public void A_wrong_command_line_ends_with_code_2_and_points_to_help(params string[] arguments)
    {
        var result = ManometerProcess.Run(arguments);

        Assert.Equal(2, result.Code);
        Assert.Empty(result.Output);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_command_suggests_the_nearest_one() =>
        Assert.Equal("manometer: there is no command 'asess'; did you mean 'assess'?\nTry: ./manometer --help\n", ManometerProcess.Run("asess", "cases/starter").Error);

    [Theory]
    [InlineData("did you mean '--as-of'?", "assess", "cases/starter", "--asof", "2020-01-01")]
    [InlineData("a day of the calendar", "assess", "cases/starter", "--as-of", "2019-02-30")]
    [InlineData("ends on 2018-06-30", "assess", "cases/starter", "--as-of", "2018-06")]
    [InlineData("is the case itself", "assess", "cases/starter", "--out", "cases/starter/")]
    [InlineData("is a file", "assess", "cases/starter", "--out", "README.md")]
    public void A_wrong_option_is_answered_with_the_right_one(string words, params string[] arguments)
    {
        var result = ManometerProcess.RunIn(Repository.Root, arguments);

        Assert.Equal(2, result.Code);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_is_a_word_too() => Assert.Equal(ManometerProcess.Run("assess", "--help").Output, ManometerProcess.Run("help", "assess").Output);

    [Fact]
    public void A_query_stopped_by_the_user_ends_with_code_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent by a POSIX shell");

        using var folder = new TemporaryFolder();
        ManometerProcess.RunIn(folder.Path, "new", "mine");

        // the second job sees to it that a query that is not stopped fails the test instead of running for ever
        var result = ManometerProcess.Shell(folder.Path, "set -m; ./manometer query mine 'select count(*) from range(1000000000) a, range(1000000000) b where a.range * b.range = 7' & (sleep 60; kill -KILL $!) >/dev/null 2>&1 & sleep 4; kill -INT %1; wait %1; echo $?");

        Assert.Contains("130", result.Output, StringComparison.Ordinal);
        Assert.Contains("stopped", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Completion_knows_commands_and_options()
    {
        Assert.Equal("assess\n", ManometerProcess.Run("[suggest:3]", "ass").Output);
        Assert.Contains("--as-of\n", ManometerProcess.Run("[suggest:9]", "assess --").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_case_checks_clean_and_is_assessed()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "new", "mine").Code);
        var check = ManometerProcess.RunIn(folder.Path, "check", "mine");
        Assert.Equal(0, check.Code);
        Assert.StartsWith("mine: no faults", check.Output, StringComparison.Ordinal);
        var assess = ManometerProcess.RunIn(folder.Path, "assess", "mine");
        Assert.Equal(0, assess.Code);
        Assert.Contains(Path.Combine("mine", ".manometer", "report", "index.html"), assess.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.Path, "mine", ".manometer", "report", "assessment.json")));
    }

    [Theory]
    [InlineData("ZW", "2002-01/2008-12", "Zimbabwe 2002-2008")]
    [InlineData("ci", "2010", "Ivory Coast 2010")]
    public void An_empty_case_about_a_country_checks_clean_and_is_assessed(string country, string period, string title)
    {
        using var folder = new TemporaryFolder();

        var made = ManometerProcess.RunIn(folder.Path, "new", "mine", "--country", country, "--period", period);

        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Contains($"title: {title}\n", File.ReadAllText(Path.Combine(folder.Path, "mine", "case.yaml")), StringComparison.Ordinal);
        Assert.StartsWith("mine: no faults in 0 observations, 0 reports", ManometerProcess.RunIn(folder.Path, "check", "mine").Output, StringComparison.Ordinal);
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "assess", "mine").Code);
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "describe", "mine").Code);
    }

    [Theory]
    [InlineData("--country wants --period", "--country", "ZW")]
    [InlineData("say --country too", "--period", "2002")]
    [InlineData("no ISO 3166-1 code", "--country", "Zimbabwe", "--period", "2002")]
    [InlineData("no interval with both ends", "--country", "ZW", "--period", "2002/..")]
    public void What_an_empty_case_lacks_is_told_and_nothing_is_made(string why, params string[] options)
    {
        using var folder = new TemporaryFolder();

        var made = ManometerProcess.RunIn(folder.Path, ["new", "mine", .. options]);

        Assert.NotEqual(0, made.Code);
        Assert.Contains(why, made.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "mine")));
    }

    [Fact]
    public void A_series_whose_file_is_gone_is_left_out_of_the_description_and_told()
    {
        using var folder = new TemporaryFolder();
        ManometerProcess.RunIn(folder.Path, "new", "mine");
        File.Delete(Path.Combine(folder.Path, "mine", "series", "bread-price-zenda.csv"));
        File.Delete(Path.Combine(folder.Path, "mine", "rivals.csv"));
        Assert.Contains("let ./manometer describe mine leave it out", ManometerProcess.RunIn(folder.Path, "check", "mine").Output, StringComparison.Ordinal);

        var described = ManometerProcess.RunIn(folder.Path, "describe", "mine");

        Assert.Equal(0, described.Code);
        Assert.Contains("Left out of it: series/bread-price-zenda.csv", described.Output, StringComparison.Ordinal);
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "check", "mine").Code);
    }

    [Fact]
    public void Json_goes_alone_to_standard_output_and_writes_no_file()
    {
        using var folder = new TemporaryFolder();
        ManometerProcess.RunIn(folder.Path, "new", "mine");

        var result = ManometerProcess.RunIn(folder.Path, "assess", "mine", "--json");

        using var document = JsonDocument.Parse(result.Output);
        Assert.True(document.RootElement.TryGetProperty("tally", out _));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "mine", ".manometer")));
    }

    [Fact]
    public void The_same_case_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        ManometerProcess.RunIn(folder.Path, "new", "mine");
        ManometerProcess.RunIn(folder.Path, "assess", "mine", "--out", "one");
        ManometerProcess.RunIn(folder.Path, "assess", "mine", "--out", "two");

        foreach (var file in new[] { "index.html", "assessment.json" })
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder.Path, "one", file)), File.ReadAllBytes(Path.Combine(folder.Path, "two", file)));
    }

    [Fact]
    public void Check_prints_its_faults_as_json_when_asked()
    {
        using var folder = new TemporaryFolder();
        ManometerProcess.RunIn(folder.Path, "new", "mine");
        File.AppendAllText(Path.Combine(folder.Path, "mine", "observations.csv"), "broken,row\n");

        var result = ManometerProcess.RunIn(folder.Path, "check", "mine", "--json");

        using var document = JsonDocument.Parse(result.Output);
        Assert.Equal(1, result.Code);
        Assert.True(document.RootElement.GetProperty("errors").GetInt32() > 0);
        Assert.Equal("observations.csv", document.RootElement.GetProperty("diagnostics")[0].GetProperty("file").GetString());
    }
}
