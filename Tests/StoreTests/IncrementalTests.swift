import Findings
import Foundation
import Noise
import Store
import Testing

/// A file that changed is loaded again, the others stay as they are, and nobody can tell by the figures.
@Suite struct Increments {
    private static let header = "Aar;Enhed;Antal;Svar\n"

    private func project(_ files: [String: String], more: String = "") throws -> TemporaryProject {
        try TemporaryProject(
            dataset: TemporaryProject.dataset(more: more),
            files: Dictionary(uniqueKeysWithValues: files.map { ("Data/\($0.key).csv", Self.header + $0.value) }))
    }

    private func expectLikeFresh(_ project: TemporaryProject, sourceLocation: SourceLocation = #_sourceLocation) throws
    {
        let fresh = try project.afresh()
        try fresh.loaded()
        #expect(
            try project.figures(by: ["svar"]) == fresh.figures(by: ["svar"]), sourceLocation: sourceLocation)
        let accounts = try (project.store().files(of: "svar"), fresh.store().files(of: "svar"))
        #expect(accounts.0 == accounts.1, sourceLocation: sourceLocation)
        let rows = "SELECT period, unit, antal, svar, file, line FROM svar ORDER BY file, line"
        #expect(try project.answers(rows) == fresh.answers(rows), sourceLocation: sourceLocation)
    }

