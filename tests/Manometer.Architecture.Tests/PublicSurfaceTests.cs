using Manometer.Testing;
using PublicApiGenerator;

namespace Manometer.Architecture.Tests;

/// <summary>The public surface of each library changes on purpose: the diff of the golden file is read before it is kept.</summary>
public class PublicSurfaceTests
{
    [Theory]
    [InlineData("Model")]
    [InlineData("Statistics")]
    [InlineData("Coding")]
    [InlineData("Inference")]
    [InlineData("Cases")]
    [InlineData("Assessment")]
    [InlineData("Publishing")]
    public void The_public_surface_is_the_one_agreed_on(string room)
    {
        var surface = System.Reflection.Assembly.Load("Manometer." + room).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });

        Golden.Matches($"Manometer.{room}.api.txt", surface + "\n");
    }
}
