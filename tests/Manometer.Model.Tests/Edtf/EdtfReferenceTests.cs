using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Model.Tests;

/// <summary>All strings of unt-libraries/edtf-validate (BSD 3-clause), read from the reference data beside the checkout.</summary>
public class EdtfReferenceTests
{
    [Theory]
    [InlineData("edtf-validate-levels.json", "valid_level0_all", 0, 21)]
    [InlineData("edtf-validate-levels.json", "valid_level1_all", 1, 64)]
    [InlineData("edtf-validate-levels.json", "valid_level2_all", 2, 121)]
    [InlineData("edtf-validate-intervals-and-invalid.json", "L0_Intervals", 0, 12)]
    [InlineData("edtf-validate-intervals-and-invalid.json", "L1_Intervals", 1, 38)]
    [InlineData("edtf-validate-intervals-and-invalid.json", "L2_Intervals", 2, 51)]
    public void Valid_strings_are_read_at_their_level_and_printed_so_that_they_are_read_again(string file, string list, int level, int count)
    {
        var strings = Strings(file, list);

        Assert.Equal(count, strings.Count);
        foreach (var text in strings)
        {
            Assert.True(Edtf.TryParse(text, out var date, out var fault), $"{text}: {fault}");
            Assert.True(date.Level <= level, $"{text}: level {date.Level}");
            Assert.Equal(date, Edtf.Parse(date.ToString()));
        }
    }

    [Theory]
    [InlineData("invalid_edtf_dates", 26)]
    [InlineData("invalid_edtf_intervals", 18)]
    [InlineData("invalid_edtf_datetimes", 12)]
    public void Invalid_strings_are_refused_with_a_reason(string list, int count)
    {
        var strings = Strings("edtf-validate-intervals-and-invalid.json", list);

        Assert.Equal(count, strings.Count);
        foreach (var text in strings)
        {
            Assert.False(Edtf.TryParse(text, out _, out var fault), text);
            Assert.False(string.IsNullOrEmpty(fault.Reason), text);
        }
    }

    private static List<string> Strings(string file, string list)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Repository.Reference("data", "coding", "edtf", file)));
        return [.. json.RootElement.GetProperty(list).EnumerateArray().Select(item => item.GetString()!)];
    }
}
