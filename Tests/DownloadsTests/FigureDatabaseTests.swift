import Assessment
import Disclosure
import Downloads
import Foundation
import Testing
import Vocabulary

@Suite struct FigureDatabaseTests {
    @Test func everyFigureIsTheOneOfTheFiles() throws {
        let many = Cases.many(), bytes = sqliteFile(Cases.edition([many]))
        #expect(try ask(bytes, "PRAGMA integrity_check; PRAGMA foreign_key_check;") == "ok")
        #expect(try ask(bytes, "PRAGMA application_id; PRAGMA user_version; PRAGMA encoding") == "1397574990\n1\nUTF-8")
        let rows = read(csv(many, language: .danish, sampleNotice: ""))
        #expect(try ask(bytes, "SELECT count(*) FROM figures") == String(rows.count))
        for row in rows {
            let breakdown = row["breakdown"] == "Alder" ? "alder" : row["breakdown"] ?? ""
            let category = breakdown == "alder" ? row["category"] ?? "" : ""
            let found = try ask(
                bytes,
                """
                SELECT json_array(value, numerator, denominator, count, low, high), state, status FROM figures
                WHERE indicator = 'fravaer' AND period = '\(row["period"] ?? "")' AND unit = '\(row["unit"] ?? "")'
                    AND breakdown = '\(breakdown)' AND category = '\(category)'
                """)
            let parts = found.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            try #require(parts.count == 3, "\(row)")
            let numbers = try #require(JSONSerialization.jsonObject(with: Data(parts[0].utf8)) as? [Any])
            for (number, column) in zip(numbers, ["value", "numerator", "denominator", "count", "low", "high"]) {
                // The command line writes fifteen digits.
                let expected = Double(row[column] ?? ""), written = number as? Double
                #expect((expected == nil) == (written == nil))
                if let expected, let written { #expect(abs(expected - written) <= 1e-14 * max(1, abs(expected))) }
            }
            #expect(parts[1] == row["state"] && parts[2] == row["status"])
        }
    }

    @Test func namesAreThereInEachLanguage() throws {
        let bytes = sqliteFile(Cases.edition([Cases.many()]))
        #expect(try ask(bytes, "SELECT title_da, title_en, note_nb FROM indicators") == "Fravær|Absence|Oppdiktede tall")
        #expect(try ask(bytes, "SELECT da FROM edition WHERE key = 'notice'") == "Opdigtede tal")
        #expect(try ask(bytes, "SELECT breakdown, note FROM figures_da WHERE category = 'Under 30'") == "Alder|Opdigtede tal")
        #expect(try ask(bytes, "SELECT year, value, status FROM targets") == "2030|4.5|adopted")
        #expect(try ask(bytes, "SELECT first_day, last_day FROM periods WHERE period = '2025M02'") == "2025-02-01|2025-02-28")
        #expect(try ask(bytes, "SELECT goal FROM indicators") == "g")
    }

    @Test func theSameFiguresAreTheSameBytes() {
        let edition = Cases.edition([Cases.many()])
        #expect(sqliteFile(edition) == sqliteFile(edition))
        let other = Cases.edition([Cases.assessed([(Cases.key(.year(2025)), Cases.given(1))])])
        #expect(sqliteFile(edition) != sqliteFile(other))
    }

    @Test func aFigureWithoutAPlaceAndAnIndicatorWithoutAGoalAreTaken() throws {
        var units = Cases.units()
        units.append(UnitDescription(code: "A", name: .init(everywhere: "A"), parent: "nowhere", level: "kommune"))
        var description = Cases.description()
        description.goal = "gone"
        let compared = Cases.assessed(
            [(Cases.key(.year(2025)), Cases.given(1)), (Cases.key(.year(2025), "A"), Cases.given(2))],
            description: description, units: units,
            comparison: ComparisonDefinition(kind: .median(of: "kommune"), label: .init(everywhere: "Midterste")))
        let bytes = sqliteFile(Cases.edition([compared], units: units))
        #expect(try ask(bytes, "SELECT value FROM figures WHERE unit IS NULL") == "2.0")
        #expect(try ask(bytes, "SELECT breakdown FROM figures_da WHERE unit IS NULL") == "Midterste")
        #expect(try ask(bytes, "PRAGMA foreign_key_check; SELECT count(*) FROM indicators WHERE goal IS NULL") == "1")
    }
}
