using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Scheduler.Outbox;

namespace PartyProjects.Tests.Scheduler;

/// <summary>From the slot to the person, on a real database.</summary>
public sealed class NotifierTests
{
    private const string Daguan = "大观街道党工委书记", Huguo = "护国街道党工委书记";

    private static DateTime At(int month, int day, int hour, int minute = 0) => new(2017, month, day, hour, minute, 0);

    [Fact]
    public async Task Who_has_filed_hears_nothing_and_who_has_not_hears_at_nine()
    {
        await using var house = new NotifierHouse(At(9, 18, 8, 55));
        await house.Do(s => s.StoreReportEvent("WH2017-01", new Period(2017, 9), new ReportEvent { Kind = ReportEventKind.Submit, At = s.Now, By = Huguo, Percent = 78, Done = "党群驿站开始试运营", Problem = "资金", Plan = "准备挂牌" }));
        await house.Ring(At(9, 18, 9));
        Assert.Contains(house.Told, m => m.RecipientId == Daguan && m.Text.Contains("【月报提示】9月月报请于9月25日(星期一)18:00前报送", StringComparison.Ordinal));
        Assert.DoesNotContain(house.Told, m => m.RecipientId == Huguo && m.Text.Contains("月报", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_restart_or_a_second_alarm_never_repeats_a_push()
    {
        await using var house = new NotifierHouse(At(9, 18, 8, 55));
        await house.Ring(At(9, 18, 9));
        var told = house.Told.Count(m => m.RecipientId == Daguan);
        await house.Ring(At(9, 18, 9, 1));
        await house.Restart();
        await house.Ring(At(9, 18, 9, 5));
        await house.Ring(At(9, 18, 15));
        await house.Ring(At(9, 19, 9));
        Assert.Equal(told, house.Told.Count(m => m.RecipientId == Daguan && m.Text.Contains("月报提示", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Filed_between_planning_and_sending_means_nothing_is_sent()
    {
        await using var house = new NotifierHouse(At(9, 25, 8, 55));
        await house.MoveTo(At(9, 25, 15));
        await house.Slots.RunDueAsync();
        await house.Do(s => s.StoreReportEvent("WH2017-06", new Period(2017, 9), new ReportEvent { Kind = ReportEventKind.Submit, At = s.Now, By = "x", Percent = 50, Done = "完成培训2场", Problem = "无", Plan = "继续推进整改" }));
        await house.Notifier.DeliverAsync(CancellationToken.None);
        Assert.DoesNotContain(house.Told, m => m.RecipientId == "莲华街道党工委书记" && m.Text.Contains("今日截止】9月", StringComparison.Ordinal));
        Assert.Contains(house.Told, m => m.Text.Contains("今日截止】9月", StringComparison.Ordinal));
        Assert.Contains(new OutboxRepository(house.Store).MessagesOf("莲华街道党工委书记", new DateOnly(2017, 9, 25)), m => m.Message is { State: MessageState.Dropped, Reason: "NoLongerTrue" });
    }

    [Fact]
    public async Task The_run_report_goes_to_the_department_once()
    {
        await using var house = new NotifierHouse(At(9, 18, 8, 55));
        await house.Ring(At(9, 18, 9));
        await house.Ring(At(9, 18, 9, 1));
        var reports = house.Told.Where(m => m.Text.Contains("【催办情况】", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, reports.Count);
        Assert.All(reports, r => Assert.Contains("区委组织部", r.RecipientId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missed_slot_is_an_event_and_what_is_still_true_is_caught_up_once()
    {
        await using var house = new NotifierHouse(At(9, 15, 8, 55));
        await house.Ring(At(9, 15, 9));
        await house.Ring(At(9, 19, 11));
        Assert.DoesNotContain(house.Told, m => m.Text.Contains("月报提示", StringComparison.Ordinal));
        Assert.Equal(4, new RunRepository(house.Store).Latest(20).Count(r => r.State == RunState.Missed));
        await house.Ring(At(9, 19, 15));
        await house.Ring(At(9, 20, 9));
        Assert.Single(house.Told, m => m.RecipientId == Daguan && m.Text.Contains("月报提示", StringComparison.Ordinal));
        Assert.Contains(house.Told, m => m.Text.Contains("系统曾停止运行", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_late_binding_hears_what_is_still_true_at_the_next_slot()
    {
        await using var house = new NotifierHouse(At(9, 18, 8, 55), bindEverybody: false);
        await house.Ring(At(9, 18, 9));
        Assert.Empty(house.Told);
        await house.Do(s => s.BindIdentity(Daguan, NotifierHouse.Channel, "", Daguan, null, "code"));
        await house.Ring(At(9, 18, 15));
        Assert.Single(house.Told, m => m.RecipientId == Daguan);
    }

    [Fact]
    public async Task A_failing_channel_is_tried_five_times_and_then_given_up_with_the_reason()
    {
        await using var house = new NotifierHouse(At(9, 18, 8, 55));
        house.Sink.Answer = m => m.RecipientId == Daguan ? new DeliveryOutcome.Retry(TimeSpan.Zero, OutcomeScope.Row, "500") : new DeliveryOutcome.Sent("ok", m.Text);
        await house.Ring(At(9, 18, 9));
        for (var minute = 1; minute < 60; minute++)
        {
            await house.MoveTo(At(9, 18, 9, minute));
            await house.Notifier.DeliverAsync(CancellationToken.None);
        }

        var letter = Assert.Single(new OutboxRepository(house.Store).DeadLetters(10));
        Assert.Equal((Daguan, "500", MessageState.Failed), (letter.PersonId, letter.Reason, letter.State));
    }

    [Fact]
    public async Task An_unknown_result_is_shown_as_such_and_not_sent_again()
    {
        await using var house = new NotifierHouse(At(9, 18, 8, 55));
        house.Sink.Answer = m => m.RecipientId == Daguan ? new DeliveryOutcome.Unknown("timeout") : new DeliveryOutcome.Sent("ok", m.Text);
        await house.Ring(At(9, 18, 9));
        var calls = house.Sink.Calls;
        await house.Ring(At(9, 18, 9, 30));
        Assert.Equal(MessageState.Unknown, Assert.Single(new OutboxRepository(house.Store).DeadLetters(10)).State);
        Assert.Contains(house.Told, m => m.Text.Contains("结果不明1条", StringComparison.Ordinal));
        Assert.DoesNotContain(house.Told, m => m.RecipientId == Daguan);
        Assert.True(house.Sink.Calls - calls <= 3);
    }

    [Fact]
    public async Task A_bad_secret_stops_the_channel_without_burning_attempts()
    {
        await using var house = new NotifierHouse(At(9, 18, 8, 55));
        house.Sink.Answer = _ => new DeliveryOutcome.GiveUp("40001", OutcomeScope.Channel);
        await house.Ring(At(9, 18, 9));
        var outbox = new OutboxRepository(house.Store);
        Assert.Single(outbox.Paused(At(9, 18, 9)));
        house.Sink.Answer = null;
        await house.Ring(At(9, 18, 9, 10));
        Assert.Empty(house.Told);
        await outbox.ReleaseAsync(NotifierHouse.Channel, "");
        await house.Ring(At(9, 18, 9, 20));
        Assert.Contains(house.Told, m => m.RecipientId == Daguan);
        Assert.Empty(outbox.DeadLetters(10));
    }

    [Fact]
    public async Task A_working_saturday_has_slots_and_a_holiday_has_none()
    {
        await using var house = new NotifierHouse(At(9, 29, 17));
        await house.Ring(At(9, 30, 9));
        Assert.NotNull(new RunRepository(house.Store).Find("20170930-0900"));
        for (var day = 1; day <= 8; day++) await house.Ring(At(10, day, 9));
        Assert.DoesNotContain(new RunRepository(house.Store).Latest(100), r => r.SlotOn.Month == 10);
    }

    [Fact]
    public async Task An_event_in_the_evening_waits_for_the_morning_and_comes_with_the_digest()
    {
        await using var house = new NotifierHouse(At(9, 15, 20));
        await house.Do(s => s.TellAtOnce(new EventNotice { Rule = "E01", Target = "WH2017-02/2017-08", PersonId = Daguan, Text = "8月月报已退回。" }));
        await house.Ring(At(9, 15, 20, 1));
        await house.Ring(At(9, 16, 9));
        Assert.Empty(house.Told);
        await house.Ring(At(9, 18, 9));
        var message = Assert.Single(house.Told, m => m.RecipientId == Daguan);
        Assert.Contains("8月月报已退回。", message.Text, StringComparison.Ordinal);
        Assert.Contains("月报提示", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_equals_what_was_rehearsed_except_who_reported_in_between()
    {
        await using var house = new NotifierHouse(At(9, 18, 8, 30));
        await house.Ring(At(9, 18, 8, 40));
        var rehearsal = new PartyProjects.Scheduler.Nudges.Rehearsal(house.Store, PartyProjects.Scheduler.Nudges.NudgePlanner.WithAllRules(), DemoYear.Words.Say);
        var slot = PartyProjects.Scheduler.Nudges.Slot.Morning(new DateOnly(2017, 9, 18));
        var rehearsed = await rehearsal.OfAsync(slot);
        Assert.Equal(rehearsed.Hash, (await rehearsal.OfAsync(slot)).Hash);
        await house.Do(s => s.StoreReportEvent("WH2017-02", new Period(2017, 9), new ReportEvent { Kind = ReportEventKind.Submit, At = s.Now, By = Daguan, Percent = 70, Done = "完成走访2场", Problem = "无", Plan = "准备挂牌" }));
        await house.Ring(At(9, 18, 9));
        var sent = house.Told.Where(m => !m.Text.StartsWith("【催办情况】", StringComparison.Ordinal)).ToDictionary(m => m.RecipientId, m => m.Text, StringComparer.Ordinal);
        var expected = rehearsed.Messages.Where(m => !m.PersonId.StartsWith("大观街道", StringComparison.Ordinal)).ToDictionary(m => m.PersonId, m => m.Text, StringComparer.Ordinal);
        Assert.Equal(expected.OrderBy(p => p.Key, StringComparer.Ordinal), sent.Where(p => !p.Key.StartsWith("大观街道", StringComparison.Ordinal)).OrderBy(p => p.Key, StringComparer.Ordinal));
    }
}
