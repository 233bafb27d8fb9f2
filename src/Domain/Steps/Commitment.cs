using PartyProjects.Domain.People;

namespace PartyProjects.Domain.Steps;

/// <summary>年初定目标承诺 [A]: the secretary signs, the nodes are frozen as the original promise and the project runs (transition 9).</summary>
public static class Commitment
{
    /// <summary>Signed within this many workdays of the decision.</summary>
    public const int SignWithinWd = 5;

    public static Decision<StageChange> Sign(ProjectSnapshot project, DeclarationYear year, Role role, string by, DateTime at)
    {
        var move = StageTable.Move(project, StageAct.SignCommitment, role, by, at);
        if (move is Decision<StageChange>.Refused) return move;
        var faults = Declaration.NodeFaults(project, year).ToList();
        return faults.Count == 0 ? move : Statement.Of("Declaration.Faults", ("faults", faults));
    }
}
