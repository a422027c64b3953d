namespace Manometer.Model;

/// <summary>The Admiralty code (NATO STANAG 2511): reliability of a source, credibility of what it says.</summary>
public static class Admiralty
{
    /// <summary>How far a source has been right before; nothing about the present claim.</summary>
    public enum Reliability
    {
        /// <summary>Completely reliable.</summary>
        A,

        /// <summary>Usually reliable.</summary>
        B,

        /// <summary>Fairly reliable.</summary>
        C,

        /// <summary>Not usually reliable.</summary>
        D,

        /// <summary>Unreliable.</summary>
        E,

        /// <summary>Reliability cannot be judged; not the worst grade, but no grade.</summary>
        F,
    }

    /// <summary>The words of a reliability grade: <c>C</c> is "fairly reliable".</summary>
    public static string Describe(Reliability reliability) => reliability switch
    {
        Reliability.A => "completely reliable",
        Reliability.B => "usually reliable",
        Reliability.C => "fairly reliable",
        Reliability.D => "not usually reliable",
        Reliability.E => "unreliable",
        _ => "reliability cannot be judged",
    };

    /// <summary>The words of a credibility digit: 2 is "probably true".</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="credibility"/> is outside 1..6.</exception>
    public static string DescribeCredibility(int credibility) => credibility switch
    {
        1 => "confirmed by other sources",
        2 => "probably true",
        3 => "possibly true",
        4 => "doubtful",
        5 => "improbable",
        6 => "truth cannot be judged",
        _ => throw new ArgumentOutOfRangeException(nameof(credibility), credibility, "credibility is 1 to 6"),
    };
}
