import Delimited
import Findings
import Foundation
import Testing

private let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private let exports: URL? = {
    let folder = repository.deletingLastPathComponent().appendingPathComponent("shared/data/real")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

/// Real exports that nobody here wrote, found out without a hint and held to an independent reading of them
/// (`independent_reading.py`, where each dialect was written down by hand). They lie beside the repository, not in it.
@Suite("Real exports", .enabled(if: exports != nil, "the folder shared/data/real is not here"))
struct RealFilesTests {
    /// Marks for a missing value that one table alone uses. A program that guessed them would guess wrongly elsewhere,
    /// so the reading must leave the column as text and point at the first one; the values beside it must be right.
    private static let marksOfTheirOwn: [String: Set<String>] = ["dk-elections/1913-1953.csv": ["NR"]]

    /// What may be warned about, besides a mark of a table's own: among the codes of occupations one has a letter, X21.
    private static let warnings: [String: Set<String>] = [
        "nav-yrke/dataset.csv": ["mostly-numeric"], "nav-yrke/dataset.original.csv": ["mostly-numeric"],
    ]

    @Test(
        "every file of a folder reads without hints as it does by hand",
        arguments: [
            "bristol-goals": 258, "dk-elections": 3, "dk-regions": 3, "nav-yrke": 2, "ons-goals": 9, "se-kommuner": 1,
            "statbank-dk": 8, "telemark": 16, "udir-stavanger": 3,
        ])
    func reads(folder: String, files: Int) throws {
        let readings = try independentReadings.get().filter { $0.path.hasPrefix(folder + "/") }
        #expect(readings.count == files)
        for reading in readings {
            let differences = try Self.differences(reading)
            #expect(differences.isEmpty, "\(reading.path): \(differences.joined(separator: "; "))")
        }
    }

    /// NAV publishes the same table plain with a byte order mark, and quoted with CRLF. Nothing is made alike before
    /// the comparison: white space, leading zeros and the mark `*` included, the cells are the same text.
    @Test("the table of occupations holds the same cells in both its dialects")
    func occupations() throws {
        let folder = try #require(exports).appendingPathComponent("nav-yrke")
        let plain = try open(folder, "dataset.csv"), quoted = try open(folder, "dataset.original.csv")
        #expect(plain.dialect.bom && !quoted.dialect.bom)
        #expect((plain.dialect.lineEnding, quoted.dialect.lineEnding) == (.lf, .crlf))
        #expect(plain.header == quoted.header)
        let left = rows(plain), right = rows(quoted)
        #expect(left.count == 5734 && right.count == 5734)
        #expect(Self.firstUnlike(left, right) == nil, "the data row, from 1")
    }

    /// The twin keeps seven of the eleven columns, in their order and row by row, and writes nothing where the download
    /// has the mark `.`; all else is the same text.
    @Test("the download of national tests and its tidied twin hold the same cells")
    func nationalTests() throws {
        let folder = try #require(exports).appendingPathComponent("udir-stavanger")
        let download = try open(folder, "nedlasting.csv"), twin = try open(folder, "results.csv")
        let kept = [0, 3, 4, 5, 7, 8, 9]
        #expect(
            kept.map { download.header[$0] } == [
                "Enhetsnavn", "Statistikk", "Indikator/delskår", "Periode", "Trinn", "Kjønn", "Verdi",
            ])
        let left = rows(download).map { row in kept.map { $0 == 9 && row[$0] == "." ? "" : row[$0] } }
        let right = rows(twin)
        #expect(left.count == 6233 && right.count == 6233)
        #expect(left.count { $0[6].isEmpty } == 2678)
        #expect(Self.firstUnlike(left, right) == nil, "the data row, from 1")
    }

    /// The first data row, from 1, that two readings have differently.
    private static func firstUnlike(_ left: [[String]], _ right: [[String]]) -> Int? {
        zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }.map { $0.offset + 1 }
    }

    private func open(_ folder: URL, _ name: String) throws -> DelimitedFile {
        try DelimitedFile.open(path: folder.appendingPathComponent(name).path, name: name)
    }

    /// What is unlike in one file; empty where the two readings agree.
    private static func differences(_ expected: IndependentReading) throws -> [String] {
        let path = try #require(exports).appendingPathComponent(expected.path).path
        let file = try DelimitedFile.open(path: path, name: expected.path)
        let profile = file.profile()
        let own = marksOfTheirOwn[expected.path] ?? []
        var found = Differences()
        found.compare("encoding", file.dialect.encoding.rawValue, expected.encoding)
        found.compare("delimiter", String(UnicodeScalar(file.dialect.delimiter)), expected.delimiter)
        found.compare("preamble", file.dialect.preambleRows, expected.preamble)
        found.compare("rows of header", file.dialect.headerRows, 1)
        found.compare("rows of footer", file.dialect.footerRows, 0)
        found.compare("header", file.header, expected.names)
        found.compare("rows counted", file.rowCount, expected.rows)
        found.compare("rows of the profile", profile.rows, expected.rows)
        let warned = Set((file.findings + profile.findings).filter { $0.severity > .note }.map(\.code))
        let allowed = own.isEmpty ? warnings[expected.path] ?? [] : ["mostly-numeric"]
        found.compare("needless warnings", warned.subtracting(allowed).sorted(), [])
        guard profile.columns.count == expected.columns.count else { return found.told }

        var sums = zip(expected.columns, profile.columns).map { ColumnSum($0, $1.decimalSeparator) }
        file.forEachRecord { record in
            for index in sums.indices { sums[index].see(record.bytes(index), own) }
            return true
        }
        for (index, column) in profile.columns.enumerated() {
            found.compare(column, sums[index], expected.columns[index], own)
        }
        return found.told
    }
}

