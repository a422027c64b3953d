using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Manometer.Publishing;

/// <summary>All the services the renderer is given: an encoder that leaves letters of all scripts as they are.</summary>
internal sealed class EmptyServices : IServiceProvider
{
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    public object? GetService(Type serviceType) => serviceType == typeof(HtmlEncoder) ? Letters : null;
}
