import Assessment
import Downloads
import Foundation
import Testing
import Vocabulary

/// What is said of the CSV files beside them: CSV on the Web, and the data package.
@Suite struct DescriptionTests {
    private let project = Cases.project()

    @Test func columnsOfTheMetadataAreThoseOfTheFile() throws {
        let many = Cases.many()
        let file = try parsed(
            csvw(many, project: project, language: .danish, sampleNotice: "Opdigtet", file: "fravaer.csv"))
        #expect(file["url"] as? String == "fravaer.csv")
        #expect((file["dc:description"] as? String)?.contains("Opdigtet") == true)
        #expect((file["dc:license"] as? [String: String])?["@id"] == "https://creativecommons.org/licenses/by/4.0/")
        let schema = try #require(file["tableSchema"] as? [String: Any])
        let columns = try #require(schema["columns"] as? [[String: Any]])
        let header = table(csv(many, language: .danish, sampleNotice: ""))[0]
        #expect(columns.map { $0["name"] as? String } == header)
        for column in columns {
            let titles = try #require(column["titles"] as? [String: [String]])
            #expect(Set(titles.keys) == ["da", "nb", "en"])
            #expect(titles.values.allSatisfy { $0.count == 2 && $0[0] == column["name"] as? String })
        }
        let value = try #require(columns.first { $0["name"] as? String == "value" }?["datatype"] as? [String: String])
        #expect(value == ["base": "decimal", "minimum": "0", "maximum": "100"])
    }

    @Test func thePackageNamesEveryFileFromItsOwnFolder() throws {
        let edition = Cases.edition([Cases.many()])
        let figures = csv(edition.indicators[0], language: .danish, sampleNotice: "Opdigtede tal")
        let units = unitsCSV(edition, language: .danish), indicators = indicatorsCSV(edition, language: .danish)
        let files = [
            "da/tal/fravaer/fravaer.csv": figures, "da/data/units.csv": units, "da/data/indicators.csv": indicators,
        ].mapValues(MeasuredFile.init)
        let package = try parsed(dataPackage(edition, language: .danish, files: files))
        #expect(package["name"] as? String == "maal-tal-da" && package["version"] as? String == "2026-11-20")
        #expect((package["description"] as? String)?.contains("Opdigtede tal") == true)
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.map { $0["path"] as? String } == ["data/indicators.csv", "data/units.csv", "tal/fravaer/fravaer.csv"])
        #expect(resources.map { $0["bytes"] as? Int } == [indicators.count, units.count, figures.count])
        let schema = try #require(resources[2]["schema"] as? [String: Any])
        let fields = try #require(schema["fields"] as? [[String: Any]])
        #expect(fields.map { $0["name"] as? String } == table(figures)[0])
        let value = try #require(fields.first { $0["name"] as? String == "value" }?["constraints"] as? [String: Any])
        #expect(value["maximum"] as? Int == 100)
        let keys = try #require(schema["foreignKeys"] as? [[String: Any]])
        #expect(keys.count == 2)
        // sha256sum of nothing but the letter a, from its own manual page.
        let letter = try parsed(dataPackage(edition, language: .danish, files: ["da/data/units.csv": MeasuredFile(Array("a".utf8))]))
        #expect(
            (letter["resources"] as? [[String: Any]])?.first?["hash"] as? String
                == "sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb")
    }

    @Test func unitsThatOnlyFiguresNameAreListed() {
        let rows = read(unitsCSV(Cases.edition([Cases.many()]), language: .danish))
        #expect(rows.map { $0["unit"] } == ["265", "01", "02", "000"])
        #expect(rows[1]["parent"] == "265" && rows[1]["unit_name"] == "Skole \"Nord\", Jyllinge")
        let indicators = read(indicatorsCSV(Cases.edition([Cases.many()]), language: .english))
        #expect(indicators.count == 1 && indicators[0]["title"] == "Absence" && indicators[0]["sample"] == "true")
        #expect(indicators[0]["note"] == "Invented figures" && indicators[0]["ceiling"] == "100")
    }
}
