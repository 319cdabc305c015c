import Statistics

/// What `trend_vectors.json` expects, from the numbers given in it.
enum TrendVectors {
    static let cases = ["A_sick_leave_annual", "B_participation_annual", "C_ties"]
    /// Inputs, by their paths: series, targets, parameters, and states that a library fitted.
    static let given =
        cases.flatMap { ["/\($0)/x", "/\($0)/y", "/\($0)/target"] } + [
            "/damped_holt_fixed/alpha", "/damped_holt_fixed/beta_star", "/damped_holt_fixed/phi",
            "/seasonal_mk_quarterly/y",
        ]
        + known["damped_holt_statsmodels_optimised"]["params"].leaves.map {
            "/damped_holt_statsmodels_optimised/params\($0.path)"
        }

    private static let known = Fixtures.trend

    static var computed: [String: [Double?]] {
        var found: [String: [Double?]] = [:]
        for name in cases {
            ranks(name, &found)
            lines(name, &found)
        }
        smoothing(&found)
        seasons(&found)
        growth(&found)
        linearPaces(&found)
        return found
    }

    private static func ranks(_ name: String, _ found: inout [String: [Double?]]) {
        let x = known[name]["x"].numbers, y = known[name]["y"].numbers
        let test = mannKendall(y)
        found["/\(name)/mk/S"] = [test.map { Double($0.s) }]
        found["/\(name)/mk/var_s"] = [test?.variance]
        found["/\(name)/mk/z"] = [test?.z]
        found["/\(name)/mk/p"] = [test?.p]
        found["/\(name)/mk/tau"] = [test?.tau]
        // There the years are counted 0, 1, 2 …
        let counted = theilSen(x: y.indices.map(Double.init), y: y)
        found["/\(name)/mk/slope"] = [counted?.slope]
        found["/\(name)/mk/intercept"] = [counted?.intercept]
        let line = theilSen(x: x, y: y)
        found["/\(name)/theilsen_scipy_joint/slope"] = [line?.slope]
        found["/\(name)/theilsen_scipy_joint/lo"] = [line?.low]
        found["/\(name)/theilsen_scipy_joint/hi"] = [line?.high]
        // The other intercept: the median of what the slope leaves.
        found["/\(name)/theilsen_scipy_joint/intercept"] = [
            line.flatMap { line in median(zip(x, y).map { $1 - line.slope * $0 }) }
        ]
        found["/\(name)/theilsen_scipy_separate_intercept"] = [line?.intercept]
        // tau b takes tied pairs off both halves; without ties it is tau. Its probability is the exact one without
        // ties, else the normal one without the step for continuity.
        let pairs = Double(y.count * (y.count - 1) / 2)
        let tied = Dictionary(grouping: y, by: { $0 }).values.reduce(0.0) { $0 + Double($1.count * ($1.count - 1) / 2) }
        found["/\(name)/kendall_tau_b/tau"] = [test.map { Double($0.s) / (pairs * (pairs - tied)).squareRoot() }]
        if tied == 0 {
            let exact = test.flatMap { exactKendallP(s: $0.s, count: y.count) }
            found["/\(name)/kendall_tau_b/p"] = [exact]
            found["/\(name)/kendall_exact_p"] = [exact]
        } else {
            found["/\(name)/kendall_tau_b/p"] = [
                test.map { 2 * Normal.cumulative(-abs(Double($0.s)) / $0.variance.squareRoot()) }
            ]
        }
    }

    private static func lines(_ name: String, _ found: inout [String: [Double?]]) {
        let x = known[name]["x"].numbers, y = known[name]["y"].numbers, target = known[name]["target"].number
        guard let line = leastSquares(x: x, y: y), let robust = theilSen(x: x, y: y), let time = x.last,
            let latest = y.last
        else { return }
        let wide = line.predictionInterval(at: 2030, level: 0.95)
        let all: [String: [Double?]] = [
            "intercept": [line.intercept], "slope": [line.slope], "s": [line.residualStandardDeviation],
            "sxx": [line.sxx], "xbar": [line.meanX], "se_slope": [line.slopeStandardError],
            "r2": [line.determination], "pred": [line.prediction(at: 2030)],
            "se_pred": [line.predictionStandardError(at: 2030)], "pi_lo": [wide?.low], "pi_hi": [wide?.high],
            "statsmodels": [line.prediction(at: 2030), wide?.low, wide?.high],
            "pi80": limits(line.predictionInterval(at: 2030, level: 0.8)),
            "t975": [StudentT.criticalValue(level: 0.95, degreesOfFreedom: line.degreesOfFreedom)],
            "t90": [StudentT.criticalValue(level: 0.8, degreesOfFreedom: line.degreesOfFreedom)],
        ]
        for (key, numbers) in all { found["/\(name)/ols/\(key)"] = numbers }
        let pace = pace(actual: robust.slope, from: latest, at: time, to: target, by: 2030)
        found["/\(name)/P_below_target_2030_ols"] = [line.probabilityBelow(target, at: 2030)]
        found["/\(name)/required_linear_per_year"] = [pace?.required]
        found["/\(name)/actual_linear_theilsen"] = [pace?.actual]
        found["/\(name)/pace_ratio_linear"] = [pace?.ratio]
        found["/\(name)/theilsen_projection_from_last"] = [latest + robust.slope * (2030 - time)]
    }

