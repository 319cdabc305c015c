import Assessment
import Disclosure
import Downloads
import Indicators
import Testing
import Vocabulary

@Suite struct CSVTests {
    private func header(_ bytes: [UInt8]) -> String { String(text(bytes).prefix { $0 != "\n" }) }

    @Test func oneColumnListForEveryRowAndNoMarkOrCarriageReturn() {
        let bytes = csv(Cases.assessed([(Cases.key(.year(2025)), Cases.share(40, of: 400))]), language: .danish, sampleNotice: "")
        #expect(
            header(bytes)
                == "indicator,period,period_start,period_end,unit,unit_name,breakdown,category,value,unit_of_measure,numerator,denominator,count,low,high,state,provisional,note"
        )
        #expect(bytes.last == 0x0A && !bytes.contains(0x0D))
        #expect(read(bytes).allSatisfy { $0.count == 18 })
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

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
    func textThatASpreadsheetWouldRunIsText(name: String) {
        let rows = read(
            csv(
                Cases.assessed([(Cases.key(.year(2025), "01"), Cases.given(1))], units: Cases.units(named: name)),
                language: .danish, sampleNotice: ""))
        #expect(rows.first { $0["unit"] == "01" }?["unit_name"] == "'" + name)
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
