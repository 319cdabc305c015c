import Foundation
import Testing

/// A printed analysis, read by path: `"trend.mannKendall.s"`.
struct PrintedAnalysis {
    let run: Run
    let object: Any?

    /// Writes the file, analyses it and reads the JSON.
    init(_ text: String, _ arguments: [String], format: String = "json") throws {
        let folder = temporaryPath("analyse")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try text.write(toFile: folder + "/series.csv", atomically: true, encoding: .utf8)
        run = try EndToEndTests.run(program, ["analyse", "series.csv", "--format", format] + arguments, in: folder)
        object = run.output.isEmpty || format != "json" ? nil : try run.json()
    }

    subscript(path: String) -> Any? {
        path.split(separator: ".").reduce(object) { ($0 as? [String: Any])?[String($1)] }
    }

    func number(_ path: String) -> Double? { (self[path] as? NSNumber)?.doubleValue }
    func text(_ path: String) -> String? { self[path] as? String }
    func isNull(_ path: String) -> Bool { self[path] is NSNull }

    var points: [[String: Any]] { self["controlChart.points"] as? [[String: Any]] ?? [] }
    var note: String { text("controlChart.note") ?? "" }
}

/// Equal to so many parts of one, or of the expected number where that is larger.
func isNear(_ found: Any?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    guard let found = (found as? NSNumber)?.doubleValue else { return false }
    return abs(found - expected) <= tolerance * max(1, abs(expected))
}

@Suite("analyse reads any series")
struct AnalyseTests {
    /// A series that rises by `step` a period, on a line.
    private func line(_ names: [String], from start: Double, by step: Double) -> String {
        "Periode;Værdi\n" + names.enumerated().map { "\($1);\(start + Double($0) * step)\n" }.joined()
    }

    private let columns = ["--value", "Værdi", "--period", "Periode"]

    @Test func schoolYearsEndInJuly() throws {
        for spelling in ["/", "-"] {
            let names = (2018...2024).map { "\($0)\(spelling)\($0 - 1999)" }
            let found = try PrintedAnalysis(
                line(names, from: 60, by: 0.5), columns + ["--direction", "up", "--target", "70"])
            #expect(found.run.status == 0, "\(found.run.errors)")
            #expect(found.points.last?["period"] as? String == "2024/25")
            #expect(isNear(found["trend.theilSen.slope"], 0.5))
            // 2024/25 ends seven months into 2025, five years and five months before the end of 2030.
            #expect(isNear(found["projection.value"], 63 + 0.5 * (5 + 5.0 / 12)))
            #expect(isNear(found["pace.required"], 7 / (5 + 5.0 / 12)))
            #expect(found.text("verdict") == "offTrack")
        }
    }

    @Test func monthsHaveASlopePerYearAndAVerdictOnWholeYears() throws {
        // Five years and three months, written in words: a tenth a month is 1.2 a year.
        let words = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
        let names = (0..<63).map { "\(words[$0 % 12]) \(2020 + $0 / 12)" }
        let found = try PrintedAnalysis(
            line(names, from: 10, by: 0.1), columns + ["--direction", "up", "--target", "20"])
        #expect(found.run.status == 0, "\(found.run.errors)")
        #expect(found.points[13]["period"] as? String == "2021M02" && found.number("n") == 63)
        #expect(isNear(found["trend.theilSen.slope"], 1.2) && isNear(found["trend.ols.slope"], 1.2))
        // Three seasons with six years (fifteen pairs each), nine with five (ten pairs each): 45 + 90.
        #expect(found.number("trend.mannKendall.s") == 135)
        // The mean of 2024 is that of months 49 to 60; six years later it is 7.2 more.
        let newest = 10 + 0.1 * 53.5
        #expect(isNear(found["projection.value"], newest + 7.2))
        #expect(isNear(found["pace.actual"], 1.2) && isNear(found["pace.required"], (20 - newest) / 6))
        #expect(found.text("verdict") == "onTrack")
    }

