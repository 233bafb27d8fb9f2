namespace PartyProjects.Bot.Understanding;

/// <summary>A name found in the text: [Start, End) of the even text, and the canonical names it stands for.</summary>
public readonly record struct NameMark(int Start, int End, string Canonical, bool IsProject);

/// <summary>One name to be known: canonical, and the short names people use for it.</summary>
public sealed record KnownName(string Canonical, bool IsProject, IReadOnlyList<string> Aliases);

/// <summary>
/// Organisations and projects as people name them: in full, short, or mistyped by one character. The longest name at a place wins; naming the organisation gives
/// the organisation only, naming the project the project only; a place alone gives nothing.
/// </summary>
public sealed class Gazetteer
{
    private readonly Node _root = new();
    private readonly Dictionary<string, NameEntry> _byBare = new(StringComparer.Ordinal);
    private readonly MistypedNames _mistyped;

    public Gazetteer(IEnumerable<KnownName> names)
    {
        foreach (var name in names)
        {
            foreach (var form in Forms(name).Distinct(StringComparer.Ordinal)) Add(form, name);
        }

        _mistyped = new MistypedNames(_byBare.Values.Where(e => e.Canonical is not null).Select(e => e.Bare));
    }

    /// <summary>Every name in the text, in order, without overlaps.</summary>
    public List<NameMark> Find(string text)
    {
        var marks = new List<NameMark>();
        if (text.Length < 2) return marks;
        var (bare, at) = Bare(text);
        for (var i = 0; i < bare.Length;)
        {
            var exact = Longest(bare, i);
            // A longer name with a slip in it (星级党组织评订) is meant rather than the short one that begins it.
            if (_mistyped.At(bare, i) is { } near && near.Length > (exact?.Length ?? 0) + 1)
            {
                Take(marks, _byBare[near.Name], bare, at, i, near.Length);
                i += near.Length;
            }
            else if (exact is { } found)
            {
                Take(marks, found.Entry, bare, at, i, found.Length);
                i += found.Length;
            }
            else
            {
                i++;
            }
        }

        return marks;
    }

    private static void Take(List<NameMark> marks, NameEntry entry, string bare, int[] at, int start, int length)
    {
        if (entry.Canonical is null) return;
        if (entry.IsProject) length = WithTheRest(bare, entry, start, length);
        marks.Add(new NameMark(at[start], at[start + length - 1] + 1, entry.Canonical, entry.IsProject));
    }

    private static readonly string[] EndsOfNames = ["中心", "项目", "机制", "活动", "建设"];

    /// <summary>区域化党群中心 of 社区区域化党群活动服务中心项目: words that go on with the project's own name, with some left out, belong to it.</summary>
    private static int WithTheRest(string bare, NameEntry entry, int start, int length)
    {
        var name = entry.Canonical!;
        var from = name.IndexOf(entry.Bare, StringComparison.Ordinal);
        if (from < 0) return length;
        from += entry.Bare.Length;
        var taken = length;
        for (var i = start + length; i < bare.Length && from < name.Length; i++)
        {
            from = name.IndexOf(bare[i], from) + 1;
            if (from == 0) break;
            foreach (var end in EndsOfNames)
            {
                if (bare.AsSpan(start + length, i + 1 - start - length).EndsWith(end)) taken = i + 1 - start;
            }
        }

        return taken;
    }

