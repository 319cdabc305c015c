import Assessment
import Disclosure
import Downloads
import Foundation
import Indicators
import Testing
import Vocabulary

/// A made-up indicator with a name that would be a formula, a gap, a comparison, groups and months.
private func sample(title: String = "Sygefravær", unitName: String = "=HYPERLINK(\"x\")") -> Assessed<Public> {
    let units = [
        UnitDescription(code: "K", name: .init(everywhere: "Kommunen")),
        UnitDescription(code: "007", name: .init(everywhere: unitName), parent: "K"),
    ]
    func cell(_ value: Double?) -> Cell {
        value.map {
            Cell(state: .shown, numerator: Exact(units: 125, scale: 1), denominator: Exact(1200), value: $0, persons: 400)
        } ?? Cell(state: .missing)
    }
    var rows = [4.25, nil, -0.5].enumerated().map { place, value in
        (key: SeriesKey(period: .year(2023 + place), unit: "K"), cell: cell(value))
    }
    rows += [1, 2].map { (key: SeriesKey(period: .month(2026, $0), unit: "K"), cell: cell(1234.5)) }
    rows.append((key: SeriesKey(period: .year(2025), unit: "007"), cell: cell(5)))
    rows.append((key: SeriesKey(period: .schoolYear(beginning: 2024), unit: "C"), cell: cell(3)))
    rows.append(
        (key: SeriesKey(period: .year(2025), unit: "K", by: [Category(dimension: "alder", value: "Under 30, \"unge\"")]), cell: cell(6)))
    let description = IndicatorDescription(
        id: "fravaer", goal: "g", theme: .staffing, title: .init(everywhere: title),
        definition: .init(everywhere: "Linje et\nlinje \"to\" \\ tre"), unit: UnitOfMeasure(kind: .percent), direction: .down,
        target: Target(year: 2030, value: 4, status: .example),
        sources: [
            SourceDescription(
                dataset: "d", title: .init(everywhere: "Kilde"), publisher: .init(), isSample: true, rhythm: .month)
        ],
        breaks: [SeriesBreak(at: .year(2025), reason: .init(everywhere: "Nyt system"))])
    let released = release(
        Series(indicator: "fravaer", rows: rows), rule: DisclosureRule(fewestPersons: 5), tree: UnitTree(units), root: "K",
        as: Public.self
    ).released
    return assess(
        released, description,
        AssessmentContext(
            units: units, root: "K", asOf: "2026-11-20", targetYear: 2030, provisional: [.month(2026, 2)],
            breakdownTitles: ["alder": .init(everywhere: "alder")],
            comparison: ComparisonDefinition(kind: .unit("C"), label: .init(everywhere: "Hele landet"))))
}

private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}

/// Reads one line of CSV the slow and obvious way.
private func cells(_ line: String) -> [String] {
    var result = [""], isQuoted = false
    for letter in line {
        if letter == "\"" {
            isQuoted.toggle()
            if isQuoted, result[result.count - 1].last != nil { result[result.count - 1].append(letter) }
        } else if letter == ",", !isQuoted {
            result.append("")
        } else {
            result[result.count - 1].append(letter)
        }
    }
    return result
}

@Suite("CSV of an indicator")
struct CSVTests {
    let notice = "Eksempeldata – ikke Kommunens tal"

    @Test("one row a figure, the same columns in each, in a fixed order")
    func shape() {
        let all = lines(csv(sample(), language: .danish, sampleNotice: notice))
        #expect(
            all[0]
                == "indicator,period,period_start,unit,unit_name,breakdown,value,unit_of_measure,numerator,denominator,count,low,high,state,provisional,note"
        )
        #expect(all.dropFirst().allSatisfy { cells($0).count == 16 })
        #expect(Set(all).count == all.count)
        #expect(csv(sample(), language: .danish, sampleNotice: notice).first == UInt8(ascii: "i"), "no byte order mark")
        #expect(!String(decoding: csv(sample(), language: .danish, sampleNotice: notice), as: UTF8.self).contains("\r"))
    }

    @Test("figures are plain decimals; where there is none the state says why")
    func figures() {
        let rows = lines(csv(sample(), language: .danish, sampleNotice: "")).dropFirst().map(cells)
        let shown = rows.first { $0[1] == "2023" }
        #expect(shown?[6...10].map { $0 } == ["4.3", "%", "12.5", "1200", "400"])
        let missing = rows.first { $0[1] == "2024" }
        #expect(missing?[6] == "" && missing?[8...12].allSatisfy(\.isEmpty) == true && missing?[13] == "missing")
        let negative = rows.first { $0[1] == "2025" && $0[3] == "K" && $0[5].isEmpty }
        #expect(negative?[6] == "-0.5" && negative?[15] == "Nyt system")
        let month = rows.first { $0[1] == "2026M02" }
        #expect(month?[2] == "2026-02-01" && month?[6] == "1234.5" && month?[14] == "true")
    }

    @Test("units, groups and comparison are there, codes as text")
    func coverage() {
        let rows = lines(csv(sample(), language: .danish, sampleNotice: "")).dropFirst().map(cells)
        #expect(rows.contains { $0[3] == "007" })
        #expect(rows.contains { $0[5] == "alder: Under 30, \"unge\"" })
        #expect(rows.contains { $0[4] == "Hele landet" && $0[1] == "2024/25" })
    }

    @Test("a cell that a spreadsheet would run is text")
    func formulas() {
        for start in ["=", "+", "-", "@", " =", "\t="] {
            let all = lines(csv(sample(unitName: start + "1+1"), language: .danish, sampleNotice: "")).dropFirst()
            #expect(all.map(cells).contains { $0[4].hasPrefix("'") }, "\(start)")
        }
    }

    @Test("the notice is in every row, in the file's language")
    func notices() {
        let all = lines(csv(sample(), language: .english, sampleNotice: notice))
        #expect(all.dropFirst().allSatisfy { cells($0)[15].hasPrefix(notice) })
    }
}

@Suite("JSON of an indicator")
struct JSONTests {
    @Test("it is JSON, with the same figures as the CSV and the same bytes each time")
    func sameFigures() throws {
        let a = sample(title: "A \"quoted\" \u{1} title")
        let bytes = json(a, language: .danish, sampleNotice: "Eksempeldata")
        #expect(bytes == json(a, language: .danish, sampleNotice: "Eksempeldata"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(object["title"] as? String == "A \"quoted\" \u{1} title")
        #expect(object["notice"] as? String == "Eksempeldata" && object["sample"] as? Bool == true)
        #expect(object["definition"] as? String == "Linje et\nlinje \"to\" \\ tre")
        let figures = try #require(object["figures"] as? [[String: Any]])
        let rows = lines(csv(a, language: .danish, sampleNotice: "")).dropFirst().map(cells)
        #expect(figures.count == rows.count)
        for (figure, row) in zip(figures, rows) {
            #expect(figure["period"] as? String == row[1] && figure["state"] as? String == row[13])
            #expect((figure["value"] as? Double) == Double(row[6]))
        }
    }
}
