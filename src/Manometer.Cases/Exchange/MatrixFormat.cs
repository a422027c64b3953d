namespace Manometer.Cases;

/// <summary>Open formats of evidence matrices.</summary>
public enum MatrixFormat
{
    /// <summary>The XML inside an ACHZ file, as ACH 2.0 writes and Burton's Open Source ACH reads: one analyst.</summary>
    Achz,

    /// <summary>The rows of Open Synthesis, as its database is dumped to JSON: any number of analysts.</summary>
    OpenSynthesis,
}
