using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Documents;

/// <summary>推进较好的项目: those with every node done, then those ahead of plan; at most three are named of each.</summary>
internal sealed class BulletinGood(Say say, UnitNames names)
{
    private const int AtMost = 3;

    public string Sentences(BulletinFigures figures)
    {
        var parts = new List<string>();
        var finished = figures.Projects.Where(p => p.NodesAll > 0 && p.NodesDone == p.NodesAll).ToList();
        foreach (var p in finished.Take(AtMost))
        {
            parts.Add(say.Of(p.Stage is Stage.PendingAcceptance ? "BulletinAllDoneApplied" : p.Stage is Stage.Completed ? "BulletinCompleted" : "BulletinAllDone", ("project", names.Full(p.Project)), ("nodes", p.NodesAll)));
        }

        var ahead = figures.Projects.Except(finished).Where(p => p.Reading.Lag < 0).OrderBy(p => p.Reading.Lag).Take(AtMost).ToList();
        if (ahead.Count > 0) parts.Add(say.Of("BulletinAhead", ("projects", string.Join(say.Of("BulletinPause"), ahead.Select(p => names.Full(p.Project))))));
        return parts.Count == 0 ? "" : string.Join(say.Of("ListSeparator"), parts) + say.Of("BulletinStop");
    }
}
