namespace PartyProjects.Bench;

/// <summary>Process start to the first answered turn, and idle memory, beside the bare host. <c>start [--rounds 5]</c></summary>
internal static class StartBench
{
    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = new Options(args).Int("rounds", 5);
        List<double> bare = [], product = [], memory = [];
        await using var channel = await Channel.OpenAsync();
        for (var i = 0; i < rounds; i++)
        {
            var folder = Directory.CreateTempSubdirectory("start-bench").FullName;
            var port = BotProcess.FreePort();
            using (var echo = await BotProcess.StartAsync(port, folder, BotProcess.BenchDll, "echo-bot", "--port", $"{port}"))
            {
                bare.Add(await FirstTurnAsync(channel, echo));
            }

            port = BotProcess.FreePort();
            string[] start = [BotProcess.ProductDll, "--Database:Path=start.db", $"--urls=http://127.0.0.1:{port}"];
            // The first start fills the demo; what is promised is the start of a filled database.
            using (await BotProcess.StartAsync(port, folder, start))
            {
            }

            using (var bot = await BotProcess.StartAsync(port, folder, start))
            {
                product.Add(await FirstTurnAsync(channel, bot));
                await Task.Delay(TimeSpan.FromSeconds(5));
                memory.Add(bot.WorkingSetMiB);
            }

            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine($"first answered turn: bare host {Median(bare):0} ms, product {Median(product):0} ms, ratio {Median(product) / Median(bare):0.00}; idle memory {Median(memory):0} MiB");
        return 0;
    }

    private static async Task<double> FirstTurnAsync(Channel channel, BotProcess bot)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await channel.SayAsync(bot.Port, "first", "first", "你好");
        return (bot.Start + watch.Elapsed).TotalMilliseconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
