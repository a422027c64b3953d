using Manometer.Publishing.Page;

namespace Manometer.Publishing.Tests;

public class AddressTests
{
    [Theory]
    [InlineData("https://www.example.org/a?b=1", "https://www.example.org/a?b=1")]
    [InlineData("example.org/2018/11/13", "https://example.org/2018/11/13")]
    [InlineData("www.un.example/s/res/2375-(2017)", "https://www.un.example/s/res/2375-(2017)")]
    [InlineData("example.org", "https://example.org/")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("example.com 2017/06/09 (para 26b)", null)]
    [InlineData("none seen", null)]
    [InlineData("3.5", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_what_is_an_address_on_the_web_can_be_followed(string? url, string? expected) => Assert.Equal(expected, Marks.Followable(url)?.AbsoluteUri);
}
