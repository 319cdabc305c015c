import Statistics
import Testing

/// Every number of the two files of expected results, computed again: a number that nothing here computes fails, so
/// that none is overlooked when the files grow.
@Suite("Every expected number")
struct EveryVectorTests {
    /// How near, by the rule of the project: 1e-9, probabilities 1e-7.
    private func tolerance(_ path: String) -> Double {
        path.hasSuffix("/p") || path.hasSuffix("_p") ? 1e-7 : 1e-9
    }

    @Test func rates() throws {
        try check(Fixtures.rates, RateVectors.computed, given: RateVectors.given)
    }

    @Test func trend() throws {
        try check(Fixtures.trend, TrendVectors.computed, given: TrendVectors.given)
    }

    @Test func words() throws {
        let trend = Fixtures.trend
        for name in TrendVectors.cases {
            let known = trend[name]["mk"]
            let test = try #require(mannKendall(trend[name]["y"].numbers))
            #expect(word(test.p, Double(test.s)) == known["trend"].text)
        }
        let seasonal = trend["seasonal_mk_quarterly"]
        let test = try #require(seasonalTrend(seasonal["y"].numbers, seasons: 4)).test
        #expect(word(test.pValue, Double(test.s)) == seasonal["trend"].text)
        let plain = try #require(mannKendall(seasonal["y"].numbers))
        #expect(word(plain.p, Double(plain.s)) == seasonal["unseasonal_trend"].text)
        // The residuals of this series resemble one another too little for Hamed and Rao's correction to change
        // anything.
        let corrected = trend["hamed_rao_A"]
        let sick = try #require(mannKendall(trend["A_sick_leave_annual"]["y"].numbers))
        #expect(isNear(sick.p, Double(corrected["p"].text) ?? .nan, 1e-7))
        #expect(isNear(sick.z, Double(corrected["z"].text) ?? .nan, 1e-9))
        #expect(word(sick.p, Double(sick.s)) == corrected["trend"].text && corrected["h"].text == "True")
    }

    /// As pymannkendall says it: at the level of 5 %.
    private func word(_ probability: Double, _ score: Double) -> String {
        probability >= 0.05 ? "no trend" : score > 0 ? "increasing" : "decreasing"
    }

    private func check(_ known: Expected, _ computed: [String: [Double?]], given: [String]) throws {
        let leaves = known.leaves.filter { !given.contains($0.path) }
        let names = Set(leaves.map(\.path))
        #expect(names.subtracting(computed.keys).sorted() == [], "expected, but computed nowhere")
        #expect(Set(computed.keys).subtracting(names).sorted() == [], "computed, but not expected")
        for leaf in leaves {
            guard let found = computed[leaf.path] else { continue }
            #expect(found.count == leaf.numbers.count, "\(leaf.path)")
            for (found, expected) in zip(found, leaf.numbers) {
                #expect(isNear(found, expected, tolerance(leaf.path)), "\(leaf.path): \(found ?? .nan), \(expected)")
            }
        }
    }
}

extension Expected {
    /// The paths to numbers and lists of numbers, lists within lists as one.
    var leaves: [(path: String, numbers: [Double])] {
        switch self {
        case .null, .flag, .text: return []
        case .number(let number): return [("", [number])]
        case .list:
            let numbers = flat
            if !numbers.isEmpty { return [("", numbers)] }
            return items.enumerated().flatMap { place, item in
                item.leaves.map { ("/\(place)\($0.path)", $0.numbers) }
            }
        case .table(let table):
            return table.flatMap { key, value in value.leaves.map { ("/\(key)\($0.path)", $0.numbers) } }
        }
    }

    private var flat: [Double] {
        switch self {
        case .number(let number): [number]
        case .list: items.flatMap(\.flat)
        default: []
        }
    }
}

/// Both limits, for comparing with a list.
func limits(_ interval: Interval?) -> [Double?] { [interval?.low, interval?.high] }
