import Statistics
import Testing

@Suite("Control charts")
struct ControlChartTests {
    private static let madeUp = Dictionary(grouping: Fixtures.table("control_chart_vectors.csv")) { $0["case"] ?? "" }
    private static let attendances = Dictionary(grouping: Fixtures.table("nhs_control_charts.csv")) { row in
        (row["measure"] ?? "") + " " + (row["variant"] ?? "")
    }

    /// Series to which the package gives no limits, and this room an answer of its own.
    private static let withoutNumbers: Set<String> = ["constant", "n1"]

    @Test(arguments: madeUp.keys.filter { !withoutNumbers.contains($0) }.sorted())
    func madeUpSeries(name: String) throws {
        let rows = try #require(Self.madeUp[name])
        let first = rows[0]
        let options = ControlChartOptions(
            screensMovingRanges: first["screen"] == "1", fixedAfter: first["fix"].flatMap { Int($0) },
            rebasedAt: Set(first["rebase_at"].flatMap { Int($0) }.map { [$0 - 1] } ?? []))
        let chart = try #require(controlChart(rows.map { Double($0["y"] ?? "") }, options: options))
        let wanted: DesiredChange = first["dir"] == "decrease" ? .decrease : .increase
        #expect(chart.points.count == rows.count)
        for (point, row) in zip(chart.points, rows) {
            check(point, chart.groups[point.group], row, wanted, tolerance: 1e-9, group: "grp")
        }
        #expect(chart.groups.contains { $0.standing != .full } == (first["short"] == "1"))
        if let target = first["target"].flatMap({ Double($0) }) {
            let assurance = chart.assurance(target: target, wanted: wanted)
            #expect(assurance.map(label) == first["assurance"])
        }
        let last = chart.variation(wanted: wanted)
        #expect(last == chart.points.last?.meaning(wanted: wanted))
    }

    @Test(arguments: attendances.keys.sorted())
    func emergencyAttendances(name: String) throws {
        let rows = try #require(Self.attendances[name])
        let variant = rows[0]["variant"]
        let rebased = rows.firstIndex { $0["group"] == "1" }
        let options = ControlChartOptions(
            screensMovingRanges: variant != "noscreen", fixedAfter: variant == "fix12" ? 12 : nil,
            rebasedAt: Set(rebased.map { [$0] } ?? []))
        let chart = try #require(controlChart(rows.map { Double($0["y"] ?? "") }, options: options))
        let wanted: DesiredChange = variant == "decrease" ? .decrease : .increase
        #expect(chart.groups.count == (variant == "rebase2018" ? 2 : 1))
        for (point, row) in zip(chart.points, rows) {
            check(point, chart.groups[point.group], row, wanted, tolerance: 1e-13, group: "group")
            #expect(row["side"] == String(point.side) && point.limits == chart.groups[point.group].limits)
        }
    }

    /// The package leaves limits open here, calls the target missed some times, and flags nothing; all else is the
    /// same.
    @Test(arguments: withoutNumbers.sorted())
    func seriesWithoutLimits(name: String) throws {
        let rows = try #require(Self.madeUp[name])
        let chart = try #require(controlChart(rows.map { Double($0["y"] ?? "") }))
        #expect(chart.points.count == rows.count)
        for (point, row) in zip(chart.points, rows) {
            #expect(Double(row["lpl"] ?? "")?.isFinite != true && Double(row["upl"] ?? "")?.isFinite != true)
            #expect(isNear(chart.groups[point.group].mean, number(row["mean"])))
            #expect(String(point.group) == row["grp"] && !point.isOutside && !point.isClose)
            #expect(label(point.signal) == row["type"] && label(point.meaning(wanted: .increase)) == row["point"])
        }
        #expect(chart.groups.contains { $0.standing != .full } == (rows[0]["short"] == "1"))
    }

    @Test func withoutVariationLimitsAreTheMean() throws {
        let chart = try #require(controlChart([Double](repeating: 7, count: 14)))
        let group = chart.groups[0]
        #expect(group.limits == Interval(low: 7, high: 7) && !group.varies)
        #expect(chart.points.allSatisfy { $0.signal == nil && !$0.isOutside && $0.side == 0 })
        #expect(chart.assurance(target: 7, wanted: .increase) == .consistentlyMet)
        #expect(chart.assurance(target: 8, wanted: .increase) == .consistentlyMissed)
        #expect(chart.assurance(target: 8, wanted: .decrease) == .consistentlyMet)
        let rounded = try #require(controlChart([0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2]))
        #expect(!rounded.groups[0].varies)
    }

    @Test func tooShort() throws {
        let one = try #require(controlChart([4]))
        #expect(one.groups[0].limits == nil && one.groups[0].mean == 4)
        #expect(one.assurance(target: 5, wanted: .increase) == .notAssessable)
        #expect(one.variation(wanted: .increase) == nil)
        #expect(controlChart([]) == nil)
        #expect(controlChart([1, .infinity]) == nil)
        #expect(controlChart([1, 2], options: ControlChartOptions(fixedAfter: 11)) == nil)
        let nothing = try #require(controlChart([nil, nil]))
        #expect(nothing.groups[0].mean == nil && nothing.points.count == 2)
    }

