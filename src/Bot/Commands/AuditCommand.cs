using PartyProjects.Data;

namespace PartyProjects.Bot.Commands;

/// <summary><c>audit verify</c>: walks the chain of hashes and names the first entry that was changed, removed or swapped.</summary>
internal static class AuditCommand
{
    public static Task<int> RunAsync(CommandContext command)
    {
        if (command.Args.FirstOrDefault() != "verify") return Task.FromResult(command.Fail("Command.NeedsOption", ("option", "verify"), ("example", "audit verify")));
        return OpenBooks.RunAsync(command, async books =>
        {
            var verdict = new AuditChain(books.Store.Database).Verify();
            if (verdict.FirstBad is { } bad) return command.Fail("Audit.Broken", ("seq", bad), ("fault", verdict.Fault), ("count", verdict.Entries));
            await command.Output.WriteLineAsync(command.Wording.Say("Audit.Whole", ("count", verdict.Entries), ("hash", verdict.LastHash)));
            return 0;
        }, readOnly: true);
    }
}