    @Test func aChangedFileReplacesItsOwnRowsAlone() throws {
        let project = try project([
            "a": "2024;01;1;Ja\n2024;02;2;Nej\n", "b": "2024;01;4;Ja\n2023;01;8;Ja\n", "c": "2024;02;16;Nej\n",
        ])
        try project.loaded()
        let before = try project.answers("SELECT row, antal FROM rows_svar ORDER BY row")
        try project.write("Data/b.csv", Self.header + "2024;01;32;Ja\n")
        let report = try project.loaded()
        #expect(report.datasets[0].loadedFiles == ["Data/b.csv"] && !report.datasets[0].isUnchanged)
        let after = try project.answers("SELECT row, antal FROM rows_svar ORDER BY row")
        let second = Int64(1) << 48
        let line = Int64(1) << 16
        #expect(
            before == [
                "\(2 * line) 1", "\(3 * line) 2", "\(second + 2 * line) 4", "\(second + 3 * line) 8",
                "\(2 * second + 2 * line) 16",
            ])
        #expect(after == [before[0], before[1], "\(second + 2 * line) 32", before[4]])
        #expect(
            try project.figures() == [
                "2024 01: 33 rows 2 absent 0 0 0", "2024 02: 18 rows 2 absent 0 0 0",
            ])
        try expectLikeFresh(project)
    }

    @Test func theRowsOfAFileThatIsGoneGo() throws {
        let project = try project(["a": "2024;01;1;Ja\n", "b": "2024;01;4;Nej\n"])
        try project.loaded()
        try project.remove("Data/a.csv")
        let report = try project.loaded()
        #expect(
            report.findings.map { "\($0.severity) \($0.code) \($0.place?.file ?? "")" } == [
                "warning file-gone Data/a.csv"
            ])
        #expect(report.datasets[0].gone == ["Data/a.csv"] && report.datasets[0].loadedFiles.isEmpty)
        #expect(try project.figures() == ["2024 01: 4 rows 1 absent 0 0 0"])
        try expectLikeFresh(project)
        #expect(try project.load(project.store()).findings.isEmpty, "it is told once")
    }

    @Test func aRenamedFileCountsOnce() throws {
        let project = try project(["a": "2024;01;1;Ja\n", "b": "2024;01;4;Nej\n"], more: #", "key": ["svar"]"#)
        try project.loaded()
        try project.remove("Data/a.csv")
        try project.write("Data/z.csv", Self.header + "2024;01;1;Ja\n")
        try project.loaded()
        #expect(try project.figures() == ["2024 01: 5 rows 2 absent 0 0 0"])
        try expectLikeFresh(project)
    }

    @Test func aNewFileMayHaveMoreDecimalsThanAreStored() throws {
        let project = try project(["a": "2024;01;1;Ja\n2024;01;2,5;Ja\n"])
        try project.loaded()
        try project.write("Data/b.csv", Self.header + "2024;01;0,125;Ja\n2024;01;0,25;Ja\n")
        try project.loaded()
        #expect(try project.figures() == ["2024 01: 3.875 rows 4 absent 0 0 0"])
        try expectLikeFresh(project)
    }

    @Test func aNewFileMayHaveNewCategoriesPeriodsAndUnits() throws {
        let project = try project(["b": "2024;01;1;Ja\n2024;01;2;Nej\n"])
        try project.loaded()
        try project.write("Data/a.csv", Self.header + "2022;02;3;Ved ikke\n2024;01;4;Nej\n2023;01;5;Andet\n")
        #expect(try project.loaded().datasets[0].loadedFiles == ["Data/a.csv"])
        #expect(
            try project.figures(by: ["svar"]) == [
                "2022 02 Ved ikke: 3 rows 1 absent 0 0 0", "2023 01 Andet: 5 rows 1 absent 0 0 0",
                "2024 01 Ja: 1 rows 1 absent 0 0 0", "2024 01 Nej: 6 rows 2 absent 0 0 0",
            ])
        try expectLikeFresh(project)
    }

    /// The row that is there already may stand in a file before or after the one that changed.
    @Test(arguments: ["a", "b"]) func aKeyThatIsThereAlreadyIsFoundInAChangedFile(_ changed: String) throws {
        let project = try project(
            ["a": "2024;01;1;Ja\n", "b": "2024;02;4;Ja\n"], more: #", "key": ["svar"]"#)
        try project.loaded()
        let before = try project.answers("SELECT row, antal FROM rows_svar ORDER BY row")
        try project.write("Data/\(changed).csv", Self.header + "2024;01;1;Ja\n2024;02;4;Ja\n")
        let found = try project.load(project.store()).findings
        #expect(found.map { "\($0.severity) \($0.code)" } == ["error duplicate-key"])
        #expect(try project.answers("SELECT row, antal FROM rows_svar ORDER BY row") == before)
    }

    /// Three rows of one key in files whose order of names is not the order in which they came.
    @Test func ofThreeRowsOfOneKeyOneIsLoaded() throws {
        let project = try project(
            ["c": "2024;01;1;Ja\n", "d": "2023;01;1;Ja\n"], more: #", "key": ["svar"], "setAside": 5"#)
        try project.loaded()
        try project.write("Data/a.csv", Self.header + "2024;01;1;Ja\n")
        try project.write("Data/b.csv", Self.header + "2024;01;1;Ja\n")
        try project.write("Data/c.csv", Self.header + "2024;01;1;Ja\n2022;01;9;Ja\n")
        let report = try project.loaded()
        #expect(report.datasets[0].files.map(\.setAside).reduce(0, +) == 2)
        #expect(try project.figures().last == "2024 01: 1 rows 1 absent 0 0 0")
    }

    /// Which of two rows is set aside does not depend on which came first.
    @Test(arguments: ["a", "b"]) func theSameRowIsSetAsideInAnyHistory(_ changed: String) throws {
        let project = try project(
            ["a": "2024;01;1;Ja\n", "b": "2024;02;4;Ja\n"], more: #", "key": ["svar"], "setAside": 1"#)
        try project.loaded()
        try project.write(
            "Data/\(changed).csv",
            Self.header + (changed == "a" ? "2024;01;1;Ja\n2024;02;9;Ja\n" : "2024;02;4;Ja\n2024;01;9;Ja\n"))
        try project.loaded()
        try expectLikeFresh(project)
    }

    /// A file whose rows were set aside is told of as long as it is there.
    @Test func rowsSetAsideAreToldInEveryLoad() throws {
        let project = try project(["a": "2024;01;1;Ja\n2024;01;mange;Ja\n"], more: #", "setAside": 1"#)
        #expect(
            try project.loaded().findings.map { "\($0.severity) \($0.place?.file ?? "")" } == ["warning Data/a.csv"])
        for text in [nil, "2024;01;2;Nej\n", nil, "2024;01;3;Nej\n"] {
            if let text { try project.write("Data/b.csv", Self.header + text) }
            let found = try project.loaded().findings
            #expect(
                found.map { "\($0.severity) \($0.place?.file ?? "")" } == ["warning Data/a.csv"], "\(text ?? "same")")
        }
    }

    @Test func anErrorInAChangedFileLeavesEverythingAsItWas() throws {
        let project = try project(["a": "2024;01;1;Ja\n", "b": "2024;01;4;Nej\n"])
        try project.loaded()
        let before = try Data(contentsOf: URL(fileURLWithPath: project.database))
        try project.write("Data/b.csv", Self.header + "2024;01;5;Nej\n2024;01;mange;Nej\n")
        #expect(try project.load(project.store()).findings.stops())
        #expect(try Data(contentsOf: URL(fileURLWithPath: project.database)) == before)
    }

    @Test func anotherDeclarationLoadsEveryFile() throws {
        let project = try project(
            ["a": "2024;01;1;Ja\n", "b": "2024;01;-;Nej\n"], more: #", "missing": {"-": "zero"}"#)
        try project.loaded()
        try project.declare(dataset: TemporaryProject.dataset(more: #", "missing": {"-": "missing"}"#))
        #expect(try project.loaded().datasets[0].loadedFiles == ["Data/a.csv", "Data/b.csv"])
        #expect(try project.figures() == ["2024 01: 1 rows 1 absent 1 0 0"])
    }

    @Test func aFileThatIsGoneIsToldWithAnotherDeclarationToo() throws {
        let project = try project(["a": "2024;01;1;Ja\n", "b": "2024;01;4;Nej\n"])
        try project.loaded()
        try project.remove("Data/a.csv")
        try project.declare(dataset: TemporaryProject.dataset(more: #", "missing": {"-": "zero"}"#))
        #expect(try project.loaded().findings.map { "\($0.code) \($0.place?.file ?? "")" } == ["file-gone Data/a.csv"])
    }

    /// A file with a header alone is an empty table, not a fault.
    @Test func aFileMayLoseAllItsRows() throws {
        let project = try project(["a": "2024;01;1;Ja\n", "b": "2024;01;4;Nej\n"])
        try project.loaded()
        try project.write("Data/a.csv", Self.header)
        #expect(try project.loaded().datasets[0].files.map(\.account) == ["0 0 0 0 0 0", "1 1 0 0 0 0"])
        #expect(try project.figures() == ["2024 01: 4 rows 1 absent 0 0 0"])
    }

    /// Files change, come and go at random; after each load the figures are those of a first load.
    @Test(arguments: 1...4) func anyHistoryEndsLikeAFreshLoad(_ seed: Int) throws {
        var noise = FixedNoise(UInt64(seed))
        func rows() -> String {
            (0..<Int.random(in: 1...20, using: &noise)).map { _ in
                let value = ["..", "7", "1,5", "12,25", "0,001", "-3", "*"].randomElement(using: &noise)!
                let unit = ["01", "02"].randomElement(using: &noise)!
                let year = Int.random(in: 2020...2024, using: &noise)
                return "\(year);\(unit);\(value);Svar \(Int.random(in: 1...6, using: &noise))\n"
            }.joined()
        }
        let project = try project(["f1": rows(), "f2": rows()], more: #", "missing": {"*": "confidential"}"#)
        try project.loaded()
        for _ in 0..<12 {
            let name = "Data/f\(Int.random(in: 1...5, using: &noise)).csv"
            let exists = FileManager.default.fileExists(atPath: project.folder + "/" + name)
            if exists, name != "Data/f1.csv", Bool.random(using: &noise) {
                try project.remove(name)
            } else {
                try project.write(name, Self.header + rows())
            }
            try project.loaded()
            try expectLikeFresh(project)
        }
    }
}