    private static func smoothing(_ found: inout [String: [Double?]]) {
        let y = known["B_participation_annual"]["y"].numbers
        let fixed = known["damped_holt_fixed"]
        let parameters = HoltParameters(
            level: fixed["alpha"].number, trend: fixed["beta_star"].number, damping: fixed["phi"].number)
        let steps = Array(1...5)
        let first = dampedHolt(y, parameters: parameters)
        found["/damped_holt_fixed/l0"] = [y[0]]
        found["/damped_holt_fixed/b0"] = [y[1] - y[0]]
        found["/damped_holt_fixed/level_T"] = [first?.level]
        found["/damped_holt_fixed/trend_T"] = [first?.trend]
        found["/damped_holt_fixed/residuals"] = first?.residuals
        found["/damped_holt_fixed/sigma2_mean_sq"] = [first?.residualVariance]
        found["/damped_holt_fixed/forecast"] = steps.map { first?.forecast(steps: $0) }
        found["/damped_holt_fixed/var_h"] = steps.map { first?.variance(steps: $0) }
        found["/damped_holt_fixed/pi95_h5"] = limits(first?.interval(steps: 5, level: 0.95))
        let before = dampedHolt(y, parameters: parameters, start: .beforeFirstValue)
        found["/damped_holt_statsmodels_same_params"] = steps.map { before?.forecast(steps: $0) }
        found["/damped_holt_statsmodels_convention/level"] = [before?.level]
        found["/damped_holt_statsmodels_convention/trend"] = [before?.trend]
        found["/damped_holt_statsmodels_convention/residuals"] = before?.residuals
        found["/damped_holt_statsmodels_convention/forecast"] = steps.map { before?.forecast(steps: $0) }
        let fitted = known["damped_holt_statsmodels_optimised"]["params"]
        let alpha = fitted["smoothing_level"].number
        let optimised = dampedHolt(
            y,
            parameters: HoltParameters(
                // That library's β is α · β*.
                level: alpha, trend: fitted["smoothing_trend"].number / alpha, damping: fitted["damping_trend"].number),
            start: .known(level: fitted["initial_level"].number, trend: fitted["initial_trend"].number))
        found["/damped_holt_statsmodels_optimised/forecast"] = steps.map { optimised?.forecast(steps: $0) }
    }

    private static func seasons(_ found: inout [String: [Double?]]) {
        let name = "seasonal_mk_quarterly"
        let y = known[name]["y"].numbers
        let seasonal = seasonalTrend(y, seasons: 4)
        found["/\(name)/S_by_season"] = seasonal?.test.seasons.map { $0.map { Double($0.s) } }
        found["/\(name)/S"] = [seasonal.map { Double($0.test.s) }]
        found["/\(name)/var_s"] = [seasonal?.test.variance]
        found["/\(name)/z"] = [seasonal?.test.z]
        found["/\(name)/p"] = [seasonal?.test.pValue]
        found["/\(name)/slope_per_year"] = [seasonal?.line.slope]
        let plain = mannKendall(y)
        found["/\(name)/unseasonal_S"] = [plain.map { Double($0.s) }]
        found["/\(name)/unseasonal_p"] = [plain?.p]
        found["/yoy_quarter_diffs"] = Array(yearOverYear(y, seasons: 4).dropFirst(4))
        found["/rolling4_mean"] = Array(rollingMeans(y, length: 4).dropFirst(3))
    }

    private static func growth(_ found: inout [String: [Double?]]) {
        func measure(
            _ start: (Int, Double), _ end: (Int, Double), _ target: Double?, _ wanted: DesiredChange,
            limit: Double? = nil
        ) -> GrowthRatio? {
            growthRatio(
                base: YearValue(year: start.0, value: start.1), current: YearValue(year: end.0, value: end.1),
                target: target.map { YearValue(year: 2030, value: $0) }, wanted: wanted, limit: limit)
        }
        let withTarget = [
            "participation_with_target": measure((2015, 61), (2025, 65.3), 70, .increase),
            "sick_with_target": measure((2016, 5.1), (2025, 5.6), 5, .decrease),
            "turnover_with_target": measure((2018, 18), (2025, 14.5), 12, .decrease),
            "achieved": measure((2015, 61), (2025, 70.5), 70, .increase),
        ]
        for (name, ratio) in withTarget {
            found["/opensdg/\(name)/cagr_obs"] = [ratio?.observed]
            found["/opensdg/\(name)/cagr_req"] = [ratio?.required]
            found["/opensdg/\(name)/R"] = [ratio?.value]
            found["/opensdg/\(name)/score"] = [ratio?.score]
        }
        let withoutTarget = [
            "no_target_volunteering": measure((2015, 38), (2025, 41), nil, .increase),
            "no_target_limit100": measure((2015, 92), (2025, 94), nil, .increase, limit: 100),
        ]
        for (name, ratio) in withoutTarget {
            found["/opensdg/\(name)/cagr"] = [ratio?.observed]
            found["/opensdg/\(name)/value"] = [ratio?.value]
            found["/opensdg/\(name)/C"] = [ratio?.thresholdFactor]
            found["/opensdg/\(name)/score"] = [ratio?.score]
        }
    }

    private static func linearPaces(_ found: inout [String: [Double?]]) {
        let y = known["B_participation_annual"]["y"].numbers
        let whole = pace(actual: (y[10] - y[0]) / 10, from: y[0], at: 2015, to: 70, by: 2030)
        // The pace of the last three years beside the one still needed by the report's rule: over the years from 2022
        // on.
        let recent = pace(actual: (y[10] - y[7]) / 3, from: y[7], at: 2022, to: 70, by: 2030)
        for (name, pace) in [("participation", whole), ("recent4", recent)] {
            found["/sdsn_linear/\(name)/actual"] = [pace?.actual]
            found["/sdsn_linear/\(name)/required"] = [pace?.required]
            found["/sdsn_linear/\(name)/ratio"] = [pace?.ratio]
        }
    }
}
