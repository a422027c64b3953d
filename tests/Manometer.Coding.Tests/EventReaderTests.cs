namespace Manometer.Coding.Tests;

public class EventReaderTests
{
    [Theory]
    [InlineData("Ruritania agreed to lift the ban on grain.", EventType.Agree, QuadClass.VerbalCooperation)]
    [InlineData("Ruritania threatened to arrest the envoy.", EventType.Threaten, QuadClass.VerbalConflict)]
    [InlineData("Police in Zenda arrested the envoy.", EventType.Coerce, QuadClass.MaterialConflict)]
    [InlineData("Doctors sent medicine to Zenda.", EventType.Aid, QuadClass.MaterialCooperation)]
    [InlineData("The sun shone on Zenda.", EventType.None, QuadClass.None)]
    public void What_is_said_decides_over_what_it_is_about(string sentence, EventType type, QuadClass quad)
    {
        var found = new EventReader().TypeOf(sentence);

        Assert.Equal((type, quad), (found, EventReader.ClassOf(found)));
    }
}
