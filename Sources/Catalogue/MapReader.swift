import Findings
import Foundation
import Vocabulary

/// Reads the outlines of units from GeoJSON (RFC 7946): a FeatureCollection of Polygon and MultiPolygon in degrees.
struct MapReader {
    let file: String
    /// The property that holds the unit's code.
    let key: String

    /// The places, those of one unit together. Features that cannot be used are told and left out.
    func places(_ bytes: Data) -> (places: [UnitMap.Place], findings: [Finding]) {
        guard let root = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
            root["type"] as? String == "FeatureCollection", let features = root["features"] as? [[String: Any]]
        else {
            return (
                [],
                [
                    fault(
                        "map-no-geojson", "the file is no GeoJSON with a FeatureCollection",
                        "export the map as GeoJSON (RFC 7946) in WGS 84")
                ]
            )
        }
        var rings: [UnitCode: [[GeographicPoint]]] = [:]
        var order: [UnitCode] = []
        var findings: [Finding] = []
        for (place, feature) in features.enumerated() {
            do throws(MapFault) {
                let code = try code(feature)
                let found = try self.rings(feature)
                if rings[code] == nil { order.append(code) }
                rings[code, default: []] += found
            } catch {
                findings.append(fault(error.code, "feature \(place + 1): \(error.message)", error.suggestion))
                // In metres, or without the property, they all are: said once.
                if error.code != "map-geometry" { break }
            }
        }
        return (order.map { UnitMap.Place(unit: $0, rings: rings[$0] ?? []) }, findings)
    }

    private func fault(_ code: String, _ message: String, _ suggestion: String) -> Finding {
        Finding(.error, code, message, at: Place(file: file), suggestion: suggestion)
    }

    private func code(_ feature: [String: Any]) throws(MapFault) -> UnitCode {
        let properties = feature["properties"] as? [String: Any] ?? [:]
        switch properties[key] {
        case let text as String: return UnitCode(text)
        case let number as NSNumber: return UnitCode(number.stringValue)
        default:
            let known = properties.keys.sorted()
            throw MapFault(
                code: "map-key", message: "it has no property '\(key)' with a unit's code",
                suggestion: didYouMean(key, among: known)
                    ?? (known.isEmpty ? "give each place its unit's code" : "properties: \(known.joined(separator: ", "))"))
        }
    }

    private func rings(_ feature: [String: Any]) throws(MapFault) -> [[GeographicPoint]] {
        let geometry = feature["geometry"] as? [String: Any] ?? [:]
        let polygons: [[[[Any]]]]
        switch geometry["type"] as? String {
        case "Polygon": polygons = (geometry["coordinates"] as? [[[Any]]]).map { [$0] } ?? []
        case "MultiPolygon": polygons = geometry["coordinates"] as? [[[[Any]]]] ?? []
        case let other:
            throw MapFault(
                code: "map-geometry", message: "its geometry is \(other ?? "missing"), and not Polygon or MultiPolygon",
                suggestion: "leave out points and lines, or take areas")
        }
        guard !polygons.isEmpty else { throw .notClosed }
        var result: [[GeographicPoint]] = []
        for ring in polygons.joined() { result.append(try points(ring)) }
        return result
    }

    private func points(_ ring: [[Any]]) throws(MapFault) -> [GeographicPoint] {
        let numbers = ring.map { $0.prefix(2).compactMap { ($0 as? NSNumber)?.doubleValue } }
        guard ring.count >= 4, numbers.allSatisfy({ $0.count == 2 }), numbers.first == numbers.last else {
            throw .notClosed
        }
        guard numbers.allSatisfy({ $0[0].magnitude <= 180 && $0[1].magnitude <= 90 }) else {
            throw MapFault(
                code: "map-coordinates", message: "its coordinates are no degrees, but perhaps metres (UTM)",
                suggestion: "export the map in WGS 84 (EPSG:4326), longitude first")
        }
        return numbers.map { GeographicPoint(longitude: $0[0], latitude: $0[1]) }
    }
}

private struct MapFault: Error {
    var code: String
    var message: String
    var suggestion: String

    static let notClosed = MapFault(
        code: "map-geometry", message: "a ring has fewer than four points, or does not end where it begins",
        suggestion: "export the map again as GeoJSON (RFC 7946)")
}

extension Project {
    /// Units that the map lacks: all of them, or some of a level that it has.
    func unitsOffTheMap(in tree: UnitTree) -> [Finding] {
        guard let declared = units.map, let map = description.map, !map.places.isEmpty else { return [] }
        let mapped = Set(map.places.map(\.unit)), root = units.root
        let below = tree.units.filter { $0.code != root && tree.ancestors(of: $0.code).contains(root) }
        let levels = Set(below.filter { mapped.contains($0.code) }.map(\.level))
        guard !levels.isEmpty else {
            let codes = map.places.prefix(3).map(\.unit.code).joined(separator: ", ")
            return [
                Finding(
                    .error, "map-without-units", "no place of the map has the code of a unit below \(root)",
                    at: declared.place, suggestion: "its '\(declared.key)' holds \(codes): choose the property with the codes")
            ]
        }
        let missing = below.filter { levels.contains($0.level) && $0.validTo == nil && !mapped.contains($0.code) }
        guard !missing.isEmpty else { return [] }
        let codes = missing.prefix(3).map(\.code.code).joined(separator: ", ") + (missing.count > 3 ? ", …" : "")
        return [
            Finding(
                .warning, "unit-without-place", "the map lacks \(missing.count) of the units beside those it has: \(codes)",
                at: declared.place, suggestion: "add their outlines, or correct the codes")
        ]
    }
}