    @Test func aSeriesTooShortSaysSo() throws {
        let found = try PrintedAnalysis(
            line(["2022", "2023", "2024"], from: 5, by: -0.25), columns + ["--direction", "down", "--target", "3"])
        #expect(found.run.status == 0)
        #expect(found.number("n") == 3 && isNear(found["mean"], 4.75))
        let absent = [
            "trend.mannKendall.s", "trend.mannKendall.z", "trend.mannKendall.p", "trend.theilSen.slope",
            "trend.theilSen.low", "trend.theilSen.high", "trend.theilSen.intercept", "trend.ols.intercept",
            "trend.ols.slope", "trend.ols.s", "projection.value", "projection.low80", "projection.high80",
            "projection.low95", "projection.high95", "pace.actual",
        ]
        for path in absent { #expect(found.isNull(path), "\(path)") }
        #expect(found.text("verdict") == "insufficientData")
        #expect(found.text("controlChart.variation") == "none" && found.text("controlChart.assurance") == "none")
        for what in ["control limits", "a trend: 3 of", "a projection: 3 of"] {
            #expect(found.note.contains("Too short for \(what)"), "\(found.note)")
        }
        let one = try PrintedAnalysis("v\n4\n", ["--value", "v"])
        #expect(one.isNull("controlChart.lower") && one.points.count == 1 && one.text("verdict") == "context")
        let none = try PrintedAnalysis(
            "aar;v\n2024;..\n", ["--value", "v", "--period", "aar", "--target", "4", "--direction", "up"])
        #expect(none.number("n") == 0 && none.isNull("mean") && none.text("verdict") == "awaiting")
    }

    @Test func valuesThatDoNotVaryHaveLimitsOnTheMean() throws {
        let found = try PrintedAnalysis(
            "v\n" + String(repeating: "7\n", count: 14), ["--value", "v", "--target", "8", "--direction", "up"])
        #expect(found.number("controlChart.lower") == 7 && found.number("controlChart.upper") == 7)
        #expect(found.text("controlChart.assurance") == "fail" && found.note.contains("do not vary"))
        #expect(found.text("verdict") == "noClearTrend")
    }

    @Test func missingMarksAreGapsAndCounted() throws {
        let found = try PrintedAnalysis(
            "v;x\n1;a\n2;a\n..;a\n3;a\n;a\n5;a\n", ["--value", "v"])
        #expect(found.number("n") == 4 && isNear(found["mean"], 2.75))
        #expect(found.note.contains("2 rows have no value"))
        #expect(found.points.map { $0["value"] is NSNull } == [false, false, true, false, true, false])
        // One moving range is left, from 1 to 2.
        #expect(isNear(found["controlChart.upper"], 2.75 + 2.66))
    }

    @Test func aNewLevelBeginsATrendOfItsOwn() throws {
        let rows = (0..<20).map { "\(2001 + $0);\($0 < 10 ? 50 - $0 : 80 + $0)\n" }.joined()
        let found = try PrintedAnalysis(
            "aar;v\n" + rows, ["--value", "v", "--period", "aar", "--rebase", "2011", "--direction", "up"])
        #expect(isNear(found["trend.theilSen.slope"], 1) && found.number("trend.mannKendall.s") == 45)
        #expect(isNear(found.points[0]["mean"], 45.5) && isNear(found.points[19]["mean"], 94.5))
        #expect(isNear(found["controlChart.mean"], 94.5) && isNear(found["mean"], 70))
        #expect(found.text("verdict") == "context")
    }

    @Test func overlappingWindowsGetNoTest() throws {
        let names = (2005...2021).map { "\($0)-\($0 + 2)" }
        let found = try PrintedAnalysis(line(names, from: 50, by: 1), columns + ["--direction", "up", "--target", "90"])
        #expect(found.isNull("controlChart.lower") && found.points.allSatisfy { $0["signal"] as? String == "none" })
        // Of seventeen windows, six do not overlap: fifteen pairs.
        #expect(found.number("trend.mannKendall.s") == 15 && found.note.contains("overlap"))
    }

    @Test func stepsHaveNoYearToReach() throws {
        let rows = (1...14).map { "\($0)\n" }.joined()
        let rising = try PrintedAnalysis("v\n" + rows, ["--value", "v", "--direction", "up", "--target", "100"])
        #expect(isNear(rising["trend.theilSen.slope"], 1) && rising.isNull("projection.value"))
        #expect(rising.isNull("pace.required") && rising.isNull("growthRatio.ratio"))
        #expect(rising.text("verdict") == "insufficientData")
        let wrong = try PrintedAnalysis("v\n" + rows, ["--value", "v", "--direction", "down", "--target", "0"])
        #expect(wrong.text("verdict") == "wrongWay")
        let met = try PrintedAnalysis("v\n" + rows, ["--value", "v", "--direction", "up", "--target", "14"])
        #expect(met.text("verdict") == "achieved")
    }

    @Test func theTextTellsWhatTheJSONTells() throws {
        let names = (2015...2025).map(String.init)
        let found = try PrintedAnalysis(
            line(names, from: 61, by: 0.5), columns + ["--direction", "up", "--target", "70"], format: "text")
        for words in [
            "series.csv, Værdi: 11 values, 2015 to 2025", "mean 63.5", "+0.5 a year",
            "Mann–Kendall S 55, p below 0.0001", "2030: 68.5", "needed +0.8 a year", "off track", "preliminary",
        ] { #expect(found.run.output.contains(words), "\(words)\n\(found.run.output)") }
    }
}

@Suite("analyse says what it cannot use, and where")
struct AnalyseFindingTests {
    @Test func anUnknownColumnIsSuggested() throws {
        let value = try PrintedAnalysis("aar;procent\n2024;5\n", ["--value", "procnet"])
        #expect(value.run.status == 1 && value.run.output.isEmpty)
        #expect(
            value.run.errors == """
                series.csv:1: error[unknown-column]: the file has no column 'procnet'; did you mean 'procent'?

                """)
        let period = try PrintedAnalysis("aar;procent\n2024;5\n", ["--value", "procent", "--period", "kvartal"])
        #expect(period.run.errors.contains("no column 'kvartal'; columns: 'aar', 'procent'"))
    }

    @Test func cellsThatCannotBeReadAreToldWithLineAndColumn() throws {
        let found = try PrintedAnalysis(
            "aar,v\n2019,1\n2020,hemmelig\nxx,3\n2019,3\n2021M01,\"4\"\n", ["--value", "v", "--period", "aar"])
        #expect(found.run.status == 1 && found.run.output.isEmpty)
        for start in [
            "series.csv:3:6: error[not-a-number]", "series.csv:4:1: error[not-a-period]",
            "series.csv:5:1: error[repeated-period]", "series.csv:6:1: error[mixed-periods]",
        ] { #expect(found.run.errors.contains(start), "\(found.run.errors)") }
        #expect(!found.run.errors.contains("hemmelig"))
        let many = try PrintedAnalysis("v;x\n1;a\n" + String(repeating: "nej;a\n", count: 25), ["--value", "v"])
        #expect(many.run.errors.contains("error[more-findings]: 5 more cells"))
    }

    @Test func aNewLevelNeedsRowsOnBothSides() throws {
        let text = "aar;v\n2019;1\n2020;2\n2021;3\n"
        for (start, code) in [("2019", "rebase-outside"), ("2022", "rebase-outside"), ("maj", "not-a-period")] {
            let found = try PrintedAnalysis(text, ["--value", "v", "--period", "aar", "--rebase", start])
            #expect(found.run.status == 1 && found.run.errors.contains("error[\(code)]"), "\(found.run.errors)")
        }
        let found = try PrintedAnalysis(text, ["--value", "v", "--period", "aar", "--rebase", "2022"])
        #expect(found.run.errors.contains("choose one from 2020 to 2021"))
    }

    @Test func aWrongCallIsToldApart() throws {
        for wrong in [["--target", "nan"], ["--target", "5,0"], ["--target-year", "30"], ["--direction", "left"]] {
            let found = try PrintedAnalysis("v\n1\n", ["--value", "v"] + wrong)
            #expect(found.run.status == 2 && found.run.output.isEmpty, "\(wrong)")
        }
        #expect(try PrintedAnalysis("v\n1\n", []).run.status == 2)
        let negative = try PrintedAnalysis("v\n-7\n", ["--value", "v", "--target", "-5", "--direction", "down"])
        #expect(negative.text("verdict") == "achieved")
    }
}
