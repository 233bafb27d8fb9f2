using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartyProjects.Data;
using PartyProjects.Data.DataFiles;
using PartyProjects.Data.Demo;
using PartyProjects.Domain.Calendar;
using PartyProjects.Scheduler.Nudges;
using PartyProjects.Scheduler.Outbox;

namespace PartyProjects.Tests.Scheduler;

/// <summary>The notifier on a real database with a fake clock: the demo year is replayed as the clock passes it, everybody is bound to one loopback channel.</summary>
internal sealed class NotifierHouse : IAsyncDisposable
{
    public const string Channel = "test";

    private readonly string folder = Directory.CreateTempSubdirectory("notifier").FullName;
    private readonly DemoReplay replay = new(DemoYear.File2017, DemoYear.Offices, AliasFile.None);

    private readonly string? postgres;

    public NotifierHouse(DateTime start, bool bindEverybody = true, string? postgres = null)
    {
        this.postgres = postgres;
        Clock = new FakeTimeProvider(ChinaTime.Instant(start));
        RealTime = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        Open();
        Do(session => replay.Advance(session, session.Now)).GetAwaiter().GetResult();
        if (bindEverybody)
        {
            Do(session =>
            {
                foreach (var person in session.Programme.People.ToList()) session.BindIdentity(person.Id, Channel, "", person.Id, null, "test");
            }).GetAwaiter().GetResult();
        }
    }

    public FakeTimeProvider Clock { get; }

    public FakeTimeProvider RealTime { get; }

    public ProgrammeStore Store { get; private set; } = null!;

    public RecordingSender Sink { get; } = new();

    public Notifier Notifier { get; private set; } = null!;

    public SlotRun Slots { get; private set; } = null!;

    public OutboxDelivery Delivery { get; private set; } = null!;

    /// <summary>What people were told, in order.</summary>
    public IReadOnlyList<OutgoingMessage> Told => [.. Sink.Taken];

    private void Open()
    {
        Store = ProgrammeStore.Open(postgres is null ? Database.Sqlite(Path.Combine(folder, "programme.db")) : Database.Postgres(postgres), DemoYear.Shipped, Clock, RealTime);
        var node = new NotifierNode("node");
        var planner = NudgePlanner.WithAllRules();
        Slots = new SlotRun(Store, planner, DemoYear.Words.Say, node, Clock, NullLogger<SlotRun>.Instance);
        Delivery = new OutboxDelivery(Store, Sink, new StillTrue(Store, planner, DemoYear.Words.Say), new Pacing(Pacing.Defaults, RealTime), node, Clock, () => 0.5, NullLogger<OutboxDelivery>.Instance);
        Notifier = new Notifier(Slots, Delivery, new OwnReminders(Store, DemoYear.Words.Say), new RunReport(Store, DemoYear.Words.Say));
    }

    public Task Do(Action<WriteSession> act) => Store.WriteAsync(act);

    /// <summary>The clock moves on and passes what happened meanwhile; nobody rings.</summary>
    public async Task MoveTo(DateTime moment)
    {
        Clock.SetUtcNow(ChinaTime.Instant(moment));
        RealTime.Advance(TimeSpan.FromHours(1));
        await Do(session => replay.Advance(session, session.Now));
    }

    /// <summary>The alarm rings at the moment.</summary>
    public async Task Ring(DateTime moment)
    {
        await MoveTo(moment);
        await Notifier.RunSlotAsync(CancellationToken.None);
    }

    /// <summary>Both slots of every workday in the span ring.</summary>
    public async Task RingThrough(DateOnly from, DateOnly to)
    {
        foreach (var slot in Slot.Between(from.ToDateTime(TimeOnly.MinValue), to.ToDateTime(TimeOnly.MaxValue), DemoYear.Calendar.IsWorkday)) await Ring(slot.Moment);
    }

    /// <summary>The process ends and starts again on the same file.</summary>
    public async Task Restart()
    {
        await Store.DisposeAsync();
        Open();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A channel that takes everything and keeps it, or answers as a test says.</summary>
internal sealed class RecordingSender : IMessageSender
{
    public ConcurrentQueue<OutgoingMessage> Taken { get; } = new();

    public Func<OutgoingMessage, DeliveryOutcome>? Answer { get; set; }

    public int Calls;

    public Task<DeliveryOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        Interlocked.Increment(ref Calls);
        var outcome = Answer?.Invoke(message) ?? new DeliveryOutcome.Sent("r-" + message.IdempotencyKey, message.Text);
        if (outcome is DeliveryOutcome.Sent) Taken.Enqueue(message);
        return Task.FromResult(outcome);
    }
}
