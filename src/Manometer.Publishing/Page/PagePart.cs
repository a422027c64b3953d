using Microsoft.AspNetCore.Components;

namespace Manometer.Publishing.Page;

/// <summary>A part of the page: it is handed the assessment and writes its own markup.</summary>
public abstract class PagePart : ComponentBase
{
    [CascadingParameter]
    internal PageModel Model { get; set; } = null!;
}
