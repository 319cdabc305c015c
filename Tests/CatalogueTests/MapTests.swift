import Catalogue
import Findings
import Testing
import Vocabulary

/// Outlines of units in GeoJSON.
@Suite struct Maps {
    private let config = TemporaryProject.config.replacing(
        "\"root\": \"265\" }",
        with: "\"root\": \"265\", \"map\": \"Data/kort.geojson\", \"key\": \"kode\", \"mapNote\": \"Kort\" }")

    private func feature(_ code: String, _ type: String, _ coordinates: String) -> String {
        "{\"type\": \"Feature\", \"properties\": {\"kode\": \(code), \"navn\": \"N\"}, \"geometry\": "
            + "{\"type\": \"\(type)\", \"coordinates\": \(coordinates)}}"
    }

    private let ring = "[[9, 59], [10, 59], [10, 60], [9, 59]]"

    private func read(_ features: [String]) throws -> (map: UnitMap?, findings: [Finding], project: Project?) {
        let text = "{\"type\": \"FeatureCollection\", \"features\": [\(features.joined(separator: ",\n"))]}"
        let (project, findings) = try TemporaryProject(["Data/kort.geojson": text], config: config).read()
        return (project?.description.map, findings, project)
    }

    @Test func readsAreasWithHolesAndIslands() throws {
        let hole = "[[9.5, 59.2, 12], [9.6, 59.2, 12], [9.6, 59.3, 12], [9.5, 59.2, 12]]"
        let found = try read([
            feature("\"01\"", "Polygon", "[\(ring), \(hole)]"), feature("4001", "MultiPolygon", "[[\(ring)], [\(ring)]]"),
            feature("\"01\"", "Polygon", "[\(ring)]"),
        ])
        #expect(found.findings.isEmpty, "\(found.findings)")
        let map = try #require(found.map)
        #expect(map.note(.danish) == "Kort" && map.places.map(\.unit) == ["01", "4001"])
        #expect(map.places.map { $0.rings.count } == [3, 2])
        #expect(map.places[0].rings[1][0] == GeographicPoint(longitude: 9.5, latitude: 59.2))
    }

    @Test(arguments: [
        ("{\"type\": \"Feature\"}", "map-no-geojson"), ("{", "map-no-geojson"), ("", "map-no-geojson"),
        ("{\"type\": \"FeatureCollection\", \"features\": [{\"properties\": {\"kod\": \"1\"}}]}", "map-key"),
        ("{\"type\": \"FeatureCollection\", \"features\": [{\"properties\": {\"kode\": \"1\"}}]}", "map-geometry"),
    ])
    func whatIsNoMapIsTold(_ text: String, _ code: String) throws {
        let found = try TemporaryProject(["Data/kort.geojson": text], config: config).read().findings
        #expect(found.map(\.code) == [code] && found[0].place?.file == "Data/kort.geojson" && found[0].suggestion != nil)
    }

    @Test func placesThatCannotBeDrawnAreTold() throws {
        for (coordinates, type, code) in [
            ("[[[540000, 6560000], [541000, 6560000], [541000, 6561000], [540000, 6560000]]]", "Polygon", "map-coordinates"),
            ("[[[9, 59], [10, 59], [10, 60], [9, 60]]]", "Polygon", "map-geometry"),
            ("[[[9, 59], [10, 59], [9, 59]]]", "Polygon", "map-geometry"), ("[9, 59]", "Point", "map-geometry"),
            ("[[[\"9\", 59], [10, 59], [10, 60], [\"9\", 59]]]", "Polygon", "map-geometry"),
        ] {
            let found = try read([feature("\"2\"", "Polygon", "[\(ring)]"), feature("\"1\"", type, coordinates)])
            #expect(found.findings.map(\.code) == [code], "\(coordinates)")
            #expect(found.findings.first?.message.hasPrefix("feature 2: ") == true)
            #expect(found.map?.places.map(\.unit) == ["2"])
        }
    }

    @Test func aMapThatIsNotThereAndOneWithoutAKey() throws {
        let absent = try TemporaryProject(config: config).read().findings
        #expect(absent.map(\.code) == ["unreadable"] && absent[0].place?.file == "config.json")
        let keyless = config.replacing(", \"key\": \"kode\"", with: "")
        #expect(try TemporaryProject(config: keyless).read().findings.map(\.code) == ["missing-key"])
    }

    @Test func unitsThatTheMapLacksAreTold() throws {
        let project = try #require(try read(["\"1\"", "\"2\"", "\"9\""].map { feature($0, "Polygon", "[\(ring)]") }).project)
        func tree(_ codes: [String]) -> UnitTree {
            UnitTree(
                [UnitDescription(code: "265", name: .init(everywhere: "R"), level: "kommune")]
                    + codes.map { UnitDescription(code: UnitCode($0), name: .init(), parent: "265", level: "skole") })
        }
        #expect(project.unknownUnits(in: tree(["1", "2"])).isEmpty)
        let lacking = project.unknownUnits(in: tree(["1", "2", "3"]))
        #expect(lacking.map(\.code) == ["unit-without-place"] && lacking[0].message.hasSuffix("it has: 3"))
        #expect(project.unknownUnits(in: tree(["7"])).map(\.code) == ["map-without-units"])
    }
}
