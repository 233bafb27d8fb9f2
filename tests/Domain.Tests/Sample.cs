using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Tests.Domain;

/// <summary>A declaration without fault, and small changes to it.</summary>
internal static class Sample
{
    public const string Secretary = "华山街道党工委书记";
    public static readonly RuleWords Words = ProgrammeFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "programme.json"))).Words;

    public static readonly DeclarationYear Year2017 = new() { Secretary = Secretary, Settings = ProgrammeYear.Default, Calendar = Demo.Calendar, Words = Words };

    /// <summary>WH2017-03 of the demo, put back to the stage and left without a history after it.</summary>
    public static ProjectSnapshot At(Stage? stage, DateTime? since = null) => Demo.File2017.Projects.Single(p => p.Project.Code == "WH2017-03") with
    {
        Reports = [],
        Issues = [],
        CaseActs = [],
        History = stage is null ? [] : [new StageChange { At = since ?? new DateTime(2017, 1, 4, 9, 0, 0), To = stage.Value, By = "x" }],
    };

    public static ProjectSnapshot With(this ProjectSnapshot snapshot, Func<Project, Project> change) => snapshot with { Project = change(snapshot.Project) };

    public static DateTime On(int month, int day, int hour = 10) => new(2017, month, day, hour, 0, 0);

    public static T Accepted<T>(Decision<T> decision) => Assert.IsType<Decision<T>.Accepted>(decision).Value;

    public static string Refused<T>(Decision<T> decision) => Assert.IsType<Decision<T>.Refused>(decision).Why.Key;

    public static IEnumerable<DateOnly> Days(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1)) yield return day;
    }
}
