import Delimited
import Findings
import Foundation
import Testing

private let duckdb: URL? = {
    let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = repository.deletingLastPathComponent().appendingPathComponent("shared/data/csv/duckdb")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

/// The 628 files with which DuckDB tests its own reader (MIT licence). They lie beside the repository, not in it.
@Suite("DuckDB's test files", .enabled(if: duckdb != nil, "the folder shared/data/csv/duckdb is not here"))
struct DuckDBTests {
    @Test("every file is read and profiled, or refused with an error that says what to do")
    func all() throws {
        let folder = try #require(duckdb)
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        var read = 0, refused: [String] = []
        for path in paths.sorted() where path != "LICENSE.txt" {
            let full = folder.appendingPathComponent(path).path
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            do {
                let file = try DelimitedFile.open(path: full, name: path)
                #expect(!file.header.isEmpty && Set(file.header).count == file.header.count, "\(path)")
                #expect(rows(file).count == file.rowCount && file.profile().rows == file.rowCount, "\(path)")
                read += 1
            } catch let refusal as Refusal {
                #expect(!refusal.findings.isEmpty, "\(path)")
                for finding in refusal.findings {
                    #expect(finding.severity == .error && finding.suggestion?.isEmpty == false, "\(path)")
                }
                refused.append(path)
            }
        }
        #expect(read + refused.count == 628)
        // Those with nothing in them, and those with NUL bytes.
        #expect(
            refused == [
                "add_escaped_rfc.csv", "empty.csv", "glob/empty/empty.csv", "glob_dif_dialect/14166/empty.csv",
                "null_terminator.csv", "nullbyte.csv", "nullbyte_header.csv", "quoted_comment_buffer_boundary.csv",
                "test/empty.csv",
            ])
    }

    @Test(
        "delimiter, quote and header are what a person sees",
        arguments: [
            ("auto/pipe_delim_quote.csv", "|", "\"", 0), ("auto/semicolon_escape.csv", ";", "\"", 0),
            ("auto/tab_single_quote.csv", "\t", "'", 0), ("auto/no_header.csv", ",", "\"", 0),
            ("auto/single_quote_backslash.csv", "|", "'", 0), ("sales_snippet.csv", "\t", "\"", 0),
            ("real/lineitem_sample.csv", "|", "\"", 0), ("real/imdb_movie_info_escaped.csv", ",", "\"", 0),
            ("missing_column.csv", ",", "\"", 1), ("headers/empty_1.csv", ",", "\"", 1),
            ("test/test_pipe.csv", "|", "\"", 0), ("extra_delimiters.csv", ",", "\"", 1),
        ])
    func dialects(path: String, delimiter: String, quote: String, headerRows: Int) throws {
        let folder = try #require(duckdb)
        let read = try DelimitedFile.open(path: folder.appendingPathComponent(path).path, name: path)
        #expect(read.dialect.delimiter == delimiter.utf8.first && read.dialect.headerRows == headerRows)
        #expect(read.dialect.quote == quote.utf8.first)
    }
}
