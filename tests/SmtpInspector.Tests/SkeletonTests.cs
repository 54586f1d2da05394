using FsCheck.Xunit;

namespace SmtpInspector.Tests;

public class SkeletonTests
{
    [Property]
    public bool It_runs(byte[] bytes) => bytes.Length >= 0;
}
