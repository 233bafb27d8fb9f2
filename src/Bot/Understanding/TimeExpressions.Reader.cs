using System.Globalization;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Bot.Understanding;

/// <summary>Reads one expression at a position; the longest reading wins by the order of the attempts.</summary>
public sealed partial class TimeExpressions
{
    private static readonly (string Word, int Days)[] RelativeDays = [("大后天", 3), ("大前天", -3), ("今天", 0), ("今日", 0), ("今儿", 0), ("明天", 1), ("明日", 1), ("明儿", 1), ("后天", 2), ("昨天", -1), ("昨日", -1), ("前天", -2), ("当天", 0)];
    private static readonly (string Word, int Shift)[] WeekPrefixes = [("下下个", 2), ("下下", 2), ("上上个", -2), ("上上", -2), ("下个", 1), ("下一", 1), ("下", 1), ("上个", -1), ("上一", -1), ("上", -1), ("本", 0), ("这个", 0), ("这一", 0), ("这", 0), ("当", 0)];
    private static readonly (string Word, int Shift)[] YearWords = [("今年", 0), ("本年度", 0), ("本年", 0), ("全年", 0), ("年内", 0), ("去年", -1), ("上年", -1), ("上一年", -1), ("明年", 1), ("后年", 2), ("前年", -2), ("当年", 0)];
    private static readonly (string Word, int Shift)[] QuarterWords = [("本季度", 0), ("这个季度", 0), ("这季度", 0), ("当季", 0), ("本季", 0), ("上个季度", -1), ("上一季度", -1), ("上季度", -1), ("上季", -1), ("下个季度", 1), ("下一季度", 1), ("下季度", 1), ("下季", 1)];
    private static readonly (string Word, int Shift)[] MonthWords = [("下下个月", 2), ("下下月", 2), ("上上个月", -2), ("上上月", -2), ("本月", 0), ("这个月", 0), ("这月", 0), ("当月", 0), ("上个月", -1), ("上一个月", -1), ("上月", -1), ("下个月", 1), ("下一个月", 1), ("下月", 1), ("次月", 1), ("月内", 0), ("前两个月", int.MinValue), ("前几个月", int.MinValue)];
    private static readonly (string Word, int Hour, int Shift)[] DayParts = [("早上", 9, 0), ("早晨", 9, 0), ("清早", 9, 0), ("上午", 9, 0), ("中午", 12, 12), ("下午", 15, 12), ("晚上", 20, 12), ("傍晚", 18, 12), ("夜里", 20, 12), ("凌晨", 0, 0), ("早", 9, 0), ("晚", 20, 12)];

