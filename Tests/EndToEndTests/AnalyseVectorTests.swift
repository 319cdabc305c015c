import Foundation
import Testing

/// The folder of expected results, which lies beside the repository and not in it.
private let vectors: URL? = {
    let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = repository.deletingLastPathComponent().appendingPathComponent("shared/vectors")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

@Suite("analyse reproduces the expected results", .enabled(if: vectors != nil, "the folder shared/vectors is not here"))
struct AnalyseVectorTests {
    private static let charts: [String: [[String: String]]] = {
        guard let folder = vectors,
            let text = try? String(contentsOf: folder.appendingPathComponent("spc_vectors.csv"), encoding: .utf8)
        else { return [:] }
        let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
        let rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
        return Dictionary(grouping: rows) { $0["case"] ?? "" }
    }()

    /// The command screens moving ranges and takes limits from all values. The package has no limits for values that
    /// do not vary or stand alone; those are held below.
    private static let names = charts.filter { name, rows in
        rows[0]["screen"] == "1" && rows[0]["fix"] == "NA" && !["constant", "n1"].contains(name)
    }.keys.sorted()

    @Test(arguments: names)
    func everyPointOfEveryControlChart(name: String) throws {
        let rows = try #require(Self.charts[name])
        var options = ["--value", "y", "--direction", rows[0]["dir"] == "decrease" ? "down" : "up"]
        if let target = rows[0]["target"], target != "NA" { options += ["--target", target] }
        if let start = rows[0]["rebase_at"], start != "NA" { options += ["--rebase", start] }
        let text = "i;y\n" + rows.map { "\($0["i"] ?? "");\($0["y"] ?? "")\n" }.joined()
        let found = try PrintedAnalysis(text, options)
        #expect(found.run.status == 0, "\(found.run.errors)")
        #expect(found.points.count == rows.count)
        for (point, row) in zip(found.points, rows) {
            for (key, column) in [("mean", "mean"), ("lower", "lpl"), ("upper", "upl"), ("value", "y")] {
                #expect(isNear(point[key], Double(row[column] ?? "") ?? .nan), "\(name) \(row["i"] ?? "") \(key)")
            }
            #expect(point["signal"] as? String == Self.signal(row["type"] ?? ""), "\(name) \(row["i"] ?? "")")
            #expect(point["meaning"] as? String == Self.meaning(row["point"] ?? ""), "\(name) \(row["i"] ?? "")")
        }
        let last = try #require(rows.last)
        #expect(isNear(found["controlChart.lower"], Double(last["lpl"] ?? "") ?? .nan))
        #expect(isNear(found["controlChart.upper"], Double(last["upl"] ?? "") ?? .nan))
        #expect(found.text("controlChart.variation") == Self.meaning(last["point"] ?? ""))
        let assurance = ["consistent_pass": "pass", "consistent_fail": "fail", "inconsistent": "hitOrMiss"]
        #expect(found.text("controlChart.assurance") == assurance[last["assurance"] ?? ""] ?? "none")
        #expect(found.note.contains("preliminary") || found.note.contains("Too short") == (last["short"] == "1"))
    }

    @Test(arguments: [
        ("A_sick_leave_annual", "down", "wrongWay", "sick_with_target", "deterioration"),
        ("B_participation_annual", "up", "offTrack", "participation_with_target", "moderate"),
        ("C_ties", "up", "wrongWay", "", "deterioration"),
    ])
    func everyNumberOfTheYearlySeries(
        name: String, direction: String, verdict: String, growth: String, status: String
    ) throws {
        let all = try Self.trends()
        let expected = try #require(all[name] as? [String: Any])
        let years = try #require(expected["x"] as? [Int]), values = try #require(expected["y"] as? [Double])
        // With decimal commas and the newest year first, as an export may have it.
        let rows = zip(years, values).reversed().map { "\($0);\("\($1)".replacingOccurrences(of: ".", with: ","))\n" }
        let target = try #require(expected["target"] as? Double)
        let found = try PrintedAnalysis(
            "År;Andel\n" + rows.joined(),
            ["--value", "Andel", "--period", "År", "--direction", direction, "--target", "\(target)"])
        #expect(found.run.status == 0, "\(found.run.errors)")
        func wanted(_ path: String) -> Double {
            let value = path.split(separator: ".").reduce(expected as Any?) { ($0 as? [String: Any])?[String($1)] }
            return (value as? NSNumber)?.doubleValue ?? .nan
        }
        #expect(found.number("n") == Double(values.count))
        #expect(isNear(found["mean"], values.reduce(0, +) / Double(values.count)))
        #expect(isNear(found["trend.mannKendall.s"], wanted("mk.S")))
        #expect(isNear(found["trend.mannKendall.z"], wanted("mk.z")))
        let exact = values.count <= 10 ? wanted("kendall_exact_p") : .nan
        #expect(isNear(found["trend.mannKendall.p"], exact.isNaN ? wanted("mk.p") : exact, 1e-7))
        #expect(isNear(found["trend.theilSen.slope"], wanted("theilsen_scipy_joint.slope")))
        #expect(isNear(found["trend.theilSen.low"], wanted("theilsen_scipy_joint.lo")))
        #expect(isNear(found["trend.theilSen.high"], wanted("theilsen_scipy_joint.hi")))
        #expect(isNear(found["trend.theilSen.intercept"], wanted("theilsen_scipy_separate_intercept")))
        for key in ["intercept", "slope", "s"] { #expect(isNear(found["trend.ols.\(key)"], wanted("ols.\(key)"))) }
        let narrow = try #require((expected["ols"] as? [String: Any])?["pi80"] as? [Double])
        #expect(found.number("projection.year") == 2030)
        #expect(isNear(found["projection.value"], wanted("ols.pred")))
        #expect(isNear(found["projection.low80"], narrow[0]) && isNear(found["projection.high80"], narrow[1]))
        #expect(isNear(found["projection.low95"], wanted("ols.pi_lo")))
        #expect(isNear(found["projection.high95"], wanted("ols.pi_hi")))
        #expect(isNear(found["pace.actual"], wanted("actual_linear_theilsen")))
        #expect(isNear(found["pace.required"], wanted("required_linear_per_year")))
        #expect(found.text("verdict") == verdict)
        #expect(found.text("growthRatio.status") == status)
        if let measure = (all["opensdg"] as? [String: Any])?[growth] as? [String: Any] {
            #expect(isNear(found["growthRatio.ratio"], (measure["R"] as? Double) ?? .nan))
        }
    }

    @Test func quartersAreComparedWithTheSameQuarter() throws {
        let expected = try #require(Self.trends()["seasonal_mk_quarterly"] as? [String: Any])
        let values = try #require(expected["y"] as? [Double])
        let rows = values.enumerated().map { "\(2021 + $0 / 4)K\($0 % 4 + 1);\($1)\n" }
        let found = try PrintedAnalysis(
            "Kvartal;v\n" + rows.joined(),
            ["--value", "v", "--period", "Kvartal", "--direction", "down", "--target", "5.5"])
        #expect(found.number("trend.mannKendall.s") == -35)
        #expect(isNear(found["trend.mannKendall.z"], expected["z"] as? Double ?? .nan))
        #expect(isNear(found["trend.mannKendall.p"], expected["p"] as? Double ?? .nan, 1e-7))
        #expect(isNear(found["trend.theilSen.slope"], expected["slope_per_year"] as? Double ?? .nan))
        // Judged on the five yearly means, 5.9 down to 5.55, a tenth a year but for the last.
        #expect(isNear(found["pace.required"], (5.5 - 5.55) / 5))
        #expect(found.text("verdict") == "onTrack")
        #expect(found.note.contains("compares each season with itself"))
        #expect(found.points.first?["period"] as? String == "2021K1")
    }

    private static func trends() throws -> [String: Any] {
        let folder = try #require(vectors)
        let text = try String(contentsOf: folder.appendingPathComponent("trend_vectors.json"), encoding: .utf8)
            .replacingOccurrences(of: "NaN", with: "null")
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private static func signal(_ type: String) -> String {
        if type.hasPrefix("7 Point Trend") { return "trend" }
        if type.hasPrefix("7 Points") { return "shift" }
        if type.hasPrefix("2 in 3") { return "twoOfThree" }
        return type == "Common Cause" ? "none" : "outside"
    }

    private static func meaning(_ point: String) -> String {
        ["special_cause_improvement": "improvement", "special_cause_concern": "concern"][point] ?? "none"
    }
}
