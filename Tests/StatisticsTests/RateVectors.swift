import Statistics

/// What `rates_vectors.json` expects, from the numbers given in it.
enum RateVectors {
    /// Inputs, by their paths.
    static let given =
        [
            "/rate_per_1000/o", "/rate_per_1000/pop", "/weighted_mean/x", "/weighted_mean/w", "/fpc/n", "/fpc/N",
            "/fpc/p", "/funnel/units", "/dsr_dobson/std", "/dsr_dobson/cases", "/dsr_dobson/pop", "/enps/promoters",
            "/enps/passives", "/enps/detractors", "/likert/counts", "/newcombe/k1", "/newcombe/k2", "/newcombe/n1",
            "/newcombe/n2",
        ] + known["wilson"].items.indices.flatMap { ["/wilson/\($0)/k", "/wilson/\($0)/n"] }
        + known["byar"].items.indices.map { "/byar/\($0)/o" }

    static var computed: [String: [Double?]] {
        var found: [String: [Double?]] = ["/z": [Normal.criticalValue(level: 0.95)]]
        intervals(&found)
        samples(&found)
        funnel(&found)
        scales(&found)
        return found
    }

    private static let known = Fixtures.rates

    private static func intervals(_ found: inout [String: [Double?]]) {
        for (place, row) in known["wilson"].items.enumerated() {
            let share = wilson(row["k"].number, of: row["n"].number)
            found["/wilson/\(place)/lo"] = [share?.low]
            found["/wilson/\(place)/hi"] = [share?.high]
            found["/wilson/\(place)/sm"] = limits(share?.interval)
        }
        for (place, row) in known["byar"].items.enumerated() {
            let count = Int(row["o"].number)
            found["/byar/\(place)/lo"] = [byar(count)?.low]
            found["/byar/\(place)/hi"] = [byar(count)?.high]
            found["/byar/\(place)/exact"] = limits(garwood(count))
        }
        let events = known["rate_per_1000"]
        let rate = rate(Int(events["o"].number), population: events["pop"].number, per: 1000)
        found["/rate_per_1000/rate"] = [rate?.value]
        found["/rate_per_1000/lo"] = [rate?.low]
        found["/rate_per_1000/hi"] = [rate?.high]
        let pair = known["newcombe"]
        func count(_ name: String) -> Int { Int(pair[name].number) }
        let change = newcombeDifference(count("k1"), of: count("n1"), count("k2"), of: count("n2"))
        found["/newcombe/res"] = [change?.value, change?.low, change?.high]
    }

    private static func samples(_ found: inout [String: [Double?]]) {
        let answers = known["weighted_mean"]
        let mean = weightedMean(answers["x"].numbers, weights: answers["w"].numbers)
        found["/weighted_mean/mean"] = [mean?.mean]
        found["/weighted_mean/deff_kish"] = [mean?.designEffect]
        found["/weighted_mean/neff"] = [mean?.effectiveCount]
        found["/weighted_mean/se_linearised"] = [mean?.standardError]
        found["/weighted_mean/se_with_fpc_N40"] = [mean?.standardError(population: 40)]
        let group = known["fpc"]
        let asked = group["n"].number, everyone = group["N"].number, share = group["p"].number
        // The standard deviation of 0 and 1 with n − 1 below, as of any sample.
        let yes = Int((asked * share).rounded())
        let listed = [Double](repeating: 1, count: yes) + [Double](repeating: 0, count: Int(asked) - yes)
        let error = SampleSummary(listed)?.standardError
        let factor = finitePopulationCorrection(sample: asked, population: everyone)
        found["/fpc/se_no"] = [error]
        found["/fpc/fpc"] = [factor]
        found["/fpc/se_fpc"] = [error.flatMap { error in factor.map { error * $0 } }]
        // The factor beside a variance with n below: √((N − n) ∕ (N − 1)).
        found["/fpc/fpc_alt"] = [factor.map { $0 * (everyone / (everyone - 1)).squareRoot() }]
        let narrow = wilson(yes, of: Int(asked), inPopulationOf: Int(everyone))
        found["/fpc/n_star"] = [narrow.flatMap { effectiveSize(of: $0) }]
        found["/fpc/wilson_n_star"] = limits(narrow?.interval)
        found["/fpc/wilson_plain"] = limits(wilson(yes, of: Int(asked))?.interval)
        let standard = known["dsr_dobson"]
        let strata = standard["std"].numbers.indices.map { place in
            Stratum(
                events: Int(standard["cases"][place].number), population: standard["pop"][place].number,
                standard: standard["std"][place].number)
        }
        let rate = directlyStandardizedRate(strata, per: 1000)
        found["/dsr_dobson/dsr_per1000"] = [rate?.estimate.value]
        found["/dsr_dobson/lo"] = [rate?.estimate.low]
        found["/dsr_dobson/hi"] = [rate?.estimate.high]
        found["/dsr_dobson/crude_per1000"] = [rate?.crude]
        found["/dsr_dobson/var"] = [rate?.variance]
    }

