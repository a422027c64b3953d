namespace Manometer.Assessment;

/// <summary>A rival cause of the register that fell on the time of a row.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="When">When it acted, EDTF.</param>
/// <param name="Pressure">+1: it adds to the pressure; -1: it relieves; 0: not known.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Url">Address, or <c>none seen</c>.</param>
/// <param name="Verification">checked, general-knowledge or disputed.</param>
public sealed record ImpactRival(string Id, string Name, string When, int Pressure, string Summary, string Url, string Verification);
