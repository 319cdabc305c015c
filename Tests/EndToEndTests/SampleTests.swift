import Foundation
import Testing

/// The example registers under Data/ are what the generator makes, byte for byte.
@Suite struct Samples {
    @Test func areMadeTheSameAgain() throws {
        let folder = temporaryPath("samples")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let generator = URL(fileURLWithPath: program).deletingLastPathComponent().appendingPathComponent("sample-registers").path
        let result = try run(generator, [folder])
        #expect(result.status == 0, "\(result.errors)")
        var compared = 0
        for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() where path.hasSuffix(".csv") {
            let made = FileManager.default.contents(atPath: folder + "/" + path)
            let kept = FileManager.default.contents(atPath: repository + "/Data/" + path)
            #expect(made != nil && made == kept, "\(path) differs: make samples")
            compared += 1
        }
        #expect(compared > 40, "\(compared)")
    }

    /// The invented residents of 2020 are as many as Statistics Denmark counted, and so that year is no contradiction.
    @Test func residentsOfTheRealYearAddUpToTheRealPopulation() throws {
        func rows(_ path: String, starting start: String) throws -> [Int] {
            try String(contentsOfFile: repository + "/Data/" + path, encoding: .utf8).split(separator: "\n")
                .filter { $0.hasPrefix(start) }.map { try #require(Int($0.split(separator: ";").last ?? "")) }
        }
        let groups = try rows("indbyggere/indbyggere.csv", starting: "2020;")
        let real = try rows("befolkning/folk1a-2020k1.csv", starting: "Roskilde;2020K1;I alt;")
        #expect(groups.count == 38 && real.count == 1 && groups.reduce(0, +) == real.first)
    }
}
