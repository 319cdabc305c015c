import Assessment
import Downloads
import Foundation
import Testing
import Vocabulary

@Suite struct JSONTests {
    private let source = SourceDescription(
        dataset: "fravaer", title: .init([.danish: "Fraværsregister"]), publisher: .init(everywhere: "KRL"),
        address: "https://krl.example", licence: "CC BY 4.0", isSample: true, rhythm: .month, next: "2026-12-01")

    @Test func theFileSaysWhatItIs() throws {
        let target = Target(year: 2030, value: 4.5, status: .example, body: .init([.danish: "Byrådet"]))
        let assessed = Cases.assessed(
            [(Cases.key(.year(2025)), Cases.share(100, of: 800))],
            description: Cases.description(target: target, sources: [source, source]))
        let file = try parsed(json(assessed, language: .danish, sampleNotice: "Opdigtet"))
        #expect(
            Set(file.keys) == [
                "indicator", "title", "unit_of_measure", "language", "source", "licence", "note", "target", "verdict",
                "targets", "unit_targets", "control", "answers", "unit_groups", "awaiting", "rows",
            ])
        #expect(file["title"] as? String == "Fravær")
        #expect(file["language"] as? String == "da")
        #expect(file["unit_of_measure"] as? String == "%")
        #expect(file["licence"] as? String == "CC BY 4.0")
        #expect(file["note"] as? String == "Opdigtet")
        #expect(file["verdict"] as? String == assessed.outcome.verdict.rawValue)
        let written = try #require(file["target"] as? [String: Any])
        #expect(written["value"] as? Double == 4.5)
        #expect(written["year"] as? Int == 2030)
        #expect(written["upper"] is NSNull)
        #expect(written["status"] as? String == "example")
        let sources = try #require(file["source"] as? [[String: Any]])
        #expect(sources.map { $0["title"] as? String } == ["Fraværsregister", "Fraværsregister"])
        #expect(sources[0]["sample"] as? Bool == true)
    }

    @Test func rowsHaveTheColumnsOfTheOtherFileAndNumbersAreNumbers() throws {
        let assessed = Cases.assessed([
            (Cases.key(.year(2024)), Cases.share(3, of: 90)), (Cases.key(.year(2025)), Cases.share(45, of: 90)),
        ])
        let bytes = json(assessed, language: .danish, sampleNotice: "")
        let rows = try #require(try parsed(bytes)["rows"] as? [[String: Any]])
        let lines = read(csv(assessed, language: .danish, sampleNotice: ""))
        #expect(rows.count == 2 && rows.map { Set($0.keys) } == lines.map { Set($0.keys) })
        for column in ["value", "numerator", "denominator", "count", "low", "high"] {
            #expect(rows[0][column] is NSNull)
            #expect(rows[1][column] is NSNumber)
        }
        #expect(rows[1]["value"] as? Double == 50)
        #expect(rows[1]["provisional"] as? Bool == false)
        #expect(rows[0]["state"] as? String == "hidden")
    }

    @Test func anyTextAndNoFiguresCanBeRead() throws {
        let name = "\"A\\B\"\n\t\u{1}\u{1F}\u{2028}</script>👩‍🏫 å"
        let one = Cases.assessed(
            [(Cases.key(.year(2025), "01"), Cases.given(.nan))], units: Cases.units(named: name))
        let rows = try #require(
            try parsed(json(one, language: .bokmal, sampleNotice: name))["rows"] as? [[String: Any]])
        #expect(rows[0]["unit_name"] as? String == name)
        #expect(rows[0]["note"] as? String == name)
        #expect(rows[0]["value"] is NSNull)
        let none = try parsed(json(Cases.assessed([]), language: .english, sampleNotice: ""))
        #expect((none["rows"] as? [Any])?.isEmpty == true)
        #expect(none["target"] is NSNull)
        #expect(none["title"] as? String == "Absence")
        #expect(none["licence"] as? String == "")
    }

    @Test func textIsNotDisarmedWhereNothingRunsIt() throws {
        let assessed = Cases.assessed(
            [(Cases.key(.year(2025), "01"), Cases.given(1))], units: Cases.units(named: "=1+1"))
        let rows = try #require(
            try parsed(json(assessed, language: .danish, sampleNotice: ""))["rows"] as? [[String: Any]])
        #expect(rows[0]["unit_name"] as? String == "=1+1")
    }
}