    /// <summary>The forms of a name: itself, its aliases, and what follows from the way such names are built.</summary>
    private static IEnumerable<string> Forms(KnownName name)
    {
        yield return name.Canonical;
        foreach (var alias in name.Aliases) yield return alias;
        foreach (var form in name.Aliases.Append(name.Canonical).ToList())
        {
            if (name.IsProject)
            {
                foreach (var tail in (string[])["项目", "活动项目", "建设项目", "机制项目"])
                {
                    if (form.EndsWith(tail, StringComparison.Ordinal) && form.Length - tail.Length >= 4) yield return form[..^tail.Length];
                }

                if (!form.EndsWith("项目", StringComparison.Ordinal)) yield return form + "项目";
            }
            else
            {
                foreach (var tail in (string[])["街道党工委", "党工委", "工委", "党委", "街道", "党组织", "党总支", "党支部"])
                {
                    if (!form.EndsWith(tail, StringComparison.Ordinal)) continue;
                    // 大观街道党 is no name: 党工委 is taken off whole.
                    if (tail == "工委" && form.EndsWith("党工委", StringComparison.Ordinal)) continue;
                    var stem = form[..^tail.Length];
                    // 机关工委 must not make 机关 a name; 护国街道 does make 护国 one.
                    if (stem.Length >= (tail is "街道党工委" or "街道" ? 2 : 3)) yield return stem;
                    if (tail == "街道党工委" && stem.Length >= 2) yield return stem + "街道";
                    if (tail == "街道党工委" && stem.Length >= 2) yield return stem + "党工委";
                    if (tail == "街道党工委" && stem.Length >= 2) yield return stem + "街道办";
                    if (tail == "街道党工委" && stem.Length >= 2) yield return stem + "办事处";
                    if (tail == "街道党工委" && stem.Length >= 2) yield return stem + "街道党委";
                }
            }
        }
    }

    private void Add(string form, KnownName name)
    {
        var (bare, _) = Bare(Line.Of(form).Text);
        if (bare.Length < 2) return;
        if (_byBare.TryGetValue(bare, out var known))
        {
            // A form that two names share says nothing certain by itself, unless it is one's own full name.
            if (known.Canonical != name.Canonical && bare != Bare(Line.Of(name.Canonical).Text).Text) known.Canonical = known.IsOwnName ? known.Canonical : null;
            else if (known.Canonical != name.Canonical) known.Become(name);
            return;
        }

        var entry = new NameEntry(bare, name.Canonical, name.IsProject) { IsOwnName = bare == Bare(Line.Of(name.Canonical).Text).Text };
        _byBare.Add(bare, entry);
        var node = _root;
        foreach (var c in bare) node = node.To(c);
        node.Entry = entry;
    }

    private (NameEntry Entry, int Length)? Longest(string bare, int start)
    {
        var node = _root;
        (NameEntry, int)? best = null;
        for (var i = start; i < bare.Length && node.Next.TryGetValue(bare[i], out var next); i++)
        {
            node = next;
            if (node.Entry is { Canonical: not null } entry) best = (entry, i - start + 1);
        }

        return best;
    }

    /// <summary>Letters and digits only, with the place of each: quotes, spaces and punctuation inside a name do not matter.</summary>
    private static (string Text, int[] At) Bare(string text)
    {
        var at = new int[text.Length];
        var n = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]) || text[i] == '+' || IsClauseEnd(text[i])) at[n++] = i;
        }

        return (n == text.Length ? text : string.Create(n, (text, at), static (bare, from) =>
        {
            for (var i = 0; i < bare.Length; i++) bare[i] = from.text[from.at[i]];
        }), at);
    }

    // A clause end inside a name would join two clauses into a name that nobody wrote; 、 stands in one of the real names.
    private static bool IsClauseEnd(char c) => c is '。' or ';' or '!' or '?' or '\n' or ',';

    private sealed class Node
    {
        public Dictionary<char, Node> Next { get; } = [];
        public NameEntry? Entry { get; set; }

        public Node To(char c)
        {
            if (!Next.TryGetValue(c, out var next)) Next.Add(c, next = new Node());
            return next;
        }
    }

    private sealed class NameEntry(string bare, string canonical, bool isProject)
    {
        public string Bare { get; } = bare;
        public string? Canonical { get; set; } = canonical;
        public bool IsProject { get; private set; } = isProject;
        public bool IsOwnName { get; set; }

        public void Become(KnownName name)
        {
            Canonical = name.Canonical;
            IsProject = name.IsProject;
            IsOwnName = true;
        }
    }
}
