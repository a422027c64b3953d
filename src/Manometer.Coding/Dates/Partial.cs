namespace Manometer.Coding;

/// <summary>A date as told, before what was left out is filled in.</summary>
internal record struct Partial
{
    public PartialForm Form;
    public Grain Grain;
    public int Year;
    public int Month;
    public int Day;
    public int Index; // weekday, season, quarter, half or holiday
    public int Part; // 1 early, 2 middle, 3 late
    public bool Approximate;
    public When Fixed;
    public string? Value; // TIMEX3 where it is not that of the date
    public string? Time;

    public readonly bool LacksYear => Form is PartialForm.Calendar or PartialForm.PartOfYear or PartialForm.Nth or PartialForm.Holiday && Year == 0;

    public readonly bool IsTold => Form != PartialForm.None;

    public static Partial Of(When when) => new() { Form = when.IsKnown ? PartialForm.Fixed : PartialForm.None, Fixed = when, Grain = when.Grain };

    public static Partial Of(int year, int month, int day) => new() { Form = PartialForm.Calendar, Year = year, Month = month, Day = day, Grain = day > 0 ? Grain.Day : month > 0 ? Grain.Month : Grain.Year };
}
