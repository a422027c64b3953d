namespace Manometer.Cases;

/// <summary>Where a cell stands.</summary>
internal readonly record struct CellMark(SourceText Source, int Position, int Length);
