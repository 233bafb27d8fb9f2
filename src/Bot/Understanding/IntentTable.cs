using System.Collections.Frozen;
using System.Text;

namespace PartyProjects.Bot.Understanding;

/// <summary>A class the model tells apart: a scored intent, or an act of contracts section 4 with the scored intent nearest to it.</summary>
/// <param name="Name">Name of the class and of its examples file, e.g. <c>ReportProgress</c>.</param>
/// <param name="Intent">One of the 37 ids.</param>
/// <param name="Act">The product's own id, or null where the intent says it all.</param>
public sealed record IntentKind(string Name, string Intent, string? Act);

/// <summary>The 37 scored intents and the product's own acts, in a fixed order that the weights file relies on.</summary>
public static class IntentTable
{
    private static readonly string[] Scored =
    [
        "ReportProgress", "CompleteMilestone", "RaiseIssue", "QueryDeadlines", "QueryStatus", "QueryOverdue", "QueryMissingReports",
        "QueryRanking", "QueryResponsible", "ListProjects", "ShowChart", "ExportLedger", "ComposeBulletin", "Nudge", "SetReminder",
        "Acknowledge", "Snooze", "DeclareProject", "ReviewAccept", "ReviewReturn", "ScoreProject", "EstablishProject", "RequestExtension",
        "ApproveExtension", "RejectExtension", "AmendReport", "WithdrawReport", "BindAccount", "SetPreferences", "AskRule", "Help", "Cancel",
        "Confirm", "Deny", "Greet", "Thanks", "OutOfScope",
    ];

    /// <summary>Act, its id, and the scored intent whose definition lies nearest (out-of-scope where none does).</summary>
    private static readonly (string Name, string Act, string Intent)[] Acts =
    [
        ("SignCommitment", "sign-commitment", "out-of-scope"),
        ("SuspendProject", "suspend", "request-extension"),
        ("ResumeProject", "resume", "out-of-scope"),
        ("TerminateProject", "terminate", "out-of-scope"),
        ("ApplyAcceptance", "apply-acceptance", "out-of-scope"),
        ("AcceptProject", "accept-project", "review-accept"),
        ("SelfCheck", "self-check", "report-progress"),
        ("FollowUp", "follow-up", "report-progress"),
        ("Rectify", "rectify", "report-progress"),
        ("ReplyLetter", "reply-letter", "report-progress"),
        ("ConfirmLetter", "confirm-letter", "nudge"),
        ("DecideTalk", "decide-talk", "nudge"),
        ("Ballot", "ballot", "score-project"),
        ("Recuse", "recuse", "out-of-scope"),
        ("ClosePanel", "close-panel", "out-of-scope"),
        ("AcceptReport", "accept-report", "review-accept"),
        ("ReturnReport", "return-report", "review-return"),
        ("ResolveIssue", "resolve-issue", "complete-milestone"),
        ("DraftBulletin", "draft-bulletin", "compose-bulletin"),
        ("SignBulletin", "sign-bulletin", "compose-bulletin"),
        ("TakeOver", "take-over", "out-of-scope"),
        ("ActFor", "act-for", "out-of-scope"),
        ("ResumeDraft", "resume-draft", "report-progress"),
        ("Why", "why", "query-status"),
        ("Complain", "complain", "out-of-scope"),
        ("ChangeSetting", "change-setting", "set-preferences"),
        ("MarkModel", "mark-model", "out-of-scope"),
    ];

    public static readonly IReadOnlyList<IntentKind> All =
    [
        .. Scored.Select(name => new IntentKind(name, Id(name), null)),
        .. Acts.Select(act => new IntentKind(act.Name, act.Intent, act.Act)),
    ];

    private static readonly FrozenDictionary<string, int> ByName =
        All.Select((kind, at) => (kind.Name, at)).ToFrozenDictionary(pair => pair.Name, pair => pair.at, StringComparer.Ordinal);

    /// <summary>Position of a class by the name of its examples file; -1 where there is none.</summary>
    public static int IndexOf(string name) => ByName.GetValueOrDefault(name, -1);

    /// <summary>Position of a scored intent by its id, e.g. <c>report-progress</c>.</summary>
    public static int IndexOfIntent(string intent)
    {
        for (var i = 0; i < Scored.Length; i++)
            if (All[i].Intent == intent)
                return i;
        return -1;
    }

    private static readonly FrozenDictionary<string, string> IntentOfAct = Acts.ToFrozenDictionary(a => a.Act, a => a.Intent, StringComparer.Ordinal);

    /// <summary>The scored intent and the act that an id means; an unknown id is taken as an intent.</summary>
    public static (string Intent, string? Act) Resolve(string intentOrAct) =>
        IntentOfAct.TryGetValue(intentOrAct, out var intent) ? (intent, intentOrAct) : (intentOrAct, null);

    /// <summary>How many of <see cref="All"/>, from the front, are the scored intents.</summary>
    public static int ScoredCount => Scored.Length;

    private static string Id(string name)
    {
        var id = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && id.Length > 0) id.Append('-');
            id.Append(char.ToLowerInvariant(letter));
        }
        return id.ToString();
    }
}