    @Test func noRangeOrRunReachesOverAGap() throws {
        let values: [Double?] = [1, 2, 3, 4, nil, 15, 16, 17]
        let chart = try #require(controlChart(values))
        #expect(chart.groups[0].averageMovingRange == 1)
        #expect(chart.groups[0].count == 7)
        #expect(chart.points[4].signal == nil && chart.points[4].side == 0)
        #expect(chart.points.allSatisfy { $0.signal?.rule != .trend && $0.signal?.rule != .shift })
        let unbroken = try #require(controlChart([1, 2, 3, 4, 5, 6, 7].map { $0 / 100 } + [5, -5, 5, -5, 5, -5]))
        #expect(unbroken.points[0...6].allSatisfy { $0.signal == ControlChartSignal(rule: .trend, isHigh: true) })
    }

    @Test func aTurningPointBelongsToWhatFollows() throws {
        let rise: [Double?] = [0, 1, 2, 3, 4, 5, 6]
        let fall: [Double?] = rise.reversed()
        let unrest: [Double?] = [nil, 40, -40, 40, -40]
        let unscreened = ControlChartOptions(screensMovingRanges: false)
        let peak = try #require(controlChart(rise + fall.dropFirst() + unrest, options: unscreened))
        let level = try #require(controlChart(rise + fall + unrest, options: unscreened))
        for place in 0..<6 { #expect(peak.points[place].signal == ControlChartSignal(rule: .trend, isHigh: true)) }
        for place in 6..<13 { #expect(peak.points[place].signal == ControlChartSignal(rule: .trend, isHigh: false)) }
        for place in 0..<14 {
            #expect(level.points[place].signal == ControlChartSignal(rule: .trend, isHigh: place < 7))
        }
        let broken = try #require(controlChart([0, 1, 2, 3, 4, 5, 5, 6, 7]))
        #expect(broken.points.allSatisfy { $0.signal?.rule != .trend })
    }

    @Test func standings() throws {
        let noise = (0..<20).map { Double($0 % 3) }
        let expected: [(Int, ControlChartStanding)] = [
            (7, .runChart), (8, .trial), (12, .trial), (13, .full),
        ]
        for (count, standing) in expected {
            #expect(controlChart(Array(noise.prefix(count)))?.groups[0].standing == standing)
        }
    }

    @Test func turnedUpsideDownEverySignalTurns() throws {
        for seed in 1...40 {
            var noise = FixedNoise(UInt64(seed) * 7919)
            let values = (0..<30).map { Double($0 / 10) + (noise.next() * 12).rounded() }
            let chart = try #require(controlChart(values))
            let turned = try #require(controlChart(values.map { 100 - 2 * $0 }))
            for (point, other) in zip(chart.points, turned.points) {
                #expect(point.signal?.rule == other.signal?.rule)
                #expect(point.signal.map { !$0.isHigh } == other.signal?.isHigh)
                #expect(point.meaning(wanted: .increase) == other.meaning(wanted: .decrease))
            }
        }
    }

    @Test func aFigureThatShouldNotMoveHasNoGoodSignal() throws {
        let chart = try #require(controlChart((0..<12).map { Double($0 % 2) } + [30]))
        #expect(chart.points.last?.meaning(wanted: .neither) == .neutralHigh)
        #expect(chart.assurance(target: 1, wanted: .neither) == nil)
    }

    private func check(
        _ point: ControlChartPoint, _ group: ControlChartGroup, _ row: [String: String], _ wanted: DesiredChange,
        tolerance: Double, group column: String
    ) {
        let place = "\(row["case"] ?? row["measure"] ?? "") \(row["i"] ?? "")"
        #expect(String(point.group) == row[column], "\(place)")
        #expect(isNear(group.mean, number(row["mean"]), tolerance), "\(place)")
        #expect(isNear(group.limits?.low, number(row["lpl"]), tolerance), "\(place)")
        #expect(isNear(group.limits?.high, number(row["upl"]), tolerance), "\(place)")
        #expect(point.isOutside == (row["out"] == "1"), "\(place)")
        #expect(point.isClose == (row["close"] == "1"), "\(place)")
        #expect(label(point.signal) == row["type"], "\(place)")
        #expect(label(point.meaning(wanted: wanted)) == row["point"], "\(place)")
    }

    private func number(_ text: String?) -> Double { text.flatMap { Double($0) } ?? .nan }

    private func label(_ signal: ControlChartSignal?) -> String {
        guard let signal else { return "Common Cause" }
        switch signal.rule {
        case .outside: return signal.isHigh ? "Above UCL" : "Below LCL"
        case .trend: return "7 Point Trend (\(signal.isHigh ? "Increasing" : "Decreasing"))"
        case .twoOfThree: return "2 in 3 \(signal.isHigh ? "Above" : "Below") CL"
        case .shift: return "7 Points \(signal.isHigh ? "Above" : "Below") CL"
        }
    }

    private func label(_ meaning: ControlChartMeaning) -> String {
        switch meaning {
        case .commonCause: "common_cause"
        case .improvement: "special_cause_improvement"
        case .concern: "special_cause_concern"
        case .neutralHigh: "special_cause_neutral_high"
        case .neutralLow: "special_cause_neutral_low"
        }
    }

    private func label(_ assurance: ControlChartAssurance) -> String {
        switch assurance {
        case .consistentlyMet: "consistent_pass"
        case .consistentlyMissed: "consistent_fail"
        case .inconsistent: "inconsistent"
        case .notAssessable: "not_assessable"
        }
    }
}
