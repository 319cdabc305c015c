import Foundation
import PersonalData
import Testing

private let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private let shared: URL? = {
    let folder = repository.deletingLastPathComponent().appendingPathComponent("shared/data/real")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

/// The registers under `Data/` and real exports of Danish, Norwegian, Swedish and British authorities: none of them has
/// a person in it, so no column may be taken for one.
@Suite("Real exports")
struct RealExportsTests {
    @Test("no column of the registers under Data is taken for persons")
    func registers() throws {
        let (columns, alarms) = try alarms(in: repository.appendingPathComponent("Data"))
        #expect(columns > 200)
        #expect(alarms == [])
    }

    @Test(
        "no column of the real exports is taken for persons",
        .enabled(if: shared != nil, "the folder shared/data/real is not here"))
    func exports() throws {
        let (columns, alarms) = try alarms(in: #require(shared))
        #expect(columns > 500)
        #expect(alarms == [])
    }

    private func alarms(in folder: URL) throws -> (columns: Int, alarms: [String]) {
        var columns = 0
        var alarms: [String] = []
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        for file in files.compactMap({ $0 as? URL }) where file.pathExtension == "csv" {
            for column in columnScans(try Data(contentsOf: file)) {
                columns += 1
                for (way, scan) in [("rows", column.rows), ("distinct", column.distinct)] {
                    if let verdict = scan.verdict {
                        alarms.append("\(file.lastPathComponent), \(column.header), \(way): \(verdict)")
                    }
                }
            }
        }
        return (columns, alarms.sorted())
    }

    /// A plain reading, apart from the house's own: the delimiter is the most frequent of four in the first line,
    /// quotes are doubled, anything that is not UTF-8 is Windows-1252. Each column is scanned row by row, and once with
    /// each distinct cell alone.
    private func columnScans(_ data: Data) -> [Column] {
        let text = String(data: data, encoding: .utf8) ?? String(data: data, encoding: .windowsCP1252) ?? ""
        let bytes = Array(text.utf8)
        let first = bytes.prefix { $0 != 10 && $0 != 13 }
        let delimiter =
            Array(";,\t|".utf8).max { one, other in
                first.count { $0 == one } < first.count { $0 == other }
            } ?? 44
        var columns: [Column] = []
        var cell: [UInt8] = []
        var column = 0, line = 1, quoted = false
        func endCell() {
            if line == 1 {
                columns.append(Column(header: String(decoding: cell, as: UTF8.self)))
            }
            // A heading is looked at as a cell too: files without one begin with data.
            if column < columns.count { columns[column].see(cell, line: line) }
            cell.removeAll(keepingCapacity: true)
            column += 1
        }
        for byte in bytes {
            switch byte {
            case 34: quoted.toggle()
            case delimiter where !quoted: endCell()
            case 10 where !quoted:
                endCell()
                (column, line) = (0, line + 1)
            case 13 where !quoted: break
            default: cell.append(byte)
            }
        }
        if !cell.isEmpty { endCell() }
        return columns
    }

    private struct Column {
        let header: String
        var rows: PersonalScan
        var distinct: PersonalScan
        private var seen: Set<[UInt8]> = []

        init(header: String) {
            self.header = header
            rows = PersonalScan(header: header)
            distinct = rows
        }

        mutating func see(_ cell: [UInt8], line: Int) {
            cell.withUnsafeBufferPointer { rows.see($0, line: line) }
            guard seen.insert(cell).inserted else { return }
            cell.withUnsafeBufferPointer { distinct.see($0, line: line) }
        }
    }
}
