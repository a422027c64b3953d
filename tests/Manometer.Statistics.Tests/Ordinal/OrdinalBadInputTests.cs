namespace Manometer.Statistics.Tests;

public class OrdinalBadInputTests
{
    private static OrdinalData Data(params OrdinalReport[] reports) => new()
    {
        Months = 20,
        Families = [new("branch", 2)],
        Cells = [OrdinalCell.Of(0), OrdinalCell.Of(1)],
        Sources = [new(), new()],
        Reports = reports,
        Interventions = [new("act", 8, [new(0, 1)])],
    };

    private static string[] Codes(OrdinalFit fit) => [.. fit.Warnings.Select(w => w.Code)];

    [Fact]
    public void Without_reports_nothing_is_said()
    {
        var fault = Assert.Throws<OrdinalException>(() => OrdinalFit.Of(Data()));
        Assert.Equal("NO_REPORTS", fault.Code);
        Assert.Throws<OrdinalException>(() => OrdinalFit.Of(Data(new OrdinalReport(0, 3, 1, 1, 0) { Weight = 0 })));
    }

    [Fact]
    public void One_report_leaves_the_prior_nearly_as_it_was_and_says_so()
    {
        var fit = OrdinalFit.Of(Data(new OrdinalReport(0, 12, 2, 2, 0)));
        Assert.Contains("FEW_REPORTS", Codes(fit));
        Assert.Contains("ONE_SOURCE", Codes(fit));
        Assert.Contains("NO_NEWS", Codes(fit));
        Assert.InRange(fit.MeanEffect!.Positive, 0.3, 0.7);
    }

    [Fact]
    public void Reports_of_one_month_say_nothing_of_movement()
    {
        var fit = OrdinalFit.Of(Data([.. Enumerable.Range(0, 12).Select(i => new OrdinalReport(i % 2, 12, 1, 2, i % 2))]));
        Assert.Contains("ONE_MONTH", Codes(fit));
        Assert.Contains("NOTHING_BEFORE", Codes(fit));
    }

    [Fact]
    public void Twins_that_contradict_each_other_leave_the_state_where_it_was_and_the_band_wide()
    {
        var fit = OrdinalFit.Of(Data(new OrdinalReport(0, 12, 2, 2, 0) { Event = 1 }, new OrdinalReport(0, 12, -2, -2, 1) { Event = 1 }));
        var point = fit.Index(OrdinalLine.Mean("first", [0]))[12].Estimate;
        Assert.InRange(Math.Abs(point.Mean), 0, 0.25);
        Assert.True(point.Low90 < -0.2 && point.High90 > 0.2);
    }

    [Fact]
    public void Where_every_cell_is_aimed_at_the_effect_is_not_identifiable()
    {
        var reports = Enumerable.Range(0, 60).Select(i => new OrdinalReport(i % 2, i % 20, i % 20 < 8 ? 0 : 1, i % 20 < 8 ? 0 : 2, i % 2)).ToArray();
        var all = Data(reports) with { Interventions = [new("act", 8, [new(0, 1), new(1, 1)])] };
        var warning = OrdinalFit.Of(all).Warnings.Single(w => w.Kind == OrdinalWarningKind.NotIdentifiable);
        Assert.StartsWith("Not identifiable from these data", warning.Text);
        Assert.DoesNotContain("NOT_IDENTIFIABLE", Codes(OrdinalFit.Of(Data(reports))));
    }

    [Fact]
    public void One_source_that_gives_most_of_the_record_is_named()
    {
        var reports = Enumerable.Range(0, 40).Select(i => new OrdinalReport(i % 2, i % 20, 1, 1, i % 10 == 0 ? 1 : 0)).ToArray();
        Assert.Contains("ONE_SOURCE_DOMINATES", Codes(OrdinalFit.Of(Data(reports))));
        Assert.Contains("ORIGINS_UNKNOWN", Codes(OrdinalFit.Of(Data(reports))));
    }

