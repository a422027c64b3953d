using System.Diagnostics;
using System.Text;
using Manometer.Coding;
using Manometer.Model;

namespace Manometer.Benchmarks.Coding;

/// <summary>Garbled sentences and hostile lines for the reader of texts.</summary>
internal static class Fuzz
{
    private static readonly string[] Pieces =
    [
        "March", "3/2016:", "2016", "-", "/", ".", ",", "the", "last", "first", "of", "week", "two", "and", "a half", "percent", "%", "$", "1,000", "99999999999999999999", "from", "to", "between",
        "coal", "fell", "prices", "not", "may", "because", "sanctions", "\ud83d", "\udc00", "\u200f", "\u202e", "\ufeff", "\n", "\r\n\n", "\t", "\u5e74", "3\u6708", "\uc6d4", "'s", "\u2019ll", "n't", "Q", "1", "H2",
        "ago", "later", "before", "after", "until", "since", "early", "end", "fiscal", "e-3", "\u00bd", "1/2", "0000", "31", "30 February", "Year 9999", "century", "decades", "ten", "thousand", "million", "\u2022",
        "\u0000", "(", ")", "\"", "next", "Friday", "days", "May", "fall", "summer", "half", "quarter", "years", "more than", "less", "by", "9999", "day", "month", "kg", "per", "Easter", "noon", "a.m.", "10:35", "mid",
        "late", "this", "that", "weekend", "years later", "business", "rice", "rose", "mine", "closed", "denied", "will", "due to", "according to", "said",
    ];

    /// <summary>Faults among so many garbled sentences, and the worst ratio of the time of 2 MB to that of 1 MB on one line.</summary>
    public static (int Faults, double Twice) Run(int sentences)
    {
        var random = new Lcg(20180705);
        var dates = new DateReader();
        var quantities = new QuantityReader();
        var coder = new Coder([], new CoderOptions { Threshold = 0 });
        var faults = 0;
        var text = new StringBuilder();
        for (var i = 0; i < sentences; i++)
        {
            text.Clear();
            for (var n = random.Next(40); n > 0; n--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
                if (random.Next(3) > 0)
                    text.Append(' ');
            }

            if (!Reads(text.ToString(), dates, quantities, coder) && faults++ < 20)
                Console.Error.WriteLine("fault: " + text.Replace('\n', '|'));
        }

        var worst = 0.0;
        foreach (var piece in (string[])["1", "a", "may ", "1/1/", "from 1 to ", "one hundred and ", "coal prices fell not ", "\u202e\ud800", "2016-", "1,000,", "the end of ", "more than 2 and "])
        {
            double Time(int length)
            {
                var line = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
                var best = double.MaxValue;
                for (var run = 0; run < 3; run++)
                {
                    var before = Process.GetCurrentProcess().TotalProcessorTime;
                    coder.Code(new ReportText("r", null, null, null, line));
                    best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
                }

                return Math.Max(best, 1);
            }

            worst = Math.Max(worst, Time(2_000_000) / Time(1_000_000));
        }

        return (faults, worst);
    }

    private static bool Reads(string text, DateReader dates, QuantityReader quantities, Coder coder)
    {
        try
        {
            var day = new DateOnly(2018, 7, 5);
            return dates.Read(text, day).All(mention => mention.Edtf is null || Edtf.TryParse(mention.Edtf, out _))
                && quantities.Read(text).All(mention => !double.IsNaN(mention.Value))
                && coder.Code(new ReportText("r", null, day, null, text)).All(proposal => text[proposal.Start..proposal.End] == proposal.Quote);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Console.Error.WriteLine(fault);
            return false;
        }
    }

    // Numerical Recipes' quick generator: any order of pieces will do, as long as it is the same each time
    private sealed class Lcg(uint seed)
    {
        private uint _state = seed;

        public int Next(int below)
        {
            _state = unchecked(1664525 * _state + 1013904223);
            return (int)(((ulong)_state * (ulong)below) >> 32);
        }
    }
}
