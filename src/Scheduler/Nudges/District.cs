using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>What the offices of the district are told about, gathered in one pass over the units.</summary>
public sealed record District
{
    /// <summary>A list names at most so many; the rest stands in the ledger.</summary>
    public const int MostNamed = 8;

    /// <summary>Units that have handed in no declaration this year.</summary>
    public required IReadOnlyList<string> NotDeclared { get; init; }

    /// <summary>Projects that carry a light, with it.</summary>
    public required IReadOnlyList<(string Unit, string Project, Light Light)> Lights { get; init; }

    /// <summary>Open cases, with whose they are.</summary>
    public required IReadOnlyList<(ProjectSnapshot Project, EscalationCase Case)> Cases { get; init; }

    /// <summary>约谈建议 not yet decided.</summary>
    public required IReadOnlyList<(ProjectSnapshot Project, TalkProposal Talk)> Talks { get; init; }

    public int Count(Light light) => Lights.Count(l => l.Light == light);

    public static District Of(INudgeView view, IEnumerable<Unit> units, Slot slot)
    {
        List<string> notDeclared = [];
        List<(string, string, Light)> lights = [];
        List<(ProjectSnapshot, EscalationCase)> cases = [];
        List<(ProjectSnapshot, TalkProposal)> talks = [];
        var settings = view.SettingsOn(slot.Day);
        foreach (var unit in units)
        {
            if (!Declaring.Declarations.HasDeclared(unit, slot.Day)) notDeclared.Add(unit.Organization.Name);
            foreach (var project in unit.Projects.Where(p => p.Project.Track == ProjectTrack.Established))
            {
                // The light that stands: of the last day that has ended.
                if (TrafficLight.At(project, slot.Day.AddDays(-1), settings, view.Calendar).Light is { } light) lights.Add((unit.Organization.Name, project.Project.Name, light));
                if (!project.Runs(slot.Day)) continue;
                cases.AddRange(unit.OpenCases(project, view, slot.Day).Select(c => (project, c)));
                talks.AddRange(EscalationLadder.TalksOf(project, slot.Day, settings, view.Calendar)
                    .Where(t => !project.CaseActs.Any(a => a.Kind is CaseActKind.TalkDecided or CaseActKind.TalkHeld && DateOnly.FromDateTime(a.At) >= t.On)).Select(t => (project, t)));
            }
        }

        return new District { NotDeclared = notDeclared, Lights = lights, Cases = cases, Talks = talks };
    }
}