/// What the two readings tell differently, as phrases.
private struct Differences {
    private(set) var told: [String] = []

    mutating func compare<Value: Equatable>(_ what: String, _ read: Value, _ expected: Value) {
        if read != expected { told.append("\(what) is \(read), by hand \(expected)") }
    }

    /// A column as the profile tells it and as its cells were added up, against the independent reading.
    mutating func compare(_ column: ColumnProfile, _ sum: ColumnSum, _ one: IndependentColumn, _ own: Set<String>) {
        let name = "column '\(column.name)': "
        let unknown = one.marks.filter { own.contains($0.key) }
        compare(name + "checksum of its cells", sum.cells, one.cells)
        compare(name + "empty cells", column.missing[""] ?? 0, one.empty)
        let known = one.marks.filter { !own.contains($0.key) }
        compare(name + "missing marks", column.missing.filter { $0.key != "" }, known)
        compare(name + "unknown marks", sum.unknownMarks, unknown)
        compare(name + "values", column.values - unknown.values.reduce(0, +), one.values)
        compare(name + "is of numbers", column.isNumeric, one.sum != nil && one.values > 0 && unknown.isEmpty)
        guard let exact = one.sum else { return }
        compare(name + "grouping", column.groupSeparator, nil)
        compare(name + "numbers read", sum.numbers, one.values)
        compare(name + "sum", sum.text, exact)
        guard let row = sum.firstUnknown else { return }
        // The one table with marks of its own has one line of header, and a line for each row.
        compare(name + "line of its first unknown mark", column.firstTextLine, row + 1)
    }
}

/// One column as its cells are read: their Adler-32, and the exact sum of those that are numbers.
private struct ColumnSum {
    private(set) var numbers = 0
    private(set) var unknownMarks: [String: Int] = [:]
    /// The data row, from 1, of the first mark that only this table uses.
    private(set) var firstUnknown: Int?

    private let format: NumberFormat?
    private var row = 0
    private var low: UInt32 = 1
    private var high: UInt32 = 0
    private var units: Int128 = 0
    private var digits = 0

    /// Numbers are read where the independent reading found them, with the separator that the profile found; with a
    /// point where there are no decimals, or where an unknown mark kept the column from being one of numbers.
    init(_ expected: IndependentColumn, _ decimal: UInt8?) {
        format = expected.sum == nil ? nil : NumberFormat(decimal: decimal ?? UInt8(ascii: "."))
    }

    mutating func see(_ cell: UnsafeBufferPointer<UInt8>, _ marksOfItsOwn: Set<String>) {
        row += 1
        for byte in cell { take(byte) }
        take(0x1F)
        guard let format else { return }
        switch readNumber(cell, format) {
        case .value(let value, let fraction):
            numbers += 1
            units *= power(max(0, fraction - digits))
            digits = max(digits, fraction)
            units += Int128(value) * power(digits - fraction)
        case .tooLarge: break
        case .notANumber:
            let text = String(decoding: cell, as: UTF8.self)
            guard marksOfItsOwn.contains(text) else { return }
            unknownMarks[text, default: 0] += 1
            firstUnknown = firstUnknown ?? row
        }
    }

    var cells: UInt32 { high << 16 | low }

    /// The sum with as many decimals as the most exact number has.
    var text: String {
        var all = String(units.magnitude)
        while all.count <= digits { all = "0" + all }
        if digits > 0 { all.insert(".", at: all.index(all.endIndex, offsetBy: -digits)) }
        return (units < 0 ? "-" : "") + all
    }

    private mutating func take(_ byte: UInt8) {
        low = (low + UInt32(byte)) % 65521
        high = (high + low) % 65521
    }

    private func power(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}

extension ColumnProfile {
    fileprivate var isNumeric: Bool { type == .integer || type == .decimal }
}

/// One line of `independent_reading.py`.
private struct IndependentReading: Decodable, Sendable {
    let path: String
    let encoding: String
    let delimiter: String
    let preamble: Int
    let header: [String]
    let rows: Int
    let columns: [IndependentColumn]

    /// The names as the reading promises them: trimmed, and never empty.
    var names: [String] {
        header.enumerated().map { index, name in
            let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
            return name.isEmpty ? "column \(index + 1)" : name
        }
    }
}

private struct IndependentColumn: Decodable, Sendable {
    let cells: UInt32
    let empty: Int
    let marks: [String: Int]
    let values: Int
    let sum: String?
}

private struct ScriptFailed: Error {
    let status: Int32
}

/// All the exports, read by the script once for all tests. What it complains of goes to standard error.
private let independentReadings = Result { () throws -> [IndependentReading] in
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let script = repository.appendingPathComponent("Tests/DelimitedTests/independent_reading.py").path
    process.arguments = ["python3", script, try #require(exports).path]
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONUTF8": "1"]) { $1 }
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let lines = output.fileHandleForReading.readDataToEndOfFile().split(separator: UInt8(ascii: "\n"))
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ScriptFailed(status: process.terminationStatus) }
    return try lines.map { try JSONDecoder().decode(IndependentReading.self, from: $0) }
}
