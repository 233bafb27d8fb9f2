using System.Globalization;

namespace PartyProjects.Bot.Understanding;

/// <summary>The day of a festival in a year: fixed ones, lunar ones by the Chinese calendar, 清明 by the solar term.</summary>
public static class LunarFestivals
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>Names as people say them; longer ones first where one begins another.</summary>
    public static readonly string[] Names = ["国庆节", "国庆", "十一假期", "元旦节", "元旦", "春节", "大年初一", "清明节", "清明", "劳动节", "五一", "端午节", "端午", "中秋节", "中秋", "建党节", "七一", "八一", "儿童节", "六一", "妇女节", "三八节", "元宵节", "元宵", "重阳节", "重阳", "除夕", "教师节"];

    /// <summary>The festival day itself; null outside the years that the lunar calendar knows.</summary>
    public static DateOnly? DayOf(string name, int year) => name switch
    {
        "国庆节" or "国庆" or "十一假期" => new DateOnly(year, 10, 1),
        "元旦节" or "元旦" => new DateOnly(year, 1, 1),
        "劳动节" or "五一" => new DateOnly(year, 5, 1),
        "建党节" or "七一" => new DateOnly(year, 7, 1),
        "八一" => new DateOnly(year, 8, 1),
        "儿童节" or "六一" => new DateOnly(year, 6, 1),
        "妇女节" or "三八节" => new DateOnly(year, 3, 8),
        "教师节" => new DateOnly(year, 9, 10),
        "春节" or "大年初一" => OfLunar(year, 1, 1),
        "除夕" => OfLunar(year, 1, 1)?.AddDays(-1),
        "元宵节" or "元宵" => OfLunar(year, 1, 15),
        "端午节" or "端午" => OfLunar(year, 5, 5),
        "中秋节" or "中秋" => OfLunar(year, 8, 15),
        "重阳节" or "重阳" => OfLunar(year, 9, 9),
        "清明节" or "清明" => Qingming(year),
        _ => null,
    };

    /// <summary>Name of the statutory holiday in holidays.json that a festival opens; null where it is none.</summary>
    public static string? Statutory(string name) => name switch
    {
        "国庆节" or "国庆" or "十一假期" => "国庆",
        "元旦节" or "元旦" => "元旦",
        "春节" or "大年初一" or "除夕" => "春节",
        "清明节" or "清明" => "清明",
        "劳动节" or "五一" => "劳动",
        "端午节" or "端午" => "端午",
        "中秋节" or "中秋" => "中秋",
        _ => null,
    };

    private static DateOnly? OfLunar(int year, int month, int day)
    {
        if (year is < 1902 or > 2099) return null;
        var leap = Lunar.GetLeapMonth(year);
        // A leap month is counted after the one it repeats.
        var index = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, index, day, 0, 0, 0, 0));
    }

    /// <summary>The solar term falls on April 4 or 5: day = [Y·0.2422 + 4.81] − leap days, for 2000–2099.</summary>
    private static DateOnly? Qingming(int year)
    {
        if (year is < 2000 or > 2099) return null;
        var y = year % 100;
        return new DateOnly(year, 4, (int)((y * 0.2422) + 4.81) - (y / 4));
    }
}
