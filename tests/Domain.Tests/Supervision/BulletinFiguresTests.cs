using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Tests.Domain.Supervision;

public class BulletinFiguresTests
{
    [Fact]
    public void The_third_quarter_has_the_figures_of_the_example_in_section_11()
    {
        var figures = BulletinFigures.Of(Demo.File2017.Projects, new Quarter(2017, 3), ProgrammeYear.Default, Demo.Calendar);
        Assert.Equal((15, 77.7m, 72.1m, 89.5m), (figures.Projects.Count, figures.AveragePlan, figures.AverageActual, figures.AverageScore));
        Assert.Equal((10, 3, 2), (figures.Count(Light.Green), figures.Count(Light.Yellow), figures.Count(Light.Red)));
        Assert.Equal((20, 15, 3, 2), (figures.NodesDue, figures.NodesOnTime, figures.NodesLate, figures.NodesOpen));
        Assert.Equal((90, 60), (figures.NodesAll, figures.NodesDone));
        Assert.Equal((45, 41, 1, 3, 2), (figures.ReportsDue, figures.Count(ReportTimeliness.OnTime), figures.Count(ReportTimeliness.Late), figures.Count(ReportTimeliness.Missing), figures.ReportsReturned));
    }
}
