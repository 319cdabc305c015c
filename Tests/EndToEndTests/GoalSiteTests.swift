import Foundation
import Testing

/// Goal sites from somebody else's indicators: `Examples/ons` as it is, and Bristol's by `Examples/ons/make.py`. The
/// files are read from ../shared; what must come out is found here, from the cells.
@Suite(.serialized) struct GoalSites {
    static let shared = URL(fileURLWithPath: repository).deletingLastPathComponent().path + "/shared/data/real"
    static let country = shared + "/ons-goals", city = shared + "/bristol-goals"
    static var isHere: Bool {
        let here = [country, city].allSatisfy { FileManager.default.fileExists(atPath: $0) }
        if !here { print("../shared/data/real/ons-goals and bristol-goals are not here: their tests are skipped.") }
        return here
    }

    @Test(.enabled(if: isHere, "the files are not in ../shared/data/real"))
    func aCountrysIndicatorsBuildAsTheyAre() throws {
        let output = temporaryPath("ons")
        defer { try? FileManager.default.removeItem(atPath: output) }
        let first = try timed("Examples/ons", in: repository, to: output)
        #expect(first.run.status == 0 && !first.run.errors.contains("["), "no warning: \(first.run.errors)")
        let pages = try FileManager.default.contentsOfDirectory(atPath: output + "/public/en/indicator")
        #expect(pages.count == 17, "\(pages)")
        #expect(first.rows == 22_990, "\(first.rows)")
        let front = try String(contentsOfFile: output + "/public/en/index.html", encoding: .utf8)
        for goal in ["No poverty", "Gender equality", "Partnerships for the goals"] { #expect(front.contains(goal)) }
        #expect(!front.contains("Zero hunger"), "a goal without figures has no place on the front page")

        let again = try timed("Examples/ons", in: repository, to: output)
        #expect(again.run.status == 0 && again.run.output.hasPrefix("Nothing has changed"), "\(again.run.output)")
        print("Examples/ons: \(first.rows) rows, \(try size(of: output)), \(first.seconds) s; again \(again.seconds) s")
    }

    /// Each series is one indicator: the rows of it in which no column of groups is filled.
    @Test(.enabled(if: isHere, "the files are not in ../shared/data/real"), arguments: [
        ("indicator-1-2-1", "1-2-1", [:]),
        ("indicator-3-4-2", "3-4-2", [:]),
        ("indicator-3-8-2-gbp", "3-8-2", ["Units": "GBP (£)"]),
        ("indicator-3-8-2-percentage-of-total", "3-8-2", ["Units": "Percentage of total expenditure (%)"]),
        ("indicator-5-5-2", "5-5-2", [:]),
        ("indicator-8-5-2-seasonally-adjusted", "8-5-2", ["Series": "Seasonally adjusted"]),
        ("indicator-16-1-3-c-sexual-violence-16-to-59", "16-1-3", ["Series": "(c) Sexual violence - 16 to 59"]),
        ("indicator-17-8-1", "17-8-1", [:]),
    ] as [(String, String, [String: String])])
    func aHeadlineIsTheRowsWithoutGroups(_ indicator: String, _ file: String, _ series: [String: String]) throws {
        let table = try Table(Self.country + "/indicator_\(file).csv")
        let expected = table.figures(series: series, group: nil, inside: [])
        // Of quarters the mean of a year is told beside them; a year without one of them is missing.
        let quarters = expected.keys.contains { $0.contains("K") }
        let found = try figures(indicator).filter { !quarters || $0.key.contains("K") }
        #expect(!expected.isEmpty && found.count == expected.count, "\(found.count) of \(expected.count)")
        for (key, value) in expected { #expect(agree(found[key] ?? nil, value), "\(key): \(value as Any)") }
    }

    /// A region lies within a country, and is told of although the country's column is filled.
    @Test(.enabled(if: isHere, "the files are not in ../shared/data/real"), arguments: [
        ("indicator-3-4-2", "3-4-2", [:], "region", "Region", ["Country"]),
        ("indicator-3-4-2", "3-4-2", [:], "country", "Country", []),
        ("indicator-8-5-2-seasonally-adjusted", "8-5-2", ["Series": "Seasonally adjusted"], "sex", "Sex", []),
        ("indicator-3-8-2-gbp", "3-8-2", ["Units": "GBP (£)"], "tenure_sub_category", "Tenure sub-category",
         ["Tenure"]),
        ("indicator-17-8-1", "17-8-1", [:], "ethnic_group", "Ethnic group", ["Ethnicity"]),
    ] as [(String, String, [String: String], String, String, [String])])
    func aBreakdownIsTheRowsOfItsGroups(
        _ indicator: String, _ file: String, _ series: [String: String], _ by: String, _ column: String,
        _ inside: [String]
    ) throws {
        let table = try Table(Self.country + "/indicator_\(file).csv")
        let expected = table.figures(series: series, group: column, inside: inside)
            .filter { !$0.key.contains("K") }
        let found = try figures(indicator, by: by)
        #expect(expected.isEmpty == (file == "8-5-2"))
        for (key, value) in expected { #expect(agree(found[key] ?? nil, value), "\(key): \(value as Any)") }
        if file == "8-5-2" {
            let quarters = table.figures(series: series, group: column, inside: inside)
            for year in 2001...2022 {
                let parts = (1...4).compactMap { quarters["\(year)K\($0) Female"] ?? nil }
                guard parts.count == 4 else { continue }
                #expect(agree(found["\(year) Female"] ?? nil, parts.reduce(0, +) / 4), "\(year)")
            }
        }
    }

    /// The declarations of the example are what the script makes of the files.
    @Test(.enabled(if: isHere, "the files are not in ../shared/data/real"))
    func theExampleIsWhatTheScriptWrites() throws {
        let folder = temporaryPath("made")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try make(Self.country, in: folder, about: "Examples/ons/about.json")
        #expect(try declarations(folder) == declarations(repository + "/Examples/ons"))
    }

    @Test(.enabled(if: isHere, "the files are not in ../shared/data/real"))
    func aCitysIndicatorsBuildWithoutMetadata() throws {
        let folder = temporaryPath("bristol")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let about = temporaryPath("about.json")
        defer { try? FileManager.default.removeItem(atPath: about) }
        try """
            {"place": "Bristol", "publisher": "Bristol City Council", "licence": "", "project": {
              "title": "Goals in Bristol", "organisation": "Bristol", "languages": ["en"], "builtAt": "2021-12-31"}}
            """.write(toFile: about, atomically: true, encoding: .utf8)
        let told = try make(Self.city, in: folder, about: about)
        #expect(told.contains("a template's placeholder: 151"), "\(told)")
        let check = try sammen("check", "--strict", "--project", folder, in: folder)
        #expect(check.status == 0, "\(check.errors)")
        let first = try timed(folder, in: folder, to: folder + "/Output")
        #expect(first.run.status == 0 && !first.run.errors.contains("["), "no warning: \(first.run.errors)")
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder + "/Output/public/en/indicator")
        #expect(pages.count == 190, "\(pages.count)")
        let again = try timed(folder, in: folder, to: folder + "/Output")
        #expect(again.run.output.hasPrefix("Nothing has changed"), "\(again.run.output)")
        let size = try size(of: folder + "/Output")
        print("Bristol: \(first.rows) rows, \(size), \(first.seconds) s; again \(again.seconds) s")
    }

    // MARK: - Building

    /// A build, the rows it read, and the wall seconds it took.
    private func timed(
        _ project: String, in folder: String, to output: String
    ) throws -> (run: Run, rows: Int, seconds: Double) {
        let clock = ContinuousClock()
        var run = Run(status: 0, output: "", errors: "")
        let time = try clock.measure {
            run = try sammen("build", "--project", project, "--output", output, "--timings", in: folder)
        }
        let timings = run.errors.split(separator: "\n").last.flatMap { line in
            try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        }
        run.errors = run.errors.split(separator: "\n").filter { !$0.hasPrefix("{") }.joined(separator: "\n")
        return (run, timings?["rows"] as? Int ?? 0, (time / .seconds(1) * 100).rounded() / 100)
    }

    /// How many files there are, and how large they are together.
    private func size(of folder: String) throws -> String {
        var files = 0, bytes = 0
        for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
            let about = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)
            guard about[.type] as? FileAttributeType == .typeRegular else { continue }
            (files, bytes) = (files + 1, bytes + (about[.size] as? Int ?? 0))
        }
        return "\(files) files, \((Double(bytes) / 100_000).rounded() / 10) MB"
    }

