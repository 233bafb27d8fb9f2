using System.Text.Json;

namespace PartyProjects.Bench;

/// <summary>
/// A whole turn (understood, decided, committed with synchronous FULL, answered through the connector) beside a bare Kestrel echo, interleaved in one run.
/// <c>turn [--conversations 64] [--seconds 5] [--rounds 3]</c>
/// </summary>
internal static class TurnBench
{
    // What secretaries say in a normal week: one report in three turns, the rest questions.
    private static readonly string[] Mixed = ["这个月进度到82%了,党群驿站开始试运营,没有问题,下个月准备挂牌", "取消", "还欠什么", "我的项目怎么样", "M7什么时候到期", "红灯有哪些"];

    public static async Task<int> RunAsync(string[] args)
    {
        var options = new Options(args);
        var conversations = options.Int("conversations", 64);
        var time = TimeSpan.FromSeconds(options.Int("seconds", 5));
        var folder = Directory.CreateTempSubdirectory("turn-bench").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "roster.json"), Roster.Json(conversations));
            await BotProcess.VerbAsync(folder, "import", "roster.json", "--Database:Path=bench.db", "--Demo:Year=none");
            using var codes = JsonDocument.Parse("[" + string.Join(',', (await BotProcess.VerbAsync(folder, "codes", "--json", "--Database:Path=bench.db", "--Demo:Year=none")).Split('\n', StringSplitOptions.RemoveEmptyEntries)) + "]");
            var secretaries = codes.RootElement.EnumerateArray().Where(c => c.GetProperty("role").GetString() == "书记").Select(c => c.GetProperty("code").GetString()!).Take(conversations).ToArray();

            int echoPort = BotProcess.FreePort(), botPort = BotProcess.FreePort();
            using var echo = await BotProcess.StartAsync(echoPort, folder, BotProcess.BenchDll, "echo-bot", "--port", $"{echoPort}");
            using var bot = await BotProcess.StartAsync(botPort, folder, BotProcess.ProductDll, "--Database:Path=bench.db", "--Demo:Year=none", "--Clock:StartAt=2017-10-10T09:00", $"--urls=http://127.0.0.1:{botPort}");
            await using var channel = await Channel.OpenAsync();
            for (var i = 0; i < secretaries.Length; i++) await channel.SayAsync(botPort, $"cu{i}", $"u{i}", $"绑定 {secretaries[i]}");

            Console.WriteLine($"{conversations} conversations, {time.TotalSeconds:0} s a leg; idle memory {bot.WorkingSetMiB:0} MiB (echo {echo.WorkingSetMiB:0} MiB)");
            (string Name, Func<int, int, string> Say)[] loads = [("mixed", (c, n) => Mixed[(n + c) % Mixed.Length]), ("query", (_, _) => "还欠什么")];
            var user = (int c) => $"u{c}";
            // Warm both, so that tiered compilation is done with.
            await channel.LoadAsync(echoPort, conversations, TimeSpan.FromSeconds(3), (_, _) => "hello", user, a => a == "hello");
            await channel.LoadAsync(botPort, conversations, TimeSpan.FromSeconds(6), loads[0].Say, user, a => a.Length > 0);
            foreach (var (name, say) in loads)
            {
                var ratios = new List<double>();
                for (var round = 0; round < options.Int("rounds", 3); round++)
                {
                    var floor = await channel.LoadAsync(echoPort, conversations, time, (_, n) => $"m{n}", user, a => a.Length > 0);
                    var cpu = bot.Cpu;
                    var turns = await channel.LoadAsync(botPort, conversations, time, say, user, a => a.Length > 0);
                    ratios.Add(turns.TurnsPerSecond / floor.TurnsPerSecond);
                    Console.WriteLine($"{name}: echo {floor.TurnsPerSecond,7:0}/s p99 {P99(floor.Latencies):0.0} ms | turn {turns.TurnsPerSecond,7:0}/s p99 {P99(turns.Latencies):0.0} ms, {(bot.Cpu - cpu).TotalMicroseconds / turns.Latencies.Length:0} us CPU | ratio {ratios[^1]:0.00}, p99 ratio {P99(turns.Latencies) / P99(floor.Latencies):0.0}");
                }

                ratios.Sort();
                Console.WriteLine($"{name}: median ratio {ratios[ratios.Count / 2]:0.00}");
            }

            Console.WriteLine($"memory after load {bot.WorkingSetMiB:0} MiB");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double P99(double[] sorted) => sorted[Math.Min(sorted.Length - 1, sorted.Length * 99 / 100)];
}
