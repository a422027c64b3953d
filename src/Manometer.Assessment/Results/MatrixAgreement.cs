namespace Manometer.Assessment;

/// <summary>One story over all analysts.</summary>
/// <param name="Hypothesis">Identifier of the story.</param>
/// <param name="Least">Least posterior of any analyst, at the middle of the ranges.</param>
/// <param name="Greatest">Greatest.</param>
public sealed record MatrixAgreement(string Hypothesis, double Least, double Greatest);
