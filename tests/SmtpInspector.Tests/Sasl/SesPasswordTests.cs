using SmtpInspector.Protocol.Sasl;

namespace SmtpInspector.Tests.Sasl;

public class SesPasswordTests
{
    [Theory]
    [InlineData("some+secret+key", "eu-central-1", "BMXhUYlu5Z3gSXVQORxlVa7XPaz91aGWdfHxvkOZdWZ2")]
    [InlineData("some+secret+key", "us-west-1", "BH+jbMzper5WwlwUar9E1ySBqHa9whi0GPo+sJ0mVYJj")]
    public void The_password_is_derived_from_key_and_region(string secret, string region, string password) =>
        Assert.Equal(password, SesPassword.Derive(secret, region));
}
