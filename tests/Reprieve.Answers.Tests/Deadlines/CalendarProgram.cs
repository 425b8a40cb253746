using System.Diagnostics;
using System.Text.Json;

namespace Reprieve.Answers.Tests.Deadlines;

/// <summary>Reads a calendar as another program does: Debian's python3-icalendar, which has nothing to do with our writer.</summary>
internal static class CalendarProgram
{
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import sys, json, icalendar
        found = []
        for event in icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk('VEVENT'):
            found.append({
                'uid': str(event['UID']),
                'summary': str(event['SUMMARY']),
                'description': str(event['DESCRIPTION']),
                'start': event.decoded('DTSTART').isoformat(),
                'end': event.decoded('DTEND').isoformat(),
                'alarms': [(event.decoded('DTSTART') + a.decoded('TRIGGER')).isoformat() for a in event.walk('VALARM')],
            })
        print(json.dumps(found))
        """;

    private static readonly Lazy<bool> IsThere = new(() =>
        File.Exists(Python) && Run(["-c", "import icalendar"], []).Code == 0
    );

    public static IReadOnlyList<CalendarEntry> Read(byte[] calendar)
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("REPRIEVE_FAST_TESTS") == "1",
            "REPRIEVE_FAST_TESTS=1 leaves the calendar program out."
        );
        Assert.SkipWhen(!IsThere.Value, "python3-icalendar is not installed; ./test.sh installs it.");
        (int code, string said, string faults) = Run(["-c", Script], calendar);
        code.ShouldBe(0, faults);
        return JsonSerializer.Deserialize<List<CalendarEntry>>(said, JsonSerializerOptions.Web)!;
    }

    private static (int Code, string Said, string Faults) Run(string[] arguments, byte[] input)
    {
        using Process program = Process.Start(
            new ProcessStartInfo(Python, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        program.StandardInput.BaseStream.Write(input);
        program.StandardInput.Close();
        Task<string> faults = program.StandardError.ReadToEndAsync();
        string said = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        return (program.ExitCode, said, faults.Result);
    }
}

/// <summary>An entry as the program read it; times in ISO form.</summary>
internal sealed record CalendarEntry(
    string Uid,
    string Summary,
    string Description,
    string Start,
    string End,
    IReadOnlyList<string> Alarms
);
