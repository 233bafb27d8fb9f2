using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;

namespace PartyProjects.Tests.Domain;

public sealed class ProgrammeSettingsTests
{
    private static readonly string Shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "programme.json"));

    [Fact]
    public void Programme_json_holds_the_defaults_of_section_13_and_every_setting_is_in_it()
    {
        var file = ProgrammeFile.Read(Shipped);
        Assert.Equal(ProgrammeYear.Default, file.Settings);
        Assert.All(ProgrammeSettings.All, s => Assert.Contains($"\"{s.Key}\"", Shipped, StringComparison.Ordinal));
        Assert.Equal(100, file.Words.PlanTemplate.Sum(s => s.Weight));
    }

    [Fact]
    public void Every_setting_reads_what_it_writes() =>
        Assert.All(ProgrammeSettings.All, s => Assert.Equal(ProgrammeYear.Default, s.Parse(ProgrammeYear.Default, s.Text(ProgrammeYear.Default))));

    [Theory]
    [InlineData("ReportDay", "29")]
    [InlineData("ReportDay", "0")]
    [InlineData("ReportDay", "二十五")]
    [InlineData("DeclareDue", "02-30")]
    [InlineData("QuietHours", "08:30-17:30")]
    [InlineData("OpenMilestoneCap", "1.1")]
    [InlineData("YellowLag", "30")]
    [InlineData("MinMilestones", "8")]
    [InlineData("Quota", "-1")]
    [InlineData("NoSuchKey", "1")]
    public void A_value_outside_its_limits_is_refused_with_what_to_write_instead(string key, string value) =>
        Assert.IsType<Decision<ProgrammeYear>.Refused>(ProgrammeSettings.Change(ProgrammeYear.Default, key, value));

    [Fact]
    public void A_changed_setting_takes_effect()
    {
        Assert.Equal(20, ProgrammeSettings.Apply(ProgrammeYear.Default, "reportday", "20").ReportDay);
        Assert.Equal(15, ProgrammeSettings.Apply(ProgrammeYear.Default, "Quota", "15").Quota);
        Assert.Equal(ProgrammeYear.Default, ProgrammeSettings.Apply(ProgrammeYear.Default, "ReportDay", "31"));
    }

    [Theory]
    [InlineData("""{"settings":{"ReportDay":31}}""", "Setting.Wrong")]
    [InlineData("""{"settings":{"Reportday2":3}}""", "Setting.Unknown")]
    [InlineData("""{"settings":[]}""", "DataFile.Wrong")]
    [InlineData("""{"settings":""", "DataFile.NotJson")]
    public void A_bad_programme_file_is_named_in_one_sentence(string json, string key) =>
        Assert.Equal(key, Assert.Throws<DataFileError>(() => ProgrammeFile.Read(json)).Why.Key);
}
