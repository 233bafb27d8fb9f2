using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;

namespace PartyProjects.Tests.Domain;

public sealed class DataFileTests
{
    private const string Smallest = """{"projects":[{"code":"WH2020-01","year":2020,"org":"甲","name":"乙","history":[{"at":"2020-01-20T09:00:00+08:00","to":"InProgress"}],"milestones":[{"id":"M1","startOn":"2020-02-01","dueOn":"2020-06-01","weight":100.0}],"unknown":{"a":[1]}}]}""";

    [Fact]
    public void Fields_that_are_missing_or_unknown_do_not_stop_it()
    {
        var project = Assert.Single(DataFile.Read(Smallest).Projects);
        Assert.Equal(Stage.InProgress, project.StageAt(new DateOnly(2020, 1, 20)));
        Assert.Equal(new DateOnly(2020, 6, 1), project.Milestones[0].OriginalDueOn);
    }

    [Theory]
    [InlineData("{\"projects\":[{\"code\":", "DataFile.NotJson", null)]
    [InlineData("{}", "DataFile.NoProjects", null)]
    [InlineData("[]", "DataFile.NoProjects", null)]
    [InlineData("{\"projects\":[{\"code\":\"x\"}]}", "DataFile.Missing", "$.projects[0].year")]
    [InlineData("{\"projects\":[{\"code\":\"x\",\"year\":\"2020\"}]}", "DataFile.Wrong", "$.projects[0].year")]
    [InlineData("{\"projects\":[{\"code\":\"x\",\"year\":2020,\"org\":\"a\",\"name\":\"b\",\"history\":[{\"at\":\"2020-02-30\",\"to\":\"Draft\"}]}]}", "DataFile.Wrong", "$.projects[0].history[0].at")]
    [InlineData("{\"projects\":[{\"code\":\"x\",\"year\":2020,\"org\":\"a\",\"name\":\"b\",\"history\":[{\"at\":\"2020-02-03\",\"to\":\"Sleeping\"}]}]}", "DataFile.Wrong", "$.projects[0].history[0].to")]
    [InlineData("{\"projects\":{}}", "DataFile.Wrong", "$.projects")]
    public void A_wrong_value_is_named_with_its_place(string json, string key, string? path)
    {
        var why = Assert.Throws<DataFileError>(() => DataFile.Read(json)).Why;
        Assert.Equal(key, why.Key);
        if (path is not null) Assert.Equal(path, why.Facts["path"]);
    }

    [Fact]
    public void The_demo_year_has_15_projects_9_others_4_below_and_the_samples()
    {
        var file = Demo.File2017;
        Assert.Equal((15, 9, 4, 10), (file.Projects.Count, file.Placeholders.Count, file.LowerLevel.Count, file.StateSamples.Count));
        Assert.All(file.Projects, p => Assert.True(p.Project.Illustrative));
    }
}
