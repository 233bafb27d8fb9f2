namespace PartyProjects.Bot.Pictures;

/// <summary>Where a day of the year stands on a strip of twelve equal months.</summary>
public readonly record struct YearScale(int Year, double Left, double MonthWidth)
{
    public double Right => Left + (12 * MonthWidth);

    /// <summary>Left edge of a month, 1—12.</summary>
    public double Month(int month) => Left + ((month - 1) * MonthWidth);

    /// <summary>The end of a day; days outside the year stand at its edges.</summary>
    public double Of(DateOnly day)
    {
        if (day.Year < Year) return Left;
        if (day.Year > Year) return Right;
        return Month(day.Month) + (MonthWidth * day.Day / DateTime.DaysInMonth(day.Year, day.Month));
    }
}
