import Foundation
import Testing

/// The project at the root, its datasets' rows shuffled and dealt out over other files, tells the same figures.
@Suite(.serialized) struct Shuffled {
    /// Builds a project and gives back every file of its site by its path.
    private func site(_ folder: String) throws -> [String: Data] {
        let result = try sammen("build", in: folder)
        #expect(result.status == 0 && !result.errors.contains("error["), "\(result.errors)")
        var files: [String: Data] = [:]
        let output = URL(fileURLWithPath: folder + "/Output")
        for case let path as String in FileManager.default.enumerator(atPath: output.path) ?? .init() {
            if let data = try? Data(contentsOf: output.appendingPathComponent(path)) { files[path] = data }
        }
        return files
    }

    /// A page without the one thing it tells of the input files: how many they are. On an indicator's page that is the
    /// count in `9 filer med 14.431 rækker`, on the page of all datasets the cell before that of the rows.
    private func withoutFileCounts(_ page: Data) -> String {
        String(decoding: page, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.replacing(#/^<p class="small">\d+ (filer|files|file|fil) (med|with) /#, with: "")
                .replacing(#/<td class="num">\d+</td>(?=<td class="num">)/#, with: "")
        }.joined(separator: "\n")
    }

    @Test func everyFigureIsTheSame() throws {
        let plain = try Figures.copyOfProject(), copy = temporaryPath("shuffled")
        defer { for folder in [plain, copy] { try? FileManager.default.removeItem(atPath: folder) } }
        let made = try run(
            "/usr/bin/env",
            ["python3", repository + "/Tests/EndToEndTests/shuffled.py", repository, copy, "20261122"])
        #expect(made.status == 0, "\(made.errors)")
        let account = try #require(try made.json() as? [String: Int])
        #expect(account.count >= 18 && account.values.reduce(0, +) > 45_000, "\(account)")

        let before = try site(plain), after = try site(copy)
        #expect(before.keys.sorted() == after.keys.sorted())
        #expect(before.count > 600)
        let other = before.keys.filter { before[$0] != after[$0] }.sorted()
        for path in other {
            let first = try #require(before[path]), second = try #require(after[path])
            // Compressed copies differ where their page does.
            if path.hasSuffix(".html.gz") || path.hasSuffix(".html.br") {
                #expect(other.contains(String(path.dropLast(3))), "\(path)")
                continue
            }
            let isSame = path.hasSuffix(".html") && withoutFileCounts(first) == withoutFileCounts(second)
            #expect(isSame, "\(path) tells something else")
        }
        // The pages that tell the count must differ: else the rows were not split.
        #expect(other.contains("public/da/data/index.html"))
        try sameAnswers(plain, copy)
    }

    /// Rows that move from one loaded file to another, and files that get another name, are loaded by halves: only what
    /// changed is read again.
    @Test func rowsThatMoveBetweenLoadedFilesChangeNothing() throws {
        let plain = try Figures.copyOfProject(), copy = temporaryPath("moved")
        defer { for folder in [plain, copy] { try? FileManager.default.removeItem(atPath: folder) } }
        let made = try run(
            "/usr/bin/env", ["python3", repository + "/Tests/EndToEndTests/shuffled.py", repository, copy, "2030"])
        #expect(made.status == 0, "\(made.errors)")
        #expect(try sammen("import", in: copy).status == 0)
        let files = (FileManager.default.enumerator(atPath: copy + "/Data") ?? .init()).compactMap { $0 as? String }
        let firsts = files.filter { $0.hasSuffix("-a.csv") }.map { copy + "/Data/" + $0.dropLast("a.csv".count) }
        #expect(firsts.count >= 18)
        for path in firsts {
            var lines = try ["a", "b"].map { part in
                try Data(contentsOf: URL(fileURLWithPath: "\(path)\(part).csv")).split(separator: 10)
            }
            let moved = lines[0][1...8], back = lines[1][1...4]
            lines[0].replaceSubrange(1...8, with: back)
            lines[1].replaceSubrange(1...4, with: moved)
            for (part, text) in zip(["a", "b"], lines) {
                try Data(text.joined(separator: [10]) + [10]).write(to: URL(fileURLWithPath: "\(path)\(part).csv"))
            }
            try FileManager.default.moveItem(atPath: path + "c.csv", toPath: path + "0.csv")
        }
        let account = try #require(try sammen("import", "--format", "json", in: copy).json() as? [[String: Any]])
        #expect(account.allSatisfy { ($0["files"] as? [Any])?.count == 4 })
        try sameAnswers(plain, copy)
    }

    /// `query` says the same of every indicator, cleared and uncleared.
    private func sameAnswers(_ plain: String, _ copy: String) throws {
        let metrics = FileManager.default.enumerator(atPath: copy + "/Metrics") ?? .init()
        let indicators = metrics.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
            .map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }.sorted()
        #expect(indicators.count >= 20)
        for indicator in indicators {
            for edition in ["public", "desk"] {
                let arguments = ["query", indicator, "--format", "json", "--edition", edition]
                let first = try run(program, arguments, in: plain), second = try run(program, arguments, in: copy)
                #expect(first.status == 0 && first.output.contains("\"value\""), "\(indicator): \(first.errors)")
                let isSame = first.output == second.output
                #expect(isSame, "\(indicator), \(edition), tells something else")
            }
        }
    }
}
