using System.Globalization;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>
/// Reads the field <c>server</c>: a profile's name, then in any order <c>implicit</c>, <c>starttls</c> or <c>manual</c>,
/// <c>idle=SECONDS</c>, <c>trusting</c>, <c>unstuffed</c>, and <c>fault=NAME</c> as <c>serve --fault</c> takes it; and the fields <c>prepare</c> behind it.
/// </summary>
static class ServerReader
{
    /// <summary>The server with one more field.</summary>
    public static LessonServer Take(LessonServer? server, LessonField field)
    {
        if (field.Name == "server")
        {
            return Read(field);
        }

        return server is null
            ? throw new LessonException(field.Line, 1, "prepare stands behind the server it is said to.")
            : server with { Prepare = [.. server.Prepare, LessonFacts.Fill(field.Value, server)] };
    }

    static LessonServer Read(LessonField field)
    {
        var words = field.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var name, .. var rest] || !PracticeSetup.TryParse(name, [], out var setup, out _))
        {
            throw field.Wrong($"a server is one of {string.Join(", ", PracticeProfiles.All.Select(profile => profile.Name))}.");
        }

        var server = new LessonServer(setup, LessonTls.Implicit, null, Trusting: false, Stuffing: true, []);
        return rest.Aggregate(server, (so, word) => With(so, word, field));
    }

    static LessonServer With(LessonServer server, string word, LessonField field) => word.Split('=', 2) switch
    {
        ["implicit"] => server with { Tls = LessonTls.Implicit },
        ["starttls"] => server with { Tls = LessonTls.StartTls },
        ["manual"] => server with { Tls = LessonTls.Manual },
        ["trusting"] => server with { Trusting = true },
        ["unstuffed"] => server with { Stuffing = false },
        ["idle", var seconds] when int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var idle) && idle > 0 =>
            server with { Idle = TimeSpan.FromSeconds(idle) },
        ["fault", var fault] => server with { Setup = WithFault(server.Setup, fault, field) },
        _ => throw field.Wrong(
            $"{word}: behind the server's name stand implicit, starttls or manual, idle=SECONDS, trusting, unstuffed and fault=NAME.",
            field.Value.IndexOf(word, StringComparison.Ordinal)),
    };

    static PracticeSetup WithFault(PracticeSetup setup, string fault, LessonField field) =>
        PracticeSetup.TryParse(setup.Profile.Name, [.. setup.Faults.Select(known => known.ToString()), fault], out var with, out var error)
            ? with
            : throw field.Wrong(error + ".", field.Value.IndexOf(fault, StringComparison.Ordinal));
}
