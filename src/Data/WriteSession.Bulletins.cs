using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>One edition of a quarter's bulletin; a corrected one replaces the old with a visible note.</summary>
public sealed record StoredBulletin(string Id, Quarter Quarter, int Edition, bool Signed, string Title, string Text, DateTime DraftedAt, string DraftedBy, DateTime? SignedAt, string? SignedBy, string? Number, string? CorrectionNote);

/// <summary>通报: drafted, signed, and corrected by a further edition. Signed editions are never changed.</summary>
public sealed partial class WriteSession
{
    /// <summary>The quarter's draft: the first edition, or the one after the last signed. A draft not signed yet is replaced. Figures are the JSON the text was computed from.</summary>
    public int StoreBulletin(Quarter quarter, string title, string text, string figures, string? correctionNote)
    {
        connection.Execute("delete from bulletin where quarter = $1 and state = 'Draft'", quarter);
        var edition = Convert.ToInt32(connection.Scalar("select coalesce(max(edition), 0) from bulletin where quarter = $1", quarter)) + 1;
        connection.Execute("insert into bulletin (id, quarter, edition, state, title, text, figures, drafted_at, drafted_by, correction_note) values ($1, $2, $3, 'Draft', $4, $5, $6, $7, $8, $9)",
            NewId(), quarter, edition, title, text, figures, Now, Acting.Title, correctionNote);
        Audit("bulletin.Draft", $"{quarter}/{edition}", null, title);
        return edition;
    }

    /// <summary>The newest edition; null when none was drafted.</summary>
    public StoredBulletin? BulletinOf(Quarter quarter) => connection.Row(
        "select id, quarter, edition, state, title, text, drafted_at, drafted_by, signed_at, signed_by, number, correction_note from bulletin where quarter = $1 order by edition desc limit 1",
        r => new StoredBulletin(r.GetString(0), Stored.QuarterOf(r.GetString(1)), r.GetInt32(2), r.GetString(3) == "Signed", r.GetString(4), r.GetString(5), r.Moment(6), r.GetString(7), r.MomentOrNull(8), r.TextOrNull(9), r.TextOrNull(10), r.TextOrNull(11)), quarter);

    /// <summary>Editions signed so far in a calendar year: the next one's number is one more.</summary>
    public int BulletinsSignedIn(int year) => Convert.ToInt32(connection.Scalar(
        "select count(*) from bulletin where state = 'Signed' and signed_at >= $1 and signed_at < $2", new DateTime(year, 1, 1), new DateTime(year + 1, 1, 1)));

    /// <summary>Signed under its number, with the text as issued.</summary>
    public void SignBulletin(StoredBulletin bulletin, string number, string text)
    {
        connection.Execute("update bulletin set state = 'Signed', signed_at = $2, signed_by = $3, number = $4, text = $5 where id = $1 and state = 'Draft'", bulletin.Id, Now, Acting.Title, number, text);
        Audit("bulletin.Sign", $"{bulletin.Quarter}/{bulletin.Edition}", null, number);
    }
}
