using SmtpInspector.Terminal.Input;

namespace SmtpInspector.Tests.Terminal.Input;

public class KeyNameTests
{
    [Theory]
    [InlineData("Ctrl-A")]
    [InlineData("Alt-1")]
    [InlineData("Ctrl-Alt-Shift-F12")]
    [InlineData("PgUp")]
    [InlineData("Esc")]
    [InlineData("Space")]
    [InlineData("-")]
    [InlineData("Ctrl--")]
    [InlineData("é")]
    [InlineData("?")]
    public void A_name_that_is_read_is_written_the_same(string name)
    {
        Assert.True(KeyName.TryParse(name, out var key));
        Assert.Equal(name, key.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ctrl-")]
    [InlineData("Nonsense")]
    [InlineData("12")]
    [InlineData("Character")]
    public void What_names_no_key_is_refused(string name) => Assert.False(KeyName.TryParse(name, out _));
}
