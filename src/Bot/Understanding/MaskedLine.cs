namespace PartyProjects.Bot.Understanding;

/// <summary>
/// What the model looks at: the normalised line with what was recognised replaced by one capital letter each, so that
/// "护国到百分之几" and "红云到百分之几" are the same sentence. Letters: O organisation, P project, V percent, D day, M month, quarter or year,
/// R range, T moment, C code, N other number. Everything else is lower case.
/// </summary>
public sealed record MaskedLine(string Text, bool SpeakerIsStaff)
{
    public const char Org = 'O', Project = 'P', Percent = 'V', Day = 'D', Period = 'M', Range = 'R', Moment = 'T', Code = 'C', Number = 'N';
    public const string Letters = "OPVDMRTCN";
}
