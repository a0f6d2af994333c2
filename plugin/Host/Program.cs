System.Console.WriteLine("semantic-eq");
