import Foundation
import Glibc
import Site
import Testing
import Vocabulary

/// Copies for servers that send them, held to other programs' reading of them.
@Suite struct CompressedCopies {
    private static let page = "<!doctype html>\n" + (0..<200).map { "<tr><td>række \($0)</td></tr>\n" }.joined()

    /// What the program `gzip` reads.
    private func unzipped(_ path: String) throws -> String {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", path]
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    /// What the decoder of Brotli's own library reads, found when the test runs.
    private func unpacked(_ path: String) throws -> String {
        typealias Decode = @convention(c) (Int, UnsafePointer<UInt8>?, UnsafeMutablePointer<Int>, UnsafeMutablePointer<UInt8>?) -> Int32
        let library = try #require(dlopen("libbrotlidec.so.1", RTLD_NOW))
        let decode = unsafeBitCast(try #require(dlsym(library, "BrotliDecoderDecompress")), to: Decode.self)
        let bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
        var size = 1 << 20
        var room = [UInt8](repeating: 0, count: size)
        #expect(decode(bytes.count, bytes, &size, &room) == 1)
        return String(decoding: room[..<size], as: UTF8.self)
    }

    @Test func othersReadThem() throws {
        let folder = try TemporaryFolder()
        let report = try write([file("da/index.html", Self.page)], to: folder.output, copies: CompressedCopy.allCases)
        #expect(report.written == 3)
        #expect(folder.everything(in: folder.output + "/da") == ["index.html", "index.html.br", "index.html.gz"])
        #expect(try unzipped(folder.output + "/da/index.html.gz") == Self.page)
        #expect(try unpacked(folder.output + "/da/index.html.br") == Self.page)
    }

    /// RFC 1952: ten bytes of header, without a name (flags 0) and without a time (0).
    @Test func theyTellNoTime() throws {
        let folder = try TemporaryFolder()
        _ = try write([file("a.css", Self.page)], to: folder.output, copies: [.gzip])
        let bytes = [UInt8](try #require(FileManager.default.contents(atPath: folder.output + "/a.css.gz")))
        #expect(Array(bytes[..<8]) == [0x1f, 0x8b, 8, 0, 0, 0, 0, 0])
    }

    @Test func onlyTextThatGainsByItHasThem() throws {
        let folder = try TemporaryFolder()
        let noise = (0..<3000).map { _ in UInt8.random(in: 0...255) }
        let short = String(repeating: "a", count: 1024)
        _ = try write(
            [
                file("short.html", short), file("one.html", short + "a"), file("picture.png", Self.page),
                file("data.sqlite", Self.page), file("none", Self.page), OutputFile(path: "noise.csv", bytes: noise),
            ], to: folder.output, copies: [.gzip])
        #expect(folder.everything(in: folder.output).filter { $0.hasSuffix(".gz") } == ["one.html.gz"])
    }

    @Test func copiesOfWhatIsTheSameAreTheSameFiles() throws {
        let folder = try TemporaryFolder()
        let changed = Self.page + "<p>ny</p>"
        _ = try write([file("a.html", Self.page), file("b.html", Self.page)], to: folder.output, copies: [.gzip])
        let before = (try folder.inode("a.html.gz"), try folder.inode("b.html.gz"))
        let again = try write([file("a.html", Self.page), file("b.html", Self.page)], to: folder.output, copies: [.gzip])
        #expect(again.isUntouched && again.unchanged == 4)
        let report = try write([file("a.html", Self.page), file("b.html", changed)], to: folder.output, copies: [.gzip])
        #expect(report.written == 2 && report.unchanged == 2 && report.removed == 0)
        #expect(try folder.inode("a.html.gz") == before.0 && folder.inode("b.html.gz") != before.1)
        #expect(try unzipped(folder.output + "/b.html.gz") == changed)
    }

    @Test func theyComeAndGoAsAskedFor() throws {
        let folder = try TemporaryFolder()
        let files = [file("a.html", Self.page)]
        _ = try write(files, to: folder.output)
        #expect(try write(files, to: folder.output, copies: [.gzip, .brotli]).written == 2)
        #expect(try write(files, to: folder.output, copies: [.brotli]).removed == 1)
        #expect(folder.everything(in: folder.output) == ["a.html", "a.html.br"])
        #expect(try write(files, to: folder.output).removed == 1)
    }
}