    /// The number asked whose Wilson interval has this width, by halving.
    private static func effectiveSize(of estimate: Estimate) -> Double? {
        var few = 1.0, many = 10_000.0
        for _ in 0..<200 {
            let middle = (few + many) / 2
            guard let tried = wilson(estimate.value * middle, of: middle) else { return nil }
            if tried.high - tried.low > estimate.high - estimate.low { few = middle } else { many = middle }
        }
        return (few + many) / 2
    }

    private static func funnel(_ found: inout [String: [Double?]]) {
        let units = known["funnel"]["units"].items.map { (seen: $0[0].number, size: $0[1].number) }
        let theta = units.reduce(0) { $0 + $1.seen } / units.reduce(0) { $0 + $1.size }
        let errors = units.map { (theta * (1 - theta) / $0.size).squareRoot() }
        let spread = overdispersion(
            values: units.map { $0.seen / $0.size }, standardErrors: errors, around: theta)
        found["/funnel/theta"] = [theta]
        found["/funnel/z"] = zip(units, errors).map { ($0.seen / $0.size - theta) / $1 }
        found["/funnel/lim95_normal"] = units.flatMap { limits(funnelLimits(share: theta, size: $0.size)) }
        found["/funnel/lim998"] = units.flatMap { limits(funnelLimits(share: theta, size: $0.size, level: 0.998)) }
        found["/funnel/wilson_limits95"] = units.flatMap { limits(wilson(theta * $0.size, of: $0.size)?.interval) }
        found["/funnel/phi_raw"] = [spread?.rawFactor]
        found["/funnel/phi_winsor10"] = [spread?.factor]
        found["/funnel/winsor_bounds"] = limits(spread?.pulledTo)
        found["/funnel/tau2"] = [spread?.betweenVariance]
        found["/funnel/add_od_lim95"] = errors.flatMap {
            limits(spread?.additiveLimits(around: theta, standardError: $0))
        }
        found["/funnel/mult_od_lim95"] = errors.flatMap {
            limits(spread?.multiplicativeLimits(around: theta, standardError: $0))
        }
        found["/funnel_poisson_ratio95"] = known["funnel_poisson_ratio95"].items.flatMap { row in
            [row[0].number] + limits(ratioLimits(expected: row[0].number))
        }
    }

    private static func scales(_ found: inout [String: [Double?]]) {
        let promoters = known["enps"]
        let score = netPromoterScore(
            promoters: Int(promoters["promoters"].number), passives: Int(promoters["passives"].number),
            detractors: Int(promoters["detractors"].number))
        found["/enps/enps"] = [score?.value]
        found["/enps/lo"] = [score?.low]
        found["/enps/hi"] = [score?.high]
        found["/enps/se"] = [
            score.flatMap { score in Normal.criticalValue(level: 0.95).map { (score.high - score.value) / $0 } }
        ]
        let answers = scaleSummary(counts: known["likert"]["counts"].numbers.map { Int($0) })
        found["/likert/mean"] = [answers?.mean]
        found["/likert/sd"] = [answers?.standardDeviation]
        found["/likert/top2"] = [answers?.topTwo.value]
        found["/likert/top2_wilson"] = limits(answers?.topTwo.interval)
        found["/likert/index0_100"] = [answers?.index]
    }
}
