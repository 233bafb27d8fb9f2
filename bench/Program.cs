Console.Error.WriteLine("bench: name a benchmark"); return 1;
