import Assessment
import Disclosure
import Downloads
import Foundation
import Indicators
import Testing
import Vocabulary

@Suite struct CSVTests {
    @Test func oneColumnListForEveryRowAndEveryLineEndsWithBothSigns() {
        let bytes = csv(Cases.assessed([(Cases.key(.year(2025)), Cases.share(40, of: 400))]), language: .danish, sampleNotice: "")
        let names = "indicator,period,period_start,period_end,unit,unit_name,breakdown,category,value,unit_of_measure,"
            + "numerator,denominator,count,low,high,state,status,provisional,note\r\n"
        #expect(bytes.starts(with: Array(names.utf8)))
        #expect(bytes.suffix(2) == [0x0D, 0x0A] && bytes.filter { $0 == 0x0A }.count == 2)
        #expect(table(bytes).allSatisfy { $0.count == 19 })
    }

    @Test func figuresArePlainDecimalsAndWhereThereIsNoneTheStateSaysWhy() {
        let rows = read(
            csv(
                Cases.assessed([
                    (Cases.key(.year(2022)), Cases.share(3, of: 400)), (Cases.key(.year(2023)), Cases.given(nil, state: .missing)),
                    (Cases.key(.year(2024)), Cases.given(-0.5)), (Cases.key(.schoolYear(beginning: 2024)), Cases.given(1234.5)),
                ]), language: .danish, sampleNotice: ""))
        func row(_ period: String) -> [String: String] { rows.first { $0["period"] == period } ?? [:] }
        #expect(row("2022")["state"] == "hidden" && row("2022")["value"] == "" && row("2022")["numerator"] == "")
        #expect(row("2022")["count"] == "" && row("2022")["denominator"] == "")
        #expect(row("2023")["state"] == "missing" && row("2023")["value"] == "")
        #expect(row("2024")["value"] == "-0.5" && row("2024")["state"] == "shown")
        #expect(row("2024/25")["value"] == "1234.5" && row("2024/25")["period_end"] == "2025-07-31")
    }

    @Test func everySeriesIsThereWithItsCodesAsText() {
        let age = Category(dimension: "alder", value: "Under 30, \"unge\"")
        let rows = read(
            csv(
                Cases.assessed(
                    [
                        (Cases.key(.year(2025)), Cases.share(80, of: 400)), (Cases.key(.month(2025, 2)), Cases.share(80, of: 400)),
                        (Cases.key(.year(2025), "01"), Cases.share(40, of: 200)), (Cases.key(.year(2025), "02"), Cases.share(40, of: 200)),
                        (Cases.key(.year(2025), Cases.root, [age]), Cases.share(40, of: 200)), (Cases.key(.year(2025), "000"), Cases.given(3)),
                    ],
                    provisional: [.month(2025, 2)], breakdownTitles: ["alder": .init(everywhere: "alder")],
                    comparison: ComparisonDefinition(kind: .unit("000"), label: .init(everywhere: "Hele landet"))),
                language: .danish, sampleNotice: ""))
        #expect(rows.contains { $0["unit"] == "01" && $0["unit_name"] == "Skole \"Nord\", Jyllinge" })
        #expect(rows.contains { $0["breakdown"] == "alder" && $0["category"] == "Under 30, \"unge\"" })
        #expect(rows.contains { $0["breakdown"] == "comparison" && $0["unit"] == "000" })
        #expect(rows.contains { $0["period"] == "2025M02" && $0["period_start"] == "2025-02-01" && $0["provisional"] == "true" })
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"])
    func textThatASpreadsheetWouldRunIsTextInItsFileAndItsColumnSaysSo(name: String) {
        let one = Cases.assessed([(Cases.key(.year(2025), "01"), Cases.given(1))], units: Cases.units(named: name))
        let open = read(csv(one, language: .danish, sampleNotice: ""))
        #expect(open.first { $0["unit"] == "01" }?["unit_name"] == name)
        let bytes = excelCSV(one, project: Cases.project(), language: .danish, sampleNotice: "")
        let guarded = "Sted (' er sat foran tekst, som et regneark ville regne på)"
        let rows = read(Array(bytes.dropFirst(3)), separator: ";")
        #expect(rows.first { $0["Stedets kode"] == "01" }?[guarded] == "'" + name)
    }

    @Test func aSpreadsheetGetsItsMarkItsSemicolonsItsCommasAndTitlesItsReaderKnows() {
        let many = Cases.many(), bytes = excelCSV(many, project: Cases.project(), language: .danish, sampleNotice: "; \"")
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let lines = table(Array(bytes.dropFirst(3)), separator: ";"), open = table(csv(many, language: .danish, sampleNotice: "; \""))
        #expect(lines[0].prefix(9) == [
            "Indikator", "Periode", "Første dag", "Sidste dag", "Stedets kode", "Sted", "Opdelt efter", "Gruppe", "Værdi",
        ])
        #expect(lines.count == open.count && lines.count > 8)
        let numbers = [8, 10, 11, 12, 13, 14]
        for (line, other) in zip(lines, open).dropFirst() {
            for place in line.indices {
                #expect(line[place] == (numbers.contains(place) ? other[place].replacingOccurrences(of: ".", with: ",") : other[place]))
            }
        }
        #expect(lines.contains { $0[8] == "0,3333333333333333" } && lines.contains { $0[8] == "-0,000012" })
    }

    @Test func lettersSayWhatOtherStatisticsSay() {
        let rows = read(csv(Cases.many(), language: .danish, sampleNotice: ""))
        func status(_ period: String, _ unit: String = "265") -> String? {
            rows.first { $0["period"] == period && $0["unit"] == unit && $0["breakdown"] == "" }?["status"]
        }
        #expect(status("2023") == "p" && status("2024") == "b" && status("2025") == "c")
        #expect(status("2025", "01") == "" && status("2025", "02") == "m")
    }

    @Test func everyFigureIsThereOnce() {
        var definition = ComparisonDefinition(kind: .unit("000"), label: .init(everywhere: "Hele landet"))
        definition.neighbours = ["000", "01", "01"]
        let rows = table(
            csv(
                Cases.assessed(
                    [(Cases.key(.year(2025)), Cases.given(1)), (Cases.key(.year(2025), "000"), Cases.given(2)), (Cases.key(.year(2025), "01"), Cases.given(3))],
                    comparison: definition), language: .danish, sampleNotice: ""))
        #expect(rows.count == Set(rows).count)
        let keys = rows.map { [$0[1], $0[4], $0[6]] }
        #expect(keys.contains(["2025", "01", "comparison"]) && keys.contains(["2025", "01", ""]))
    }

    @Test func theNoticeIsInEveryRow() {
        let notice = "Eksempeldata, \"opfundet\""
        let rows = read(
            csv(
                Cases.assessed([(Cases.key(.year(2024)), Cases.given(1)), (Cases.key(.year(2025)), Cases.given(2))]),
                language: .danish, sampleNotice: notice))
        #expect(rows.count == 2 && rows.allSatisfy { $0["note"] == notice })
    }
}
