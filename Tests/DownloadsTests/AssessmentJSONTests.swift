import Assessment
import Disclosure
import Downloads
import Foundation
import Testing
import Vocabulary

@Suite("What is said of an indicator stands in its JSON file")
struct AssessmentJSONTests {
    private func file(_ a: Assessed<Public>) throws -> [String: Any] {
        try parsed(json(a, language: .danish, sampleNotice: ""))
    }

    @Test func theTargetsKeepTheirHistory() throws {
        let before = Target(year: 2030, value: 4, status: .adopted, date: "2022-06-22")
        var d = Cases.description(target: Target(year: 2030, value: 4.5, status: .adopted, history: [before]))
        d.targets.insert(Target(year: 2027, value: 5, status: .proposed), at: 0)
        d.unitTargets = ["01": [Target(year: 2030, value: 3.5, status: .example)]]
        let written = try file(Cases.assessed([(Cases.key(.year(2025)), Cases.given(5))], description: d))
        let targets = try #require(written["targets"] as? [[String: Any]])
        #expect(targets.map { $0["year"] as? Int } == [2027, 2030])
        let history = try #require(targets[1]["history"] as? [[String: Any]])
        #expect(history.count == 1 && history[0]["value"] as? Double == 4 && history[0]["date"] as? String == "2022-06-22")
        let ofUnits = try #require(written["unit_targets"] as? [[String: Any]])
        #expect(ofUnits.map { $0["unit"] as? String } == ["01"])
    }

    @Test func thePeriodsThatStandOutAreThereWithTheirRule() throws {
        // Up and down around 5, and then 12.
        let values = (0..<23).map { $0.isMultiple(of: 2) ? 5.6 : 4.5 } + [12]
        let rows = values.enumerated().map { (Cases.key(.year(2000 + $0.offset)), Cases.given($0.element)) }
        let control = try #require(try file(Cases.assessed(rows))["control"] as? [String: Any])
        #expect(control["kind"] as? String == "individuals" && control["silence"] is NSNull)
        let signals = try #require(control["signals"] as? [[String: Any]])
        #expect(signals.map { $0["period"] as? String } == ["2023"])
        #expect(signals[0]["rule"] as? String == "outside" && signals[0]["meaning"] as? String == "concern")
        let high = try #require(signals[0]["high"] as? Double)
        #expect(high > 5.6 && high < 12)
        let few = try #require(try file(Cases.assessed(Array(rows.prefix(3))))["control"] as? [String: Any])
        #expect(few["silence"] as? String == "tooShort" && (few["signals"] as? [Any])?.isEmpty == true)
    }

    @Test func unitsStandBesideWhatIsExpectedOrTheReasonIsGiven() throws {
        func units(_ count: Int) -> [UnitDescription] {
            [UnitDescription(code: Cases.root, name: .init(everywhere: "Kommunen"))]
                + (1...count).map {
                    UnitDescription(
                        code: UnitCode("S\($0)"), name: .init(everywhere: "Skole \($0)"), parent: Cases.root, type: "skole")
                }
        }
        func group(_ counts: [Int]) throws -> [String: Any] {
            let rows = counts.enumerated().map {
                (Cases.key(.year(2025), UnitCode("S\($0.offset + 1)")), Cases.share($0.element, of: 400))
            }
            let groups = try file(Cases.assessed(rows, units: units(counts.count)))["unit_groups"] as? [[String: Any]]
            return try #require(groups?.first)
        }
        let compared = try group([320, 326, 314, 322, 318, 324, 316, 320, 200])
        #expect(compared["not_compared"] is NSNull && compared["period"] as? String == "2025")
        let written = try #require(compared["units"] as? [[String: Any]])
        #expect(written.map { $0["unit"] as? String } == (1...9).map { "S\($0)" })
        #expect(written.map { $0["state"] as? String } == Array(repeating: "usual", count: 8) + ["lower"])
        #expect(written[8]["value"] as? Double == 50)
        let few = try group([320, 326, 200])
        #expect(few["not_compared"] as? String == "tooFewUnits" && (few["units"] as? [Any])?.isEmpty == true)
    }

    @Test func whatIsAwaitedIsTold() throws {
        var d = Cases.description()
        d.awaiting = Awaiting(
            owner: .init(everywhere: "HR"), expected: "2027-01-15", why: .init(everywhere: "Ikke målt endnu"))
        let a: Assessed<Public> = assess(
            .withoutFigures("fravaer"), d,
            AssessmentContext(units: Cases.units(), root: Cases.root, asOf: "2026-11-20", targetYear: 2030))
        let written = try file(a)
        #expect((written["rows"] as? [Any])?.isEmpty == true && written["control"] is NSNull)
        let awaiting = try #require(written["awaiting"] as? [String: Any])
        #expect(awaiting["expected"] as? String == "2027-01-15" && awaiting["owner"] as? String == "HR")
    }
}
