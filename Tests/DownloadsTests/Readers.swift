import Foundation
import Testing

/// The cube read by its own words: ids, sizes and indices, with nothing of how it was written.
struct CubeReader {
    let file: [String: Any]
    let ids: [String]
    let sizes: [Int]

    init(_ bytes: [UInt8]) throws {
        file = try parsed(bytes)
        ids = try #require(file["id"] as? [String])
        sizes = try #require(file["size"] as? [Int])
    }

    func categories(_ dimension: String) throws -> [String] {
        let one = try #require((file["dimension"] as? [String: Any])?[dimension] as? [String: Any])
        return try #require((one["category"] as? [String: Any])?["index"] as? [String])
    }

    func place(_ at: [String: String]) throws -> Int {
        try zip(ids, sizes).reduce(0) { place, dimension in
            let (id, size) = dimension
            let index = try #require(try categories(id).firstIndex(of: at[id] ?? ""), "\(at)")
            return place * size + index
        }
    }

    func value(_ place: Int) -> Double? {
        if let all = file["value"] as? [Any] { return all[place] as? Double }
        return (file["value"] as? [String: Any])?[String(place)] as? Double
    }

    func status(_ place: Int) -> String { (file["status"] as? [String: String])?[String(place)] ?? "" }
}

/// What the database answers, read by another program, the `sqlite3` of the command line.
func ask(_ bytes: [UInt8], _ question: String) throws -> String {
    let path = NSTemporaryDirectory() + "figures-\(UUID().uuidString).sqlite"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let process = Process(), output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    process.arguments = ["-noheader", "-list", path, question]
    process.standardOutput = output
    try process.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: answer, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
}