    /// What Examples/ons/make.py says of a source; the declarations stand in the folder.
    @discardableResult
    private func make(_ source: String, in folder: String, about: String) throws -> String {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let about = about.hasPrefix("/") ? about : repository + "/" + about
        try FileManager.default.copyItem(atPath: about, toPath: folder + "/about.json")
        let result = try run("/usr/bin/env", ["python3", repository + "/Examples/ons/make.py", source, folder])
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    /// The text of every declaration by its path, without the way to the source.
    private func declarations(_ folder: String) throws -> [String: String] {
        var texts: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
        where path == "config.json" || path.hasPrefix("Metrics/") && path.hasSuffix(".yaml") {
            let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
            texts[path] = text.replacing(#/"files": "[^"]*\//#, with: "\"files\": \"")
        }
        return texts
    }

    // MARK: - Figures

    /// What `query` tells: `period`, or `period group` of a breakdown, and the value where it is shown.
    private func figures(_ indicator: String, by: String? = nil) throws -> [String: Double?] {
        let breakdown = by.map { ["--by", $0] } ?? []
        let arguments = ["query", indicator, "--project", "Examples/ons", "--format", "json"] + breakdown
        let result = try run(program, arguments, in: repository)
        let rows = try #require((result.json() as? [String: Any])?["rows"] as? [[String: Any]], "\(result.errors)")
        var found: [String: Double?] = [:]
        for row in rows {
            let group = (row["by"] as? [String: String])?.values.first
            let key = [row["period"] as? String, group].compactMap { $0 }.joined(separator: " ")
            found.updateValue(row["value"] as? Double, forKey: key)
        }
        return found
    }

    private func agree(_ found: Double?, _ expected: Double?) -> Bool {
        guard let found, let expected else { return found == nil && expected == nil }
        return abs(found - expected) <= 1e-6 * max(1, abs(expected))
    }

    /// A file of goal indicators, cell by cell.
    private struct Table {
        let header: [String]
        let rows: [[String]]

        init(_ path: String) throws {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let lines = text.split(whereSeparator: \.isNewline).map { Self.cells(String($0)) }
            (header, rows) = (lines[0], Array(lines.dropFirst()))
        }

        private static func cells(_ line: String) -> [String] {
            var cells = [""], isQuoted = false
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted: cells.append("")
                default: cells[cells.count - 1].append(character)
                }
            }
            return cells
        }

        /// The figures of the rows with these cells, in which of the columns of groups only `group` and those `inside`
        /// are filled: `period` or `period group`, as `query` writes them.
        func figures(series: [String: String], group: String?, inside: [String]) -> [String: Double?] {
            let told = [
                "Year", "Value", "GeoCode", "Observation status", "Units", "Unit measure", "Unit multiplier", "Series",
            ]
            var found: [String: Double?] = [:]
            for row in rows {
                let cells = Dictionary(uniqueKeysWithValues: zip(header, row))
                let free = told + inside + [group].compactMap { $0 }
                guard series.allSatisfy({ cells[$0.key] == $0.value }), group.map({ cells[$0] != "" }) ?? true,
                    cells.allSatisfy({ $0.value.isEmpty || free.contains($0.key) })
                else { continue }
                let period = cells["Year"]!.replacing(" Q", with: "K").replacing(" to ", with: "-")
                found.updateValue(Double(cells["Value"]!), forKey: group.map { period + " " + cells[$0]! } ?? period)
            }
            return found
        }
    }
}
