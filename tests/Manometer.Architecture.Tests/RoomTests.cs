using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Manometer.Architecture.Tests;

/// <summary>Data flows one way through the rooms; a room may use the rooms named here and no others.</summary>
public class RoomTests
{
    private static readonly string[] Rooms = ["Model", "Statistics", "Capture", "Coding", "Inference", "Cases", "Assessment", "Publishing"];

    private static readonly ArchUnitNET.Domain.Architecture House = new ArchLoader().LoadAssemblies([.. Rooms.Select(Room)]).Build();

    [Theory]
    [InlineData("Model", "")]
    [InlineData("Statistics", "")]
    [InlineData("Capture", "Model")]
    [InlineData("Coding", "Model Statistics")] // Statistics: the agreement of reviewers
    [InlineData("Inference", "Model")]
    [InlineData("Cases", "Model")]
    [InlineData("Assessment", "Model Statistics")]
    [InlineData("Publishing", "Model Statistics Assessment")]
    public void A_room_uses_only_the_rooms_named_here(string room, string allowed)
    {
        foreach (var other in Rooms.Except([room, .. allowed.Split(' ')]))
            Assert.True(Keeps(room, other).HasNoViolations(House), $"Manometer.{room} uses Manometer.{other}");
    }

    [Fact] // a rule over no types passes: show that this one can fail
    public void The_rule_sees_a_use_that_is_there() => Assert.False(Keeps("Assessment", "Statistics").HasNoViolations(House));

    [Theory]
    [InlineData("Model")]
    [InlineData("Statistics")]
    [InlineData("Coding")]
    [InlineData("Assessment")]
    public void A_pure_room_uses_the_base_library_and_its_neighbours_only(string room)
    {
        var foreign = Room(room).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Manometer.", StringComparison.Ordinal));

        Assert.Empty(foreign);
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Statistics")]
    [InlineData("Coding")]
    [InlineData("Assessment")]
    [InlineData("Publishing")]
    public void Files_and_network_are_opened_in_no_room_but_those_at_the_ends(string room)
    {
        string[] banned = ["System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.Net.Http.HttpClient", "System.Net.Sockets.Socket", "System.Diagnostics.Process"];
        var users = House.Types
            .Where(type => type.Assembly.Name.StartsWith($"Manometer.{room}", StringComparison.Ordinal))
            .Where(type => type.Dependencies.Any(dependency => banned.Contains(dependency.Target.FullName)))
            .Select(type => type.FullName);

        Assert.Empty(users);
    }

    [Fact]
    public void The_network_is_asked_in_two_rooms_only()
    {
        var users = House.Types
            .Where(type => type.Dependencies.Any(dependency => dependency.Target.FullName is "System.Net.Http.HttpClient" or "System.Net.Sockets.Socket"))
            .Select(type => type.Assembly.Name.Split(',')[0])
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["Manometer.Capture", "Manometer.Inference"], users);
    }

    [Theory]
    [InlineData("Statistics")]
    public void Nobody_speaks_of_sanctions_in_the_statistics_room(string room)
    {
        string[] words = ["sanction", "embargo", "korea"];
        var folder = Manometer.Testing.Repository.Path("src", $"Manometer.{room}");
        var speakers = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => words.Any(word => File.ReadAllText(file).Contains(word, StringComparison.OrdinalIgnoreCase)));

        Assert.Empty(speakers);
    }

    [Fact]
    public void No_country_is_named_in_the_code()
    {
        string[] words = ["korea", "pyongyang", "dprk", "pyongan", "kim jong", "iran", "tehran", "russia", "moscow", "rouble"];
        var speakers = new[] { "src", Path.Combine("web", "src") }
            .Select(part => Manometer.Testing.Repository.Path(part))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".ts" or ".css" or ".yaml")
            .Where(file => words.Any(word => WithoutExamples(File.ReadAllText(file)).Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Select(file => Path.GetRelativePath(Manometer.Testing.Repository.Root, file));

        Assert.Empty(speakers);
    }

    // the help may show the built-in cases by their paths
    private static string WithoutExamples(string text) =>
        new[] { "cases/dprk-2016-2019", "cases/iran-2010-2020", "cases/russia-2012-2022" }.Aggregate(text, (rest, path) => rest.Replace(path, "", StringComparison.Ordinal));

    private static IArchRule Keeps(string room, string outOf) => Types().That().ResideInAssembly(Room(room))
        .Should().NotDependOnAny(Types().That().ResideInAssembly(Room(outOf)))
        .WithoutRequiringPositiveResults();

    private static System.Reflection.Assembly Room(string name) => System.Reflection.Assembly.Load("Manometer." + name);
}
