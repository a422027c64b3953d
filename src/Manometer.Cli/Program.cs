using Manometer.Cli;

return args is [PdfReading.Argument] ? PdfReading.Serve() : CommandLine.Run(args);
