using PartyProjects.Bot.Wording;

namespace PartyProjects.Bot.Pages;

/// <summary>A setting of domain.md section 13: value of today, and the one that comes tomorrow where one was changed.</summary>
public sealed record SettingRow(string Key, string Value, string? Next);

/// <summary>设置: validated, effective the next day, audited.</summary>
public sealed class SettingsPage(Say say)
{
    public Html Render(IReadOnlyList<SettingRow> settings, bool mayEdit, string? told) => Html.Of($"""
        <h1>{say.Of("SettingsTitle")}</h1>
        <p class="lead">{say.Of("SettingsLead")}</p>
        {OutboxPage.Told(told)}
        {new Pieces(say).Table("SettingHeads", settings.Select(s => (IReadOnlyList<Html>)
        [
            Html.Of($"{SettingName(s.Key)}"), Html.Of($"<code>{s.Key}</code>"), Html.Of($"{s.Value}"), Html.Of($"{s.Next}"),
            mayEdit ? Html.Of($"<form class=\"row\" method=\"post\" action=\"/settings/{s.Key}\"><input name=\"value\" aria-label=\"{say.Of("NewValueOf", ("key", s.Key))}\" value=\"{s.Next ?? s.Value}\" required><button class=\"quiet\">{say.Of("Change")}</button></form>") : Html.Nothing,
        ]))}
        """);

    private string SettingName(string key)
    {
        var names = say.List("SettingNames").Select(pair => pair.Split('=')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        return names.GetValueOrDefault(key, key);
    }
}
