import Foundation

/// A value of a fixture, read without a type of its own for each file.
enum Expected: Decodable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([Expected])
    case table([String: Expected])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([Expected].self) {
            self = .list(list)
        } else {
            self = .table(try container.decode([String: Expected].self))
        }
    }

    subscript(key: String) -> Expected {
        guard case .table(let table) = self, let found = table[key] else { return .null }
        return found
    }

    subscript(place: Int) -> Expected { items.indices.contains(place) ? items[place] : .null }

    /// The number, or NaN (which no comparison passes).
    var number: Double {
        guard case .number(let number) = self else { return .nan }
        return number
    }

    var text: String {
        guard case .text(let text) = self else { return "" }
        return text
    }

    var items: [Expected] {
        guard case .list(let list) = self else { return [] }
        return list
    }

    var numbers: [Double] { items.map(\.number) }
}

/// The fixtures beside this file.
enum Fixtures {
    static let trend = json("trend_vectors.json")
    static let rates = json("rates_vectors.json")
    static let nist = json("nist.json")
    static let distributions = json("distributions.json")

    /// The records of a table without quotes, by the names in its first line.
    static func table(_ name: String) -> [[String: String]] {
        let lines = String(decoding: bytes(name), as: UTF8.self).split(whereSeparator: \.isNewline)
        let names = lines[0].split(separator: ",").map(String.init)
        return lines.dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Dictionary(uniqueKeysWithValues: zip(names, cells))
        }
    }

    private static func json(_ name: String) -> Expected {
        do { return try JSONDecoder().decode(Expected.self, from: bytes(name)) } catch {
            fatalError("the fixture \(name) is not JSON: \(error)")
        }
    }

    private static func bytes(_ name: String) -> Data {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        do { return try Data(contentsOf: folder.appendingPathComponent(name)) } catch {
            fatalError("the fixture \(name) is missing beside \(#filePath)")
        }
    }
}

/// True if two numbers differ by at most the tolerance, in units of the expected one where that is above 1.
func isNear(_ found: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    guard let found else { return false }
    return abs(found - expected) <= tolerance * max(1, abs(expected))
}

/// True if two numbers agree to so many parts of themselves, however small they are.
func agrees(_ found: Double?, _ expected: Double, _ tolerance: Double) -> Bool {
    guard let found else { return false }
    return abs(found - expected) <= tolerance * abs(expected)
}

/// How many leading digits agree.
func digits(_ found: Double?, _ certified: Double) -> Double {
    guard let found else { return 0 }
    return found == certified ? 16 : -log10(abs(found - certified) / abs(certified))
}

/// Numbers that look random and are the same on every run.
struct FixedNoise {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// The next number, from 0 to 1.
    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / 9_007_199_254_740_992
    }
}
