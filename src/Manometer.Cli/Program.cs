using Manometer.Cli;

return CommandLine.Run(args);
