import Delimited
import Findings
import Foundation
import Testing

private let pollock: URL? = {
    let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = repository.deletingLastPathComponent().appendingPathComponent("shared/data/csv/pollock")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

/// A benchmark of 2,290 polluted files, read without being told anything. Its files lie beside the repository.
@Suite("The Pollock benchmark", .enabled(if: pollock != nil, "the folder shared/data/csv/pollock is not here"))
struct PollockTests {
    @Test("the files that are there are made byte for byte, and there are 2,290 in all")
    func generator() throws {
        let folder = try #require(pollock)
        let source = try PollockSource(folder: folder)
        let there = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("csv").path)
        let made = try Dictionary(uniqueKeysWithValues: source.whole().map { ($0.name, $0.bytes) })
        #expect(Set(made.keys) == Set(there))
        for name in there {
            let bytes = try Data(contentsOf: folder.appendingPathComponent("csv/\(name)"))
            #expect(made[name] == Array(bytes), "\(name)")
        }
        let all = try source.files()
        #expect(all.count == 2_290 && Set(all.map(\.name)).count == 2_290)
    }

    @Test("the score, without any hint, is above that of the tools that are told everything")
    func score() throws {
        let folder = try #require(pollock)
        let weights = try JSONDecoder().decode(
            [String: Double].self, from: Data(contentsOf: folder.appendingPathComponent("pollock_weights.json")))
        var sums = [Double](repeating: 0, count: 10), weighted = 0.0, weight = 0.0
        var losses: [String: Double] = [:]
        let files = try PollockSource(folder: folder).files()
        for file in files {
            let score = PollockScore(clean: file.clean, loaded: Self.reading(of: file))
            for (index, measure) in score.measures.enumerated() { sums[index] += measure }
            let own = try #require(weights[file.name], "\(file.name) has no weight")
            weighted += own * score.sum
            weight += own
            losses[Self.kind(file.name), default: 0] += 10 - score.sum
        }
        let simple = sums.reduce(0, +) / Double(files.count)
        for (name, sum) in zip(PollockScore.names, sums) { print("Pollock \(name): \(sum / Double(files.count))") }
        print("Pollock score, simple: \(simple), weighted: \(weighted / weight)")
        for (kind, loss) in losses.sorted(by: { $0.value > $1.value }) where loss > 0.01 {
            print("Pollock points lost, \(kind): \(loss)")
        }
        // The best of the tools that are told all parameters reach 9.961 and 9.599.
        #expect(simple >= 9.9736 && weighted / weight >= 9.8267)
    }

    /// What a file holds as it was read, as the systems of the benchmark write it: the header where there is one, then
    /// the records; nil for a file that was refused (the empty one).
    private static func reading(of file: PollockFile) -> [[String]]? {
        guard let read = try? DelimitedFile.parse(bytes: file.bytes, name: file.name) else { return nil }
        return (read.dialect.headerRows > 0 ? [read.header] : []) + rows(read)
    }

    /// The name of a file without its numbers of row and column.
    private static func kind(_ name: String) -> String {
        guard name.hasPrefix("row_") else { return name }
        return String(name.filter { !$0.isNumber })
    }
}
