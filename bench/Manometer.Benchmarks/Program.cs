using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Manometer.Benchmarks;

if (args is ["memory", ..])
    return LiveMemory.Print();
if (args is ["synth-times"])
    return SynthTimes.Print();
if (args is ["synth-gate", ..])
    return SynthGate.Print(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 2000);
if (args is ["breaks", .. var rest])
    return BreakStudy.Print(rest is [var shared] ? shared : null);
if (args is ["breaks-times"])
    return BreakTimes.Print();
if (args is ["gates-impact", ..])
    return ImpactGates.Print(args.Length > 1 ? args[1] : "all");
if (args is ["interrupted", .. var only])
    return InterruptedStudy.Print(sizeOnly: only is ["size"]);
if (args is ["scores", "cpu"])
    return ScoringGate.PrintProcessorTime();
if (args is ["scores", ..])
    return ScoringGate.Print(args is [_, var draws] ? int.Parse(draws, System.Globalization.CultureInfo.InvariantCulture) : 10_000);
if (args is ["custody-crash-child", var victim])
    return CustodyGate.CrashChild(victim);
if (args is ["custody-crash", ..])
    return CustodyGate.Crash(args is [_, var kills] ? int.Parse(kills, System.Globalization.CultureInfo.InvariantCulture) : 1_000);
if (args is ["command-kills", var program, .. var often])
    return CommandKills.Print(program, often.Length > 0 ? int.Parse(often[0], System.Globalization.CultureInfo.InvariantCulture) : 500);
if (args is ["custody-flips", ..])
    return CustodyGate.Flips(args is [_, var flips] ? int.Parse(flips, System.Globalization.CultureInfo.InvariantCulture) : 10_000);
if (args is ["custody-verify", ..])
    return CustodyGate.Items(args is [_, var items] ? int.Parse(items, System.Globalization.CultureInfo.InvariantCulture) : 10_000);
if (args is ["make", var folder, var count])
{
    Manometer.Testing.SyntheticCase.Write(folder, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["gold-model", var model, var endpoint, .. var more])
    return Manometer.Benchmarks.Coding.GoldModel.Print(model, endpoint, more.Length > 0 ? more[0] : null, more.Length > 1 ? more[1] : null);
if (args is ["gold", "development", .. var halfMisses])
    return Manometer.Benchmarks.Coding.GoldHalves.Print(null, halfMisses.Length > 0 ? halfMisses[0] : null, developmentOnly: true);
if (args is ["gold", .. var gold])
    return Manometer.Benchmarks.Coding.GoldHalves.Print(gold.Length > 0 ? gold[0] : null, gold.Length > 1 ? gold[1] : null);
if (args is ["coding", "model", .. var modelFiles])
    return Manometer.Benchmarks.Coding.ModelFit.Run(modelFiles.Length > 0 ? modelFiles[0] : null, modelFiles.Length > 1 ? modelFiles[1] : null);
if (args is ["coding", .. var measured])
    return Manometer.Benchmarks.Coding.CodingReport.Print(measured.Length > 0 ? int.Parse(measured[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000, measured.Length > 1 ? measured[1] : null);
if (args is ["main-text", var pages, .. var show])
    return Manometer.Benchmarks.Capture.MainTextStudy.Print(pages, worst: show is ["worst"]);
if (args is ["corroboration", .. var gates])
    return Manometer.Benchmarks.Corroboration.CorroborationGates.Run(gates);
if (args is ["verdicts", "controls", .. var controlled])
    return ControlGates.Print(controlled is [var howMany] ? int.Parse(howMany, System.Globalization.CultureInfo.InvariantCulture) : 100);
if (args is ["verdicts", "foretelling", .. var corporaOfMany])
    return VerdictGates.Foretelling(corporaOfMany is [var cases] ? int.Parse(cases, System.Globalization.CultureInfo.InvariantCulture) : 40);
if (args is ["verdicts", .. var drawn])
    return VerdictGates.Print(drawn.Length > 0 ? int.Parse(drawn[0], System.Globalization.CultureInfo.InvariantCulture) : 200);
if (args is ["pressure", "case", var timed, .. var times])
    return PressureCaseTimes.Print(timed, times.Length > 0 ? int.Parse(times[0], System.Globalization.CultureInfo.InvariantCulture) : 3);
if (args is ["pressure", "polls"])
    return PollGate.Print();
if (args is ["pressure", "court"])
    return CourtGate.Print();
if (args is ["pressure", ..])
    return PressureGates.Run(args[1..]);

// in process: the machine the figures are for is small, and a project built per benchmark would take longer than the benchmarks
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(7));
BenchmarkSwitcher.FromAssembly(typeof(EdtfBenchmarks).Assembly).Run(args, config);
return 0;
