import Foundation
import Testing

/// What the code can say, ask for and be told stands in the documentation, and the documentation invents nothing.
@Suite struct Documentation {
    /// A finding's code where it is made: `Finding(.error, "x"`, `report("x"`, `code: "x"`, `rowFinding("x"`, `= ("x", `.
    private static let codes = [
        #"\.(?:error|warning|note),\s*"([a-z]+(?:-[a-z]+)*)""#, #"\breport\(\s*"([a-z]+(?:-[a-z]+)*)""#,
        #"\bcode: "([a-z]+(?:-[a-z]+)*)""#, #"\bfault\(\s*"([a-z]+(?:-[a-z]+)+)""#, #"\browFinding\(\s*"([a-z]+(?:-[a-z]+)*)""#, #"= \("([a-z]+(?:-[a-z]+)+)", ""#,
        #"case \.[A-Za-z, .]+: "([a-z]+(?:-[a-z]+)+)""#, #"\bseverity, "([a-z]+(?:-[a-z]+)+)""#,
    ]

    @Test func everyFindingIsListedUnderItsRoomAndNoOther() throws {
        let listed = try codesByRoom(text("Documentation/Findings.md"))
        var made: [String: Set<String>] = [:]
        for room in try FileManager.default.contentsOfDirectory(atPath: repository + "/Sources") {
            let found = try sources(of: room).reduce(into: Set<String>()) { all, source in
                for pattern in Self.codes { all.formUnion(try matches(of: pattern, in: source)) }
            }
            if !found.isEmpty { made[room] = found }
        }
        for room in Set(made.keys).union(listed.keys).sorted() {
            let code = made[room] ?? [], table = listed[room] ?? []
            #expect(code.subtracting(table).sorted() == [], "made in \(room), not in Findings.md")
            #expect(table.subtracting(code).sorted() == [], "in Findings.md under \(room), made nowhere in it")
        }
        #expect(made.values.reduce(0) { $0 + $1.count } > 50, "the codes are no longer found in the sources")
    }

    @Test func everyKeyOfTheReadersIsDocumented() throws {
        let asking = "string|integer|number|flag|text|texts|nodes|entries|take|required|period|choice|strings|columns"
        let patterns = [
            #"\.(?:"# + asking + #")\("([A-Za-z]+)"[,)]"#, #"\bcolumns\("([a-z]+)", \."#, #"\("([a-z]+)", (?:Grain)?\.[a-z]+\)"#,
        ]
        var asked: Set<String> = []
        for source in try sources(of: "Catalogue") {
            for pattern in patterns { asked.formUnion(try matches(of: pattern, in: source)) }
        }
        let pages = try text("Documentation/Configuration.md") + text("Documentation/Indicators.md")
        let words = try matches(of: "`([^`\n]+)`", in: pages).reduce(into: Set<String>()) { all, code in
            all.formUnion(try matches(of: "([A-Za-z]+)", in: code))
        }
        #expect(asked.subtracting(words).sorted() == [], "keys that neither page names")
        #expect(asked.count > 80, "the keys are no longer found in the readers")
    }

    @Test func everyKeyInATableIsAskedFor() throws {
        let all = try sources(of: "Catalogue").joined()
        // The units file has columns of its own, read in Store.
        let known = try all + sources(of: "Store").joined()
        let listed = try ["Configuration.md", "Indicators.md"].flatMap { page in
            try matches(of: #"(?m)^\| `([A-Za-z]+)` \|"#, in: text("Documentation/" + page))
        }
        #expect(Set(listed).filter { !known.contains("\"\($0)\"") && !isMeasure($0, all) }.sorted() == [])
    }

    @Test func everyCommandAndOptionIsDocumented() throws {
        let readme = (try? text("README.md")) ?? ""
        let page = try text("Documentation/Commands.md")
        var options: Set<String> = []
        for source in try sources(of: "SammenCLI") {
            for command in try matches(of: #"commandName: "([a-z]+)""#, in: source) where command != "sammen" {
                #expect(page.contains("## `\(command)") || page.contains("## `new \(command)") || readme.contains("sammen \(command)"), "command \(command)")
            }
            for name in try matches(of: #"@(?:Option|Flag)\([^\n]*\)\s+var ([a-zA-Z]+)"#, in: source) {
                options.insert("--" + name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined())
            }
        }
        #expect(options.count > 8, "the options are no longer found in the commands")
        let told = try Set(matches(of: "(--[a-z]+(?:-[a-z]+)*)", in: page))
        let toldInReadme = try Set(matches(of: "(--[a-z]+(?:-[a-z]+)*)", in: readme))
        #expect(options.subtracting(told.union(toldInReadme)).sorted() == [], "options that no page names")
        #expect(told.subtracting(options).subtracting(["--help"]).sorted() == [], "options of no command")
    }

    @Test func everyLinkLeadsToAFile() throws {
        for page in try FileManager.default.contentsOfDirectory(atPath: repository + "/Documentation") where page.hasSuffix(".md") {
            for target in try matches(of: #"\]\(([^)#:\s]+)[)#]"#, in: text("Documentation/" + page)) {
                let path = "\(repository)/Documentation/\(target)"
                #expect(FileManager.default.fileExists(atPath: path), "\(page) links to \(target)")
            }
        }
    }

    // MARK: -

    /// The codes of each table, by the room its heading names: ``## `Store`: loading``.
    private func codesByRoom(_ page: String) throws -> [String: Set<String>] {
        var result: [String: Set<String>] = [:]
        var room = ""
        for line in page.split(separator: "\n") {
            if let heading = try matches(of: "^## `([A-Za-z]+)`", in: String(line)).first { room = heading }
            if let code = try matches(of: #"^\| `([a-z-]+)` \|"#, in: String(line)).first {
                #expect(result[room, default: []].insert(code).inserted, "\(code) stands twice under \(room)")
            }
        }
        return result
    }

    /// Words that stand in a table of their own: the measures, which are raw values and no keys.
    private func isMeasure(_ word: String, _ sources: String) -> Bool { sources.contains("case \(word)\n") }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: repository + "/" + path, encoding: .utf8)
    }

    private func sources(of room: String) throws -> [String] {
        let folder = "Sources/" + room
        let names = FileManager.default.enumerator(atPath: repository + "/" + folder)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { try text(folder + "/" + $0) }
    }

    /// What the first group of the pattern matched, each time.
    private func matches(of pattern: String, in text: String) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern)
        return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
            Range(match.range(at: 1), in: text).map { String(text[$0]) }
        }
    }
}
