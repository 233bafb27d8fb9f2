using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Tests.Domain.Supervision;

public sealed class EscalationLadderTests
{
    private static readonly DateOnly AsOf = new(2017, 9, 30);

    [Fact]
    public void The_demo_year_has_exactly_the_23_cases_with_their_steps_replies_and_closing_days()
    {
        var found = Demo.File2017.Projects
            .SelectMany(p => EscalationLadder.CasesOf(p, AsOf, ProgrammeYear.Default, Demo.Calendar).Select(c => Line(p.Project.Code, c)))
            .Order(StringComparer.Ordinal);
        var golden = Demo.Json.GetProperty("escalations").EnumerateArray().Select(Line).Order(StringComparer.Ordinal);
        Assert.Equal(golden, found);
    }

    [Fact]
    public void The_answer_to_a_letter_is_due_five_workdays_after_it()
    {
        foreach (var step in Demo.Json.GetProperty("escalations").EnumerateArray().SelectMany(e => e.GetProperty("steps").EnumerateArray()).Where(s => s.GetProperty("level").GetInt32() == 2))
        {
            Assert.Equal(step.GetProperty("replyDueOn").GetString(), Iso(Demo.Calendar.AddWorkdays(DateOnly.Parse(step.GetProperty("on").GetString()!), ProgrammeYear.Default.ReplyWd)));
        }
    }

    private static string Line(System.Text.Json.JsonElement e)
    {
        var steps = e.GetProperty("steps").EnumerateArray().Select(s => $"L{s.GetProperty("level").GetInt32()} {s.GetProperty("on").GetString()}" + (s.TryGetProperty("replyDueOn", out var due) ? $" reply {due.GetString()} {s.GetProperty("repliedOn").GetString()}" : ""));
        return $"{e.GetProperty("code").GetString()} {e.GetProperty("cause").GetString()} {e.GetProperty("target").GetString()} closed {e.GetProperty("closedOn").GetString()}: {string.Join(", ", steps)}";
    }

    private static string Line(string code, EscalationCase c)
    {
        var steps = c.Steps.Select(s => $"L{(int)s.Level} {Iso(s.On)}" + (s.Level == EscalationLevel.ReminderLetter ? $" reply {Iso(s.ReplyDueOn)} {Iso(s.RepliedOn)}" : ""));
        return $"{code} {c.Cause} {c.Target} closed {Iso(c.ClosedOn)}: {string.Join(", ", steps)}";
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd");
}