    public static TheoryData<string, OrdinalData, OrdinalModel> Broken()
    {
        var good = Data(new OrdinalReport(0, 3, 1, 1, 0));
        return new()
        {
            { "RANGE", Data(new OrdinalReport(2, 3, 1, 1, 0)), new() },
            { "RANGE", Data(new OrdinalReport(0, 20, 1, 1, 0)), new() },
            { "RANGE", Data(new OrdinalReport(0, 3, 1, 1, 5)), new() },
            { "RANGE", Data(new OrdinalReport(0, 3, -2, 2, 0)), new() },
            { "RANGE", Data(new OrdinalReport(0, 3, 2, 1, 0)), new() },
            { "RANGE", Data(new OrdinalReport(0, 3, 1, 1, 0) { Weight = double.NaN }), new() },
            { "RANGE", good with { Months = 0 }, new() },
            { "RANGE", good with { Cells = [] }, new() },
            { "RANGE", good with { Sources = [new(1.0), new()] }, new() },
            { "RANGE", good with { BaselineFirst = 99 }, new() },
            { "NOT_FINITE", good with { Series = [new("s", [new(0, 1)], [(1, double.NaN)])] }, new() },
            { "NOT_FINITE", good with { Interventions = [new("act", double.NaN, [])] }, new() },
            { "MODEL", good, new() { Kernels = [] } },
            { "MODEL", good, new() { Cuts = [1, 0, 2, 3] } },
            { "MODEL", good, new() { CommonWalk = ScalePrior.Fixed(0) } },
            { "MODEL", good, new() { Selection = double.NaN } },
        };
    }

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void Input_that_cannot_be_used_is_refused_with_a_code(string code, OrdinalData data, OrdinalModel model) =>
        Assert.Equal(code, Assert.Throws<OrdinalException>(() => OrdinalFit.Of(data, model)).Code);

    [Fact]
    public void An_extreme_series_is_refused_or_fitted_but_never_gives_nan()
    {
        var data = Data(new OrdinalReport(0, 3, 1, 1, 0)) with { Series = [new("s", [new(0, 1)], [(1, 1e300), (2, -1e300)])] };
        try
        {
            Assert.True(double.IsFinite(OrdinalFit.Of(data).LogEvidence));
        }
        catch (OrdinalException fault)
        {
            Assert.Equal(OrdinalFault.Numerical, fault.Fault);
        }
    }

    [Fact]
    public void A_model_with_nothing_but_one_line_and_one_month_still_answers()
    {
        var data = new OrdinalData { Months = 1, Cells = [OrdinalCell.Of()], Sources = [new()], Reports = [new(0, 0, 1, 1, 0)] };
        var fit = OrdinalFit.Of(data);
        Assert.True(double.IsFinite(fit.LogEvidence));
        Assert.Null(fit.MeanEffect);
        Assert.Equal(0, fit.Index(OrdinalLine.Mean("all", [0]))[0].Estimate.Mean, 1e-9);
    }

    [Fact]
    public void A_fit_beyond_memory_is_refused_at_once_with_a_way_forward()
    {
        // 20,000 events, each of three reports in distant months
        var reports = Enumerable.Range(0, 60_000).Select(i => new OrdinalReport(0, 5 * (i % 3), 1, 1, 0) { Event = i / 3, Published = 10 }).ToArray();
        var data = Data(reports) with { Months = 12 };
        var fault = Assert.Throws<OrdinalException>(() => OrdinalFit.Of(data));
        Assert.Equal("TOO_LARGE", fault.Code);
        Assert.Contains("20000 events", fault.Message, StringComparison.Ordinal);
        Assert.Contains("events of their own", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_reports_of_events_within_a_month_are_not_too_large()
    {
        var reports = Enumerable.Range(0, 60_000).Select(i => new OrdinalReport(0, i / 3 % 11, 1, 1, 0) { Event = i / 3, Published = 10 }).ToArray();
        OrdinalSize.Check(new OrdinalLayout(Data(reports) with { Months = 12 }, new OrdinalModel(), new OrdinalModel().Kernels[0].Kernel));
    }
}
