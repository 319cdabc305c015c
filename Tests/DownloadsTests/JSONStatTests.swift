import Assessment
import Disclosure
import Downloads
import Foundation
import Testing
import Vocabulary

@Suite struct JSONStatTests {
    private func group(_ row: [String: String]) -> String {
        switch row["breakdown"] {
        case "": "total"
        case "comparison": "comparison"
        default: "alder:" + (row["category"] ?? "")
        }
    }

    @Test func everyFigureStandsWhereItsDimensionsSay() throws {
        let many = Cases.many()
        let cube = try CubeReader(jsonStat(many, project: Cases.project(), language: .danish, sampleNotice: "Opdigtet"))
        #expect(cube.ids == ["unit", "group", "period", "measure"])
        #expect(try cube.sizes == cube.ids.map { try cube.categories($0).count })
        var numbers = 0
        for row in read(csv(many, language: .danish, sampleNotice: "")) {
            for measure in try cube.categories("measure") {
                let place = try cube.place([
                    "unit": row["unit"] ?? "", "group": group(row), "period": row["period"] ?? "", "measure": measure,
                ])
                // Foundation reads a number of JSON to fifteen digits.
                let number = cube.value(place), expected = Double(row[measure] ?? "")
                #expect((number == nil) == (expected == nil))
                if let number, let expected { #expect(abs(number - expected) <= 1e-14 * max(1, abs(expected))) }
                if row[measure] != "" { numbers += 1 }
                #expect(cube.status(place) == (measure == "value" ? row["status"] : ""))
            }
        }
        #expect(numbers > 25)
        let written = (cube.file["value"] as? [String: Any])?.count ?? (cube.file["value"] as? [Any])?.count { !($0 is NSNull) }
        #expect(written == numbers)
    }

    @Test func itSaysWhatItIs() throws {
        let file = try parsed(jsonStat(Cases.many(), project: Cases.project(), language: .danish, sampleNotice: "Opdigtet"))
        #expect(file["version"] as? String == "2.0" && file["class"] as? String == "dataset")
        #expect(file["label"] as? String == "Fravær" && file["updated"] as? String == "2026-11-20")
        #expect(file["source"] as? String == "Fraværsregister, KRL")
        #expect((file["note"] as? [String])?.contains("Opdigtet") == true)
        let role = try #require(file["role"] as? [String: [String]])
        #expect(role == ["time": ["period"], "geo": ["unit"], "metric": ["measure"]])
        let period = try #require((file["dimension"] as? [String: Any])?["period"] as? [String: Any])
        let words = try #require((period["category"] as? [String: Any])?["label"] as? [String: String])
        #expect(words["2025M02"] == "februar 2025")
        let letters = try #require((file["extension"] as? [String: Any])?["status"] as? [String: [String: String]])
        #expect(letters["label"]?["c"] == "Vises ikke (for få personer)")
    }

    @Test func aMedianHasNoCodeAndIsAPlaceStill() throws {
        var units = Cases.units()
        for code in ["A", "B", "C"] {
            units.append(UnitDescription(code: UnitCode(code), name: .init(everywhere: code), level: "kommune"))
        }
        let compared = Cases.assessed(
            [
                (Cases.key(.year(2025)), Cases.given(1)), (Cases.key(.year(2025), "A"), Cases.given(2)),
                (Cases.key(.year(2025), "B"), Cases.given(4)), (Cases.key(.year(2025), "C"), Cases.given(7)),
            ], units: units,
            comparison: ComparisonDefinition(kind: .median(of: "kommune"), label: .init(everywhere: "Midterste")))
        let cube = try CubeReader(jsonStat(compared, project: Cases.project(), language: .english, sampleNotice: ""))
        let at = ["unit": "comparison", "group": "comparison", "period": "2025", "measure": "value"]
        #expect(cube.value(try cube.place(at)) == 4)
    }

    @Test func noFiguresAreACubeWithoutPlaces() throws {
        let file = try parsed(jsonStat(Cases.assessed([]), project: Cases.project(), language: .danish, sampleNotice: ""))
        #expect(file["size"] as? [Int] == [0, 0, 0, 1])
        #expect((file["value"] as? [Any])?.isEmpty == true)
    }
}
