using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Manometer.Model;

/// <summary>The canonical text of a claim, and its hash: what is fixed before the outcome is known.</summary>
/// <remarks>
/// One line a field, <c>name: value</c>, in the order below, line feeds, UTF-8, white space within a value folded to single spaces; a field that is empty has no line. It holds who said what when, by when
/// and how it is resolved; not the outcome, its basis, or notes. The first line names the version. Anybody can compute it: <c>sha256sum</c> of the text.
/// </remarks>
public static class ClaimText
{
    /// <summary>The text.</summary>
    public static string Of(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var text = new StringBuilder("manometer-claim: 1\n");
        Line("id", forecast.Id);
        Line("who", forecast.Who);
        Line("made_on", forecast.MadeOn.ToString());
        Line("claim", forecast.Claim);
        Line("effect", Word.Of(forecast.Effect));
        Line("kind", Word.Of(forecast.Kind));
        Line("asserts", forecast.Asserts == ForecastStance.Neither ? null : Word.Of(forecast.Asserts));
        Line("question", forecast.Question);
        Line("horizon", forecast.Horizon);
        Line("criterion", forecast.Criterion);
        Line("probability", Number(forecast.Probability));
        Line("words", forecast.Words);
        Line("predicted", Number(forecast.Predicted));
        Line("before", Number(forecast.Before));
        Line("scale", Number(forecast.Scale));
        Line("unit", forecast.Unit);
        Line("start", forecast.Start?.ToString());
        Line("months_low", Number(forecast.MonthsLow));
        Line("months_high", Number(forecast.MonthsHigh));
        Line("url", forecast.Url);
        return text.ToString();

        void Line(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                text.Append(name).Append(": ").AppendJoin(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Append('\n');
        }
    }

    /// <summary>SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(Forecast forecast) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(forecast))));

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