    private readonly ref struct Reader
    {
        private readonly string _text;
        private readonly DateTime _now;
        private readonly DateOnly _today;
        private readonly bool _back;
        private readonly IReadOnlyList<CalendarYear> _holidays;

        public Reader(string text, DateTime now, bool back, IReadOnlyList<CalendarYear> holidays)
        {
            _text = text;
            _now = now;
            _today = DateOnly.FromDateTime(now);
            _back = back;
            _holidays = holidays;
        }

        public TimeMark? ReadAt(int at)
        {
            if (at > 0 && char.IsAsciiDigit(_text[at]) && (char.IsAsciiDigit(_text[at - 1]) || char.IsAsciiLetter(_text[at - 1]))) return null;
            var mark = Later(at) ?? Within(at) ?? Several(at) ?? DayOrPeriod(at) ?? Clock(at, null, at);
            // 周五前, 15号之前 look ahead whatever the line tells.
            if (_back && mark is { Kind: TimeKind.Date } && mark.Date < _today && BeforeLength(mark.End) > 0) mark = new Reader(_text, _now, false, _holidays).DayOrPeriod(at) ?? mark;
            if (mark is null || mark.Kind is TimeKind.Moment or TimeKind.Duration) return mark;
            if (mark.Kind == TimeKind.Date && Clock(mark.End, mark.Date, at) is { Moment: not null } moment) return moment;
            return Before(mark);
        }

        private bool Has(int at, string word) => _text.AsSpan(Math.Min(at, _text.Length)).StartsWith(word);

        private static TimeMark Day(int start, int end, DateOnly day) => new(start, end, TimeKind.Date) { Date = day };

        private static TimeMark Range(int start, int end, DateOnly from, DateOnly to) => new(start, end, TimeKind.Range) { Range = new DateRange(from, to) };

        private static TimeMark PeriodOf(int start, int end, string period) => new(start, end, TimeKind.Period) { Period = period };

        private static TimeMark Nothing(int start, int end, DateOnly? about = null) => new(start, end, TimeKind.Duration) { About = about };

        private static TimeMark Impossible(int start, int end) => new(start, end, TimeKind.Duration) { Impossible = true };

        private static DateOnly MonthEnd(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

        /// <summary>X前, X之前, X以前 (also X之内 of a day): up to and with a day; a named month or quarter, and a festival's own day, are left out.</summary>
        private TimeMark Before(TimeMark mark)
        {
            var at = mark.End;
            var length = BeforeLength(at);
            if (length == 0 || mark.Impossible) return mark;
            var last = mark.Kind switch
            {
                TimeKind.Date => mark.IsBound ? mark.Date!.Value.AddDays(-1) : mark.Date!.Value,
                TimeKind.Period => Span(mark.Period!).From.AddDays(-1),
                TimeKind.Range when mark.Range is { } r => r.To,
                _ => (DateOnly?)null,
            };
            if (mark.Kind == TimeKind.Date && !mark.IsBound && Numerals.ReadWhole(_text, at + length) is { Length: > 0, Value: < 100 } days && Has(at + length + days.Length, "天")) return Day(mark.Start, at + length + days.Length + 1, mark.Date!.Value.AddDays(-(int)days.Value));
            if (last is not { } to || to < _today) return mark with { End = at + length };
            return Range(mark.Start, at + length, _today, to);
        }

        private int BeforeLength(int at) => Has(at, "之前") || Has(at, "以前") ? 2 : Has(at, "前") && !Has(at, "前期") && !Has(at, "前面") && !Has(at, "前后") && !Has(at, "前三") ? 1 : 0;

        /// <summary>5、6月 are two months (the second is read next); 一到七月, 1-3季度 a range.</summary>
        private TimeMark? Several(int at)
        {
            var (first, n) = Numerals.ReadWhole(_text, at);
            if (n == 0 || first is < 1 or > 12 || at + n >= _text.Length) return null;
            var link = _text[at + n];
            if (link is not ('、' or '和' or '及' or '到' or '至' or '-' or '~')) return null;
            var (second, k) = Numerals.ReadWhole(_text, at + n + 1);
            var end = at + n + 1 + k;
            if (k == 0 || second <= first || second > 12) return null;
            var quarters = Has(end, "季度");
            if (!quarters && !(Has(end, "月") && !(end + 1 < _text.Length && Numerals.IsNumeral(_text[end + 1]))) || (quarters && second > 4)) return null;
            var from = quarters ? new Quarter(_today.Year, (int)first).FirstDay : new DateOnly(GuessMonth((int)first), (int)first, 1);
            if (link is '、' or '和' or '及') return PeriodOf(at, at + n, quarters ? new Quarter(_today.Year, (int)first).ToString() : new Period(from.Year, from.Month).ToString());
            var to = quarters ? new Quarter(_today.Year, (int)second).LastDay : MonthEnd(GuessMonth((int)second), (int)second);
            return from <= to ? Range(at, end + (quarters ? 2 : Has(end, "月份") ? 2 : 1), from, to) : null;
        }

        /// <summary>两小时后, 半小时后, 一个半小时后, 10分钟后, 三天后, 一周后, 两个月后.</summary>
        private TimeMark? Later(int at)
        {
            var start = at;
            if (Has(at, "再过") || Has(at, "过")) at += Has(at, "再过") ? 2 : 1;
            var isAfterWord = at > start;
            decimal amount;
            int end;
            if (Has(at, "半"))
            {
                amount = 0.5m;
                end = at + 1;
            }
            else
            {
                var (value, n) = Numerals.Read(_text, at);
                if (n == 0 || value > 10_000) return null;
                amount = value;
                end = at + n;
            }

            var isHalf = amount == 0.5m;
            if (Has(end, "个")) end++;
            if (!isHalf && Has(end, "半") && (Has(end + 1, "小时") || Has(end + 1, "钟头") || Has(end + 1, "月")))
            {
                amount += 0.5m;
                end++;
            }

            var (unit, length) = Has(end, "小时") ? ("hour", 2) : Has(end, "钟头") ? ("hour", 2) : Has(end, "分钟") ? ("minute", 2) : Has(end, "刻钟") ? ("quarter", 2)
                : Has(end, "天") ? ("day", 1) : Has(end, "周") ? ("week", 1) : Has(end, "星期") || Has(end, "礼拜") ? ("week", 2) : Has(end, "月") && _text[end - 1] is '个' or '半' ? ("month", 1) : ("", 0);
            if (length == 0) return null;
            end += length;
            var after = Has(end, "之后") || Has(end, "以后") ? 2 : Has(end, "后") ? 1 : 0;
            if (after == 0 && !isAfterWord) return null;
            end += after;
            if (Has(start, "过") && after == 0 && !Has(end, "再") && !Has(end, "提醒") && unit is "day" or "week" or "month") return null;
            switch (unit)
            {
                case "hour": return new TimeMark(start, end, TimeKind.Moment) { Moment = Minutes(amount * 60) };
                case "minute": return new TimeMark(start, end, TimeKind.Moment) { Moment = Minutes(isHalf ? 0.5m : amount) };
                case "quarter": return new TimeMark(start, end, TimeKind.Moment) { Moment = Minutes(amount * 15) };
                case "month" when !isHalf: return WithClock(start, end, _today.AddMonths((int)amount));
                case "month": return WithClock(start, end, _today.AddDays(15));
                default: return amount != Math.Truncate(amount) ? Nothing(start, end) : WithClock(start, end, _today.AddDays((int)amount * (unit == "week" ? 7 : 1)));
            }
        }

        private TimeMark WithClock(int start, int end, DateOnly day) => Clock(end, day, start) is { Moment: not null } moment ? moment : Day(start, end, day);

        private DateTime Minutes(decimal minutes)
        {
            var at = _now.AddMinutes((double)minutes);
            return new DateTime(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0);
        }

        /// <summary>10天内, 两周之内, 半个月内, 未来三天, 近7天, 最近两个月, 今年最后几天; a bare length of time gives nothing but takes its place.</summary>
        private TimeMark? Within(int at)
        {
            var start = at;
            var ahead = Has(at, "未来") || Has(at, "今后") || Has(at, "接下来") || Has(at, "往后");
            var past = Has(at, "最近") || Has(at, "过去") || Has(at, "近") && !Has(at, "近期");
            if (ahead) at += Has(at, "接下来") ? 3 : 2;
            else if (past) at += Has(at, "近") ? 1 : 2;
            if ((ahead || past) && Has(at, "的")) at++;
            decimal amount;
            int end;
            if (Has(at, "半"))
            {
                amount = 0.5m;
                end = at + 1;
            }
            else
            {
                var (value, n) = Numerals.Read(_text, at);
                if (n == 0 || value != Math.Truncate(value) || value > 3_660) return null;
                amount = value;
                end = at + n;
            }

            if (Has(end, "个")) end++;
            var isAndHalf = Has(end, "半月") && amount >= 1 && _text[end - 1] == '个';
            if (isAndHalf) end++;
            var (unit, length) = Has(end, "工作日") ? ("workday", 3) : Has(end, "天") ? ("day", 1) : Has(end, "周") && !Has(end, "周年") ? ("week", 1) : Has(end, "星期") || Has(end, "礼拜") ? ("week", 2)
                : Has(end, "月") && _text[end - 1] is '个' or '半' ? ("month", 1) : Has(end, "年") && amount is 0.5m ? ("half", 1) : Has(end, "年") && amount < 10 ? ("year", 1) : ("", 0);
            if (length == 0) return null;
            end += length;
            var inside = Has(end, "之内") || Has(end, "以内") ? 2 : Has(end, "内") ? 1 : 0;
            if (inside == 0 && !ahead && !past) return unit is "day" or "week" or "month" && end - start > 1 ? Nothing(start, end) : null;
            end += inside;
            if (unit == "workday") return Nothing(start, end);
            var sign = past ? -1 : 1;
            DateOnly far;
            try
            {
                far = unit switch
                {
                    "day" => _today.AddDays(sign * (int)amount),
                    "week" => _today.AddDays(sign * (int)(amount * 7)),
                    "month" when amount == 0.5m => _today.AddDays(sign * 15),
                    "month" => _today.AddMonths(sign * (int)amount).AddDays(isAndHalf ? sign * 15 : 0),
                    "half" => _today.AddMonths(sign * 6),
                    _ => _today.AddYears(sign * (int)amount),
                };
            }
            catch (ArgumentOutOfRangeException)
            {
                return Impossible(start, end);
            }

            return past ? Range(start, end, far, _today) : Range(start, end, _today, far);
        }

        private TimeMark? DayOrPeriod(int at) =>
            RelativeDay(at) ?? Week(at) ?? Festival(at) ?? FullDate(at) ?? HalfYear(at) ?? YearPart(at) ?? QuarterPart(at) ?? MonthPart(at) ?? DayOfMonth(at);

        private TimeMark? RelativeDay(int at)
        {
            foreach (var (word, days) in RelativeDays)
            {
                if (!Has(at, word)) continue;
                if (word == "当天") return Nothing(at, at + 2);
                return Day(at, at + word.Length, _today.AddDays(days));
            }

            if (Has(at, "今明两天")) return Range(at, at + 4, _today, _today.AddDays(1));
            // 今早, 明晚: the day with a part of the day.
            if (at + 1 < _text.Length && _text[at] is '今' or '明' or '昨' or '后' && _text[at + 1] is '早' or '晚' && _text[at] != '后')
            {
                var day = _today.AddDays(_text[at] switch { '今' => 0, '明' => 1, _ => -1 });
                return Clock(at + 1, day, at) ?? Day(at, at + 2, day);
            }

            return null;
        }

        /// <summary>本周, 下周, 上周, 下下周 and their weekdays; a bare weekday is the nearest one.</summary>
        private TimeMark? Week(int at)
        {
            var start = at;
            int? weeks = null;
            foreach (var (word, shift) in WeekPrefixes)
            {
                if (!Has(at, word)) continue;
                if (!(Has(at + word.Length, "周") || Has(at + word.Length, "星期") || Has(at + word.Length, "礼拜"))) continue;
                weeks = shift;
                at += word.Length;
                break;
            }

            var length = Has(at, "周") ? 1 : Has(at, "星期") || Has(at, "礼拜") ? 2 : 0;
            if (length == 0) return null;
            at += length;
            var monday = _today.AddDays(-(((int)_today.DayOfWeek + 6) % 7));
            var weekday = at < _text.Length ? _text[at] switch { '日' or '天' => 6, '末' => 7, >= '1' and <= '6' => _text[at] - '1', '7' => 6, var c => "一二三四五六".IndexOf(c, StringComparison.Ordinal) } : -1;
            if (weekday == 7)
            {
                var saturday = monday.AddDays(((weeks ?? 0) * 7) + 5);
                return Range(start, at + 1, saturday, saturday.AddDays(1));
            }

            // 周一次 is "once a week", 五周年 an anniversary.
            if (weekday >= 0 && at + 1 < _text.Length && _text[at + 1] is '次' or '个' or '场' or '期') weekday = -1;
            if (weekday < 0) return weeks is { } w ? Range(start, at, monday.AddDays(w * 7), monday.AddDays((w * 7) + 6)) : null;
            if (start > 0 && _text[start - 1] == '每') return Nothing(start, at + 1);
            if (weeks is { } shifted) return Day(start, at + 1, monday.AddDays((shifted * 7) + weekday));
            var day = monday.AddDays(weekday);
            if (_back && day > _today) day = day.AddDays(-7);
            if (!_back && day < _today) day = day.AddDays(7);
            return Day(start, at + 1, day) with { IsBareWeekday = true };
        }

        /// <summary>国庆前 leaves the festival day out; 国庆期间, 春节假期 are the statutory days off; 节后 gives nothing.</summary>
        private TimeMark? Festival(int at)
        {
            foreach (var name in LunarFestivals.Names)
            {
                if (!Has(at, name)) continue;
                var end = at + name.Length;
                if (name is "五一" or "七一" or "八一" or "六一" && (Has(end, "个") || Has(end, "家") || (at > 0 && Numerals.IsNumeral(_text[at - 1])))) continue;
                if (Has(end, "节") && !Has(end, "节前") && !Has(end, "节后") && !Has(end, "节点")) end++;
                if (FestivalDay(name) is not { } day) return Nothing(at, end);
                var tail = Has(end, "期间") || Has(end, "假期") || Has(end, "长假") || Has(end, "放假") || Has(end, "假日") ? 2 : name.EndsWith("假期", StringComparison.Ordinal) ? -1 : 0;
                if (tail != 0)
                {
                    var after = end + Math.Max(0, tail);
                    if (Has(after, "期间")) after += 2;
                    return DaysOff(name, day) is { } off ? Range(at, after, off.From, off.To) : Day(at, after, day);
                }

                if (Has(end, "前后") || Has(end, "左右")) return Nothing(at, end + 2);
                if (Has(end, "节前") || Has(end, "节后")) end++;
                if (Has(end, "后") && !Has(end, "后天")) return Nothing(at, end + 1, day.AddDays(1));
                return Day(at, end, day) with { IsBound = true };
            }

            if (Has(at, "节前") || Has(at, "节后")) return Nothing(at, at + 2);
            return null;
        }

        private DateOnly? FestivalDay(string name)
        {
            if (LunarFestivals.DayOf(name, _today.Year) is not { } day) return null;
            if (_back && day > _today) return LunarFestivals.DayOf(name, _today.Year - 1);
            return !_back && day < _today ? LunarFestivals.DayOf(name, _today.Year + 1) : day;
        }

        /// <summary>The run of days off around the festival day, as published.</summary>
        private DateRange? DaysOff(string name, DateOnly day)
        {
            if (LunarFestivals.Statutory(name) is null) return null;
            var holidays = _holidays;
            bool Off(DateOnly d)
            {
                foreach (var year in holidays)
                {
                    if (year.Year == d.Year) return year.Holidays.ContainsKey(d);
                }

                return false;
            }

            if (!Off(day)) return null;
            DateOnly from = day, to = day;
            while (Off(from.AddDays(-1))) from = from.AddDays(-1);
            while (Off(to.AddDays(1))) to = to.AddDays(1);
            return new DateRange(from, to);
        }

        /// <summary>2017年6月30日, 2017-06-30, 6月30日, 6.30, 6/30; a day that does not exist gives nothing.</summary>
        private TimeMark? FullDate(int at)
        {
            var (first, n) = Numerals.Read(_text, at);
            if (n == 0 || first != Math.Truncate(first) && !Dotted(at, out _, out _, out _)) return null;
            var end = at + n;
            int? year = null;
            if (first is >= 1900 and <= 2100 && n is 4)
            {
                if (Has(end, "年")) end++;
                else if (end < _text.Length && _text[end] is '-' or '/' or '.' && end + 1 < _text.Length && char.IsAsciiDigit(_text[end + 1])) end++;
                else return null;
                year = (int)first;
                var (month, m) = Numerals.Read(_text, end);
                if (m == 0 || month is < 1 or > 12 || month != Math.Truncate(month)) return null;
                end += m;
                if (Has(end, "月")) return MonthDay(at, end + 1, year.Value, (int)month, named: true);
                if (end < _text.Length && _text[end] is '-' or '/' or '.')
                {
                    var (d, k) = Numerals.Read(_text, end + 1);
                    return k == 0 ? null : Real(at, end + 1 + k, year.Value, (int)month, (int)d);
                }

                return null;
            }

            if (Has(end, "月") && first is >= 1 and <= 12) return MonthDay(at, end + 1, null, (int)first, named: false);
            if (Has(end, "月") && first is > 12 and < 32 && n <= 2 && !Has(end, "月饼")) return Impossible(at, end + 1);
            return Dotted(at, out var mm, out var dd, out var dottedEnd) && !_back ? Real(at, dottedEnd, Guess(mm, dd), mm, dd) : null;
        }

        /// <summary>6.30 or 6/30 as a day: only where a date word follows or a bound (前, 截止, 到期).</summary>
        private bool Dotted(int at, out int month, out int day, out int end)
        {
            month = day = end = 0;
            var i = at;
            while (i < _text.Length && char.IsAsciiDigit(_text[i]) && i - at < 2) i++;
            if (i == at || i >= _text.Length || _text[i] is not ('.' or '/')) return false;
            var j = i + 1;
            while (j < _text.Length && char.IsAsciiDigit(_text[j]) && j - i < 3) j++;
            if (j == i + 1 || (j < _text.Length && _text[j] is '%' or '分' or '个' or '.' or '万' or '米')) return false;
            month = int.Parse(_text.AsSpan(at, i - at), CultureInfo.InvariantCulture);
            day = int.Parse(_text.AsSpan(i + 1, j - i - 1), CultureInfo.InvariantCulture);
            if (j < _text.Length && _text[j] is '日' or '号') j++;
            end = j;
            if (month is < 1 or > 12 || day is < 1 or > 31) return false;
            return _text[i] == '/' || Has(j, "前") || Has(j, "之前") || Has(j, "到期") || Has(j, "截止") || Has(j, "提醒") || Has(j, "下午") || Has(j, "上午") || _text[j - 1] is '日' or '号' || (at > 0 && _text[at - 1] is '到' or '至');
        }

        /// <summary>After "N月": a day, 底, 旬, 初, or the month itself.</summary>
        private TimeMark? MonthDay(int start, int at, int? year, int month, bool named)
        {
            var (day, n) = Numerals.Read(_text, at);
            if (n > 0 && day == Math.Truncate(day) && (Has(at + n, "日") || Has(at + n, "号") || (n <= 2 && char.IsAsciiDigit(_text[at]) && !Continues(at + n))))
            {
                var end = at + n;
                if (Has(end, "日") || Has(end, "号")) end++;
                if (day is < 1 or > 31) return Impossible(start, end);
                return Real(start, end, year ?? Guess(month, (int)day), month, (int)day);
            }

            var guessed = year ?? GuessMonth(month);
            return MonthTail(start, at, guessed, month);
        }

        private bool Continues(int at) => at < _text.Length && (char.IsLetterOrDigit(_text[at]) || _text[at] is '%' or '.');

        private TimeMark MonthTail(int start, int at, int year, int month)
        {
            if (year is < 1 or > 9998) return Impossible(start, at);
            if (Has(at, "份")) at++;
            if (Has(at, "底") || Has(at, "末")) return Day(start, at + 1, MonthEnd(year, month));
            if (Has(at, "初") || Has(at, "中") && !Has(at, "中旬") && !Has(at, "中心") && !Has(at, "中期")) return Nothing(start, at + 1, new DateOnly(year, month, Has(at, "初") ? 1 : 15));
            if (Has(at, "最后几天") || Has(at, "的最后几天")) return Range(start, at + (Has(at, "的") ? 5 : 4), _today, MonthEnd(year, month));
            if (Has(at, "上中旬")) return Range(start, at + 3, new DateOnly(year, month, 1), new DateOnly(year, month, 20));
            if (Has(at, "中下旬")) return Range(start, at + 3, new DateOnly(year, month, 11), MonthEnd(year, month));
            if (Tenth(at, out var first)) return Range(start, at + 2, new DateOnly(year, month, first), first == 21 ? MonthEnd(year, month) : new DateOnly(year, month, first + 9));
            if (Has(at, "度")) at++;
            return PeriodOf(start, at, new Period(year, month).ToString());
        }

        private bool Tenth(int at, out int first)
        {
            first = Has(at, "上旬") ? 1 : Has(at, "中旬") ? 11 : Has(at, "下旬") ? 21 : 0;
            return first > 0;
        }

        private static TimeMark Real(int start, int end, int year, int month, int day) =>
            year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? Day(start, end, new DateOnly(year, month, day)) : Impossible(start, end);

        /// <summary>The year of a bare month (convention 3).</summary>
        private int GuessMonth(int month)
        {
            if (_back && _today.Month <= 2 && month >= 10) return _today.Year - 1;
            return !_back && _today.Month >= 11 && month <= 3 ? _today.Year + 1 : _today.Year;
        }

        private int Guess(int month, int day) => GuessMonth(month);

        /// <summary>上半年, 去年下半年.</summary>
        private TimeMark? HalfYear(int at)
        {
            var start = at;
            var year = _today.Year;
            if (Has(at, "今年") || Has(at, "去年") || Has(at, "明年"))
            {
                year += _text[at] switch { '去' => -1, '明' => 1, _ => 0 };
                at += 2;
                if (Has(at, "的")) at++;
            }

            if (Has(at, "上半年")) return Range(start, at + 3, new DateOnly(year, 1, 1), new DateOnly(year, 6, 30));
            if (Has(at, "下半年")) return Range(start, at + 3, new DateOnly(year, 7, 1), new DateOnly(year, 12, 31));
            return null;
        }

        /// <summary>今年, 全年, 年内, 去年, 明年, 2017年, 年底, 今年6月, 去年12月15日.</summary>
        private TimeMark? YearPart(int at)
        {
            foreach (var (word, shift) in YearWords)
            {
                if (!Has(at, word)) continue;
                var year = _today.Year + shift;
                var end = at + word.Length;
                if (Has(end, "度") && !word.EndsWith('度')) end++;
                return Has(end, "任务") || Has(end, "目标") || (Has(end, "的目标") && word is "全年") ? Nothing(at, end) : InYear(at, end, year);
            }

            if ((Has(at, "年底") || Has(at, "年末")) && !Numerals.IsNumeral(at > 0 ? _text[at - 1] : ' ')) return Day(at, at + 2, new DateOnly(_today.Year, 12, 31));
            if (Has(at, "年初")) return Nothing(at, at + 2, new DateOnly(_today.Year, 1, 1));
            if (Has(at, "年终")) return Nothing(at, at + 2);
            var (number, n) = Numerals.Read(_text, at);
            if (n == 4 && number is >= 1900 and <= 2100 && Has(at + n, "年")) return InYear(at, at + n + (Has(at + n, "年度") ? 2 : 1), (int)number);
            if (n == 2 && number is >= 10 and <= 40 && char.IsAsciiDigit(_text[at]) && Has(at + 2, "年") && !Has(at + 2, "年来")) return InYear(at, at + 3, 2000 + (int)number);
            return null;
        }

        private TimeMark InYear(int start, int at, int year)
        {
            if (Has(at, "全年")) return PeriodOf(start, at + 2, year.ToString("0000", CultureInfo.InvariantCulture));
            var next = Has(at, "的") ? at + 1 : at;
            if (Has(next, "年底") || Has(next, "底") || Has(next, "末") || Has(next, "年末")) return Day(start, next + (Has(next, "年") ? 2 : 1), new DateOnly(year, 12, 31));
            if (Has(next, "最后几天")) return Range(start, next + 4, _today, new DateOnly(year, 12, 31));
            var (month, n) = Numerals.Read(_text, next);
            if (n > 0 && month is >= 1 and <= 12 && month == Math.Truncate(month) && Has(next + n, "月")) return MonthDay(start, next + n + 1, year, (int)month, named: true) ?? PeriodOf(start, at, $"{year:0000}");
            if (QuarterNumber(next, out var quarter, out var end))
            {
                return quarter is < 1 or > 4 ? Impossible(start, end) : QuarterTail(start, end, year, quarter);
            }

            if (Has(next, "上半年")) return Range(start, next + 3, new DateOnly(year, 1, 1), new DateOnly(year, 6, 30));
            if (Has(next, "下半年")) return Range(start, next + 3, new DateOnly(year, 7, 1), new DateOnly(year, 12, 31));
            return PeriodOf(start, at, year.ToString("0000", CultureInfo.InvariantCulture));
        }

        /// <summary>一季度, 第三季度, 三季, q3, 本季度, 上季度, 季度末, 三季度末.</summary>
        private TimeMark? QuarterPart(int at)
        {
            var now = Quarter.Of(_today);
            foreach (var (word, shift) in QuarterWords)
            {
                if (!Has(at, word)) continue;
                var quarter = Quarter.Of(now.FirstDay.AddMonths(shift * 3));
                var end = at + word.Length;
                if (word.EndsWith('季') && Has(end, "度")) end++;
                return QuarterTail(at, end, quarter.Year, quarter.Number);
            }

            if (Has(at, "季度末") || Has(at, "季末") || Has(at, "季度底")) return Day(at, at + (Has(at, "季末") ? 2 : 3), now.LastDay);
            if (!QuarterNumber(at, out var number, out var after)) return null;
            if (number is < 1 or > 4) return Impossible(at, after);
            var year = _today.Year;
            if (_back && _today.Month <= 2 && number == 4) year--;
            if (!_back && _today.Month >= 11 && number == 1) year++;
            return QuarterTail(at, after, year, number);
        }

        private bool QuarterNumber(int at, out int number, out int end)
        {
            number = end = 0;
            if (at < _text.Length && _text[at] == 'q' && at + 1 < _text.Length && char.IsAsciiDigit(_text[at + 1]))
            {
                number = _text[at + 1] - '0';
                end = at + 2;
                return true;
            }

            var start = Has(at, "第") ? at + 1 : at;
            var (value, n) = Numerals.Read(_text, start);
            if (n == 0 || value > 100 || value != Math.Truncate(value)) return false;
            end = start + n;
            if (Has(end, "个季度") && start > at) end += 3;
            else if (Has(end, "季度")) end += 2;
            else if (Has(end, "季") && !Has(end, "季节") && n == 1) end += 1;
            else return false;
            number = (int)value;
            return true;
        }

        private TimeMark QuarterTail(int start, int at, int year, int quarter)
        {
            var q = new Quarter(year, quarter);
            if (Has(at, "末") || Has(at, "底")) return Day(start, at + 1, q.LastDay);
            return PeriodOf(start, at, q.ToString());
        }

        /// <summary>本月, 上个月, 下月底, 这个月15号, 月底, 月内, 上旬.</summary>
        private TimeMark? MonthPart(int at)
        {
            var now = Period.Of(_today);
            foreach (var (word, shift) in MonthWords)
            {
                if (!Has(at, word)) continue;
                if (shift == int.MinValue) return Nothing(at, at + word.Length);
                var month = now.Add(shift);
                var end = at + word.Length;
                if (word == "月内") return PeriodOf(at, end, month.ToString());
                var next = Has(end, "的") ? end + 1 : end;
                var (day, n) = Numerals.Read(_text, next);
                if (n > 0 && day == Math.Truncate(day) && (Has(next + n, "号") || Has(next + n, "日"))) return Real(at, next + n + 1, month.Year, month.Month, (int)Math.Min(day, 99));
                return MonthTail(at, end, month.Year, month.Month);
            }

            if (Has(at, "月底") || Has(at, "月末")) return Day(at, at + 2, now.LastDay);
            if (Has(at, "月初") || Has(at, "月中")) return Nothing(at, at + 2, new DateOnly(now.Year, now.Month, Has(at, "月初") ? 1 : 15));
            return Tenth(at, out var first) ? Range(at, at + 2, new DateOnly(now.Year, now.Month, first), first == 21 ? now.LastDay : new DateOnly(now.Year, now.Month, first + 9)) : null;
        }

        /// <summary>15号, 二十日: the nearest such day.</summary>
        private TimeMark? DayOfMonth(int at)
        {
            var (day, n) = Numerals.Read(_text, at);
            if (n == 0 || day != Math.Truncate(day)) return null;
            var end = at + n;
            if (!Has(end, "号") && !(Has(end, "日") && !Has(end, "日常"))) return null;
            if (Has(end, "号楼") || Has(end, "号线") || Has(end, "号院") || Has(end, "号文") || Has(end, "号项目") || (at > 0 && _text[at - 1] == '第')) return null;
            if (at > 0 && _text[at - 1] == '每' || Has(at - 2 < 0 ? 0 : at - 2, "每月") && at >= 2) return Nothing(at, end + 1);
            if (day is < 1 or > 31) return day is > 31 and < 100 && Has(end, "号") ? Impossible(at, end + 1) : null;
            var month = Period.Of(_today);
            var wanted = (int)day;
            for (var i = 0; i < 13; i++)
            {
                if (wanted <= DateTime.DaysInMonth(month.Year, month.Month))
                {
                    var found = new DateOnly(month.Year, month.Month, wanted);
                    if (_back ? found <= _today : found >= _today) return Day(at, end + 1, found) with { BareDay = wanted };
                }

                month = month.Add(_back ? -1 : 1);
            }

            return Impossible(at, end + 1);
        }

        /// <summary>下午三点, 9:30, 晚上8点半, 上午; after a day or alone (then of today, or of tomorrow when it has passed).</summary>
        private TimeMark? Clock(int at, DateOnly? day, int start)
        {
            if (day is not null && Has(at, "的")) at++;
            while (day is not null && at < _text.Length && _text[at] == ' ') at++;
            var part = (Word: "", Hour: -1, Shift: 0);
            foreach (var candidate in DayParts)
            {
                if (!Has(at, candidate.Word)) continue;
                if (candidate.Word.Length == 1 && day is null) continue;
                part = candidate;
                at += candidate.Word.Length;
                break;
            }

            var next = at;
            while (next < _text.Length && _text[next] == ' ') next++;
            var (hour, minute, end) = HourAt(next);
            if (hour < 0)
            {
                if (part.Hour < 0) return null;
                var alone = day ?? (_today.ToDateTime(new TimeOnly(part.Hour, 0)) > _now ? _today : _today.AddDays(1));
                return new TimeMark(start, at, TimeKind.Moment) { Moment = alone.ToDateTime(new TimeOnly(part.Hour, 0)) };
            }

            if (part.Hour < 0 && day is null && end - next < 2) return null;
            if (part.Shift == 12 && hour is > 0 and < 12 && !(part.Word == "中午" && hour >= 11)) hour += 12;
            // 三点提醒我, without a part of the day: office hours decide.
            if (part.Hour < 0 && hour is >= 1 and <= 6) hour += 12;
            if (hour > 23 || minute > 59) return null;
            var time = new TimeOnly(hour, minute);
            var on = day ?? (_today.ToDateTime(time) > _now ? _today : _today.AddDays(1));
            return new TimeMark(start, end, TimeKind.Moment) { Moment = on.ToDateTime(time) };
        }

        private (int Hour, int Minute, int End) HourAt(int at)
        {
            var (value, n) = Numerals.ReadWhole(_text, at);
            if (n == 0 || value is < 0 or > 24) return (-1, 0, at);
            var end = at + n;
            if (Has(end, ":") && end + 2 < _text.Length + 0 && char.IsAsciiDigit(_text[end + 1]))
            {
                var (m, k) = Numerals.Read(_text, end + 1);
                return m is >= 0 and < 60 && k <= 2 ? ((int)value, (int)m, end + 1 + k) : (-1, 0, at);
            }

            if (Has(end, "点") && !Has(end, "点儿") && !Has(end, "点位")) end++;
            else if (Has(end, "时") && !Has(end, "时间") && !Has(end, "时候")) end++;
            else return (-1, 0, at);
            if (Has(end, "半")) return ((int)value, 30, end + 1);
            if (Has(end, "一刻")) return ((int)value, 15, end + 2);
            if (Has(end, "三刻")) return ((int)value, 45, end + 2);
            if (Has(end, "整") || Has(end, "钟")) return ((int)value, 0, end + 1);
            var (minutes, length) = Numerals.Read(_text, end);
            if (length > 0 && minutes is >= 0 and < 60 && minutes == Math.Truncate(minutes) && (Has(end + length, "分") || (length == 2 && char.IsAsciiDigit(_text[end])) || (minutes >= 10 && !char.IsAsciiDigit(_text[end]))))
            {
                return ((int)value, (int)minutes, end + length + (Has(end + length, "分钟") ? 2 : Has(end + length, "分") ? 1 : 0));
            }

            return ((int)value, 0, end);
        }
    }
}
