namespace Manometer.Cases;

/// <summary>A value of a YAML document with the place it stands at.</summary>
internal abstract record YamlNode(int Line, int Column)
{
    internal sealed record Scalar(string Value, int Line, int Column) : YamlNode(Line, Column);

    internal sealed record List(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);

    /// <summary>Fields in order of the file; of two fields of one name the first counts.</summary>
    internal sealed record Map(IReadOnlyList<(Scalar Key, YamlNode Value)> Fields, int Line, int Column) : YamlNode(Line, Column)
    {
        public YamlNode? this[string key]
        {
            get
            {
                foreach (var (name, value) in Fields)
                    if (name.Value == key)
                        return value;
                return null;
            }
        }
    }
}
