import Foundation
import Testing

/// The repository's folder, found from this file.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

@Suite struct House {
    @Test func everyImportIsInTheTable() throws {
        var violations: [String] = []
        for room in try FileManager.default.contentsOfDirectory(atPath: repository + "/Sources").sorted() {
            let files = FileManager.default.enumerator(atPath: "\(repository)/Sources/\(room)")?
                .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") } ?? []
            if files.isEmpty { continue }
            guard let allowed = importTable[room] else {
                violations.append("\(room) is not in the import table")
                continue
            }
            for file in files {
                let text = try String(contentsOfFile: "\(repository)/Sources/\(room)/\(file)", encoding: .utf8)
                for module in imports(in: text) where !allowed.contains(module) {
                    if standardModules.contains(module), !(module.hasPrefix("Foundation") && withoutFoundation.contains(room)) {
                        continue
                    }
                    violations.append("Sources/\(room)/\(file) imports \(module)")
                }
            }
        }
        #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
    }

    /// Each arrow of the table leads to a room listed before it: the house has no circle.
    @Test func theTableHasNoCircle() {
        var settled: Set<String> = []
        var left = importTable
        while let next = left.first(where: { $0.value.filter { importTable[$0] != nil }.isSubset(of: settled) }) {
            settled.insert(next.key)
            left[next.key] = nil
        }
        #expect(left.isEmpty, "in a circle: \(left.keys.sorted())")
    }

    @Test func onlyDisclosureMakesReleasedFigures() throws {
        let released = try String(contentsOfFile: repository + "/Sources/Disclosure/Released.swift", encoding: .utf8)
        #expect(!released.contains("public init"))
        #expect(!released.contains("Codable") && !released.contains("Decodable"))
    }

    private func imports(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let position = words.firstIndex(of: "import"), position < words.count - 1,
                words[..<position].allSatisfy({ ["public", "internal", "package", "private", "@testable"].contains($0) })
            else { return nil }
            return String(words[position + 1])
        }
    }
}
