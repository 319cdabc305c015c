import Catalogue
import Findings
import Foundation
import Testing
import Vocabulary

/// The examples' files with random faults: whatever stands in them, something is said where it stands, and no indicator
/// is lost without a word.
@Suite struct WrongMutations {
    /// Numbers from a seed, the same in every run.
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// A project's config.json and indicators.
    struct Example: Sendable {
        var config: String
        var indicators: [String: String] = [:]

        init(_ folder: String) throws {
            config = try String(contentsOfFile: folder + "/config.json", encoding: .utf8)
            for case let path as String in FileManager.default.enumerator(atPath: folder + "/Metrics") ?? .init()
            where path.hasSuffix(".yaml") {
                indicators["Metrics/" + path] = try String(contentsOfFile: "\(folder)/Metrics/\(path)", encoding: .utf8)
            }
        }
    }

    /// So many faults for each seed: few in every run, `SAMMEN_MUTATIONS=500` for a long one.
    static let rounds = ProcessInfo.processInfo.environment["SAMMEN_MUTATIONS"].flatMap { Int($0) } ?? 80

    static let signs = Array(":{}[],'\"\t\n#&*!|>-%@?~ =<()+/.0123456789æøåÅax\u{301}\u{0}\u{FEFF}")
    static let words = [
        "no", "yes", "~", "null", "''", "{}", "[]", "0", "-1", "1.5", "80,5", "2024", "24.6.2026", "(", "*a", "&a b", "|", "!!int 3",
        "{a: 1}", "[a, b]", "given", "share", "rolling", "x: y", "<<", "antal", "1e309", "99999999999999999999", "not", "'", "\\",
    ]

    static func mutated(_ text: String, _ dice: inout Dice) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let line = Int.random(in: 0..<lines.count, using: &dice), other = Int.random(in: 0..<lines.count, using: &dice)
        switch Int.random(in: 0..<9, using: &dice) {
        case 0: lines.remove(at: line)
        case 1: lines.insert(lines[line], at: other)
        case 2: lines.swapAt(line, other)
        case 3: lines[line] = "  " + lines[line]
        case 4: lines[line] = String(lines[line].drop { $0 == " " })
        case 5:
            let parts = lines[line].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            lines[line] = parts[0] + ": " + words.randomElement(using: &dice)!
        case 6: return String(text.prefix(Int.random(in: 0..<text.count, using: &dice)))
        default:
            var characters = Array(lines[line])
            let place = Int.random(in: 0...characters.count, using: &dice)
            if Bool.random(using: &dice), place < characters.count {
                characters.remove(at: place)
            } else {
                characters.insert(signs.randomElement(using: &dice)!, at: place)
            }
            lines[line] = String(characters)
        }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: ["", "/Examples/telemark"], 0..<4 as Range<UInt64>)
    func nothingIsLostWithoutAWord(_ folder: String, _ seed: UInt64) throws {
        let example = try Example(repository + folder)
        let paths = example.indicators.keys.sorted()
        var dice = Dice(state: seed)
        let project = try TemporaryProject(config: example.config)
        var told = 0
        for round in 0..<Self.rounds {
            let path = paths[round % paths.count]
            var config = example.config, indicator = example.indicators[path]!
            for _ in 0...Int.random(in: 0...2, using: &dice) {
                if round.isMultiple(of: 4) { config = Self.mutated(config, &dice) } else { indicator = Self.mutated(indicator, &dice) }
            }
            try project.write("config.json", config)
            try project.write(path, indicator)
            defer { try? FileManager.default.removeItem(atPath: project.folder + "/" + path) }
            let (read, findings) = project.read()
            let id = String(path.split(separator: "/").last!.dropLast(5))
            let isThere = read?.indicator(id) != nil || read?.awaited.contains { $0.description.id == id } == true
            #expect(isThere || findings.stops(), "\(path)\n\(indicator)\n\(findings)")
            for finding in findings {
                check(finding, ["config.json": config, path: indicator])
                told += 1
            }
        }
        #expect(told > Self.rounds / 3, "the faults are no longer found")
    }

    /// Where the finding points to is in the file, and what to do is said.
    private func check(_ finding: Finding, _ files: [String: String]) {
        #expect(finding.suggestion?.isEmpty == false, "no suggestion: \(finding)")
        guard let place = finding.place, let text = files[place.file], let line = place.line, let column = place.column else {
            let isOfAFolder = finding.code == "unknown-goal"
            return #expect(isOfAFolder, "no place: \(finding)")
        }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let isInside = (1...lines.count).contains(line) && (1...(lines[line - 1].count + 2)).contains(column)
        #expect(isInside, "outside the file: \(finding)\n\(text)")
    }
}
