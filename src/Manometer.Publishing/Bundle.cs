namespace Manometer.Publishing;

/// <summary>Script and style sheet of the page, built from <c>web/</c> and carried in this assembly.</summary>
internal static class Bundle
{
    private static readonly Lazy<string> LazyScript = new(() => Read("report.js"));
    private static readonly Lazy<string> LazyStyle = new(() => Read("report.css"));

    public static string Script => LazyScript.Value;

    public static string Style => LazyStyle.Value;

    private static string Read(string name)
    {
        using var stream = typeof(Bundle).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the build did not put {name} into {typeof(Bundle).Assembly.GetName().Name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
