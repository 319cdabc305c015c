import Delimited
import Findings
import Testing

@Suite("Refusals say what is wrong and what to do")
struct RefusalTests {
    static let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }

    @Test("empty", arguments: [[], [0x0A, 0x20, 0x0D, 0x0A], [0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF, 0x0A]] as [[UInt8]])
    func empty(bytes: [UInt8]) {
        let message = refusal(bytes)
        #expect(message?.hasPrefix("Data/a.csv: error[empty-file]: the file ") == true)
        #expect(message?.hasSuffix("; export it again, and check that the export finished") == true)
    }

    @Test("spreadsheets")
    func spreadsheets() {
        let advice =
            "open it in Excel, choose File > Save As and the file type 'CSV UTF-8 (Comma delimited) (*.csv)'"
        #expect(
            refusal([0xD0, 0xCF, 0x11, 0xE0, 1, 2])
                == "Data/a.csv: error[spreadsheet]: this is an old Excel workbook (.xls), not a CSV file; \(advice)")
        #expect(
            refusal([0x50, 0x4B, 3, 4, 20])
                == "Data/a.csv: error[spreadsheet]: this is an Excel workbook (.xlsx), an OpenDocument spreadsheet "
                + "(.ods) or a zip archive, not a CSV file; \(advice); unpack a zip archive first")
    }

    @Test("web pages", arguments: ["<!DOCTYPE html><html>", "\n <HTML>\n", "\u{FEFF}<html lang=da>"])
    func webPages(text: String) {
        #expect(
            refusal(Array(text.utf8))
                == "Data/a.csv: error[web-page]: this is a web page (HTML), not a CSV file; the download may have met "
                + "a login or error page: open it in a browser, then export again")
    }

    @Test("binary")
    func binary() {
        #expect(
            refusal(Array("a;b\n1;2\n3;\0\n".utf8))
                == "Data/a.csv:3: error[binary-file]: the file holds a NUL byte, so it is not text (or it is damaged); "
                + "export it again as CSV UTF-8")
        #expect(refusal(Array("%PDF-1.7".utf8))?.contains("error[document]") == true)
        #expect(refusal([0x1F, 0x8B, 8])?.contains("error[compressed-file]") == true)
    }

    @Test("missing files, with the name that was probably meant")
    func missing() {
        #expect(
            opening("\(Self.folder)/RefusalTest.swift")
                == "f.csv: error[missing-file]: there is no such file; did you mean 'RefusalTests.swift'?")
        #expect(
            opening("/nowhere/at-all.csv")
                == "f.csv: error[missing-file]: there is no such file; check the name and the folder")
    }

    @Test("folders and devices")
    func notFiles() {
        #expect(
            opening(Self.folder)
                == "f.csv: error[is-a-directory]: this is a folder, not a file; name one CSV file in it")
        #expect(
            opening("/dev/null")
                == "f.csv: error[unreadable-file]: this is not a regular file; save the export as a file first")
    }

    private func opening(_ path: String) -> String? {
        do {
            _ = try DelimitedFile.open(path: path, name: "f.csv")
            return nil
        } catch {
            return "\(error)"
        }
    }
}
