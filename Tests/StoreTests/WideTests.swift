import Catalogue
import Findings
import Noise
import Store
import Testing

/// Tables with a column for each year, made long by declaration.
@Suite struct WideTables {
    private static func dataset(
        _ template: String, period: String, unit: String = "Enhed", numbers: String = #""antal": "{value}""#,
        categories: String, more: String = ""
    ) -> String {
        #"""
        "files": "Data/*.csv", "period": {"column": "\#(period)"}, "unit": {"column": "\#(unit)"},
        "numbers": {\#(numbers)}, "categories": {\#(categories)}, "wide": "\#(template)" \#(more)
        """#
    }

    private func project(_ dataset: String, _ text: String) throws -> TemporaryProject {
        try TemporaryProject(dataset: dataset, files: ["Data/a.csv": text])
    }

    @Test func headingsAreTakenApart() throws {
        func parts(_ template: String, _ heading: String) throws -> [String]? {
            try #require(WideTemplate(template)).match(heading)
        }
        #expect(try parts("06913: Folketal {år}", "06913: Folketal 2024") == ["2024"])
        #expect(try parts("06913: Folketal {år}", "06913: Folketal ") == nil)
        #expect(try parts("06913: Folketal {år}", "06914: Folketal 2024") == nil)
        #expect(try parts("{kjønn} {år}", "Menn 2024") == ["Menn", "2024"])
        #expect(try parts("{kjønn} {år}", "Begge kjønn 2024") == ["Begge", "kjønn 2024"], "the first takes the least")
        #expect(try parts("{kjønn}, {alder} ({år})", "Menn, 0-5 år (2024)") == ["Menn", "0-5 år", "2024"])
        #expect(try parts("{kjønn}, {alder} ({år})", "Menn, 0-5 år 2024") == nil)
        #expect(try parts("{år}", "") == nil)
        for bad in ["Folketal", "{a}{b}", "{a", "a}", "{}", "{a} {a}", "{value}", "{{a}}"] {
            #expect(WideTemplate(bad) == nil, "\(bad)")
        }
    }

    @Test func aColumnOfEachYearBecomesRows() throws {
        let project = try project(
            Self.dataset("06913: Folketal {år}", period: "{år}", categories: #""svar": "Svar""#),
            "Enhed;Svar;06913: Folketal 2023;06913: Folketal 2024\n01;Ja;1;2\n02;Ja;4;..\n01;Nej;16;32\n")
        #expect(try project.loaded().datasets[0].files.map(\.account) == ["6 6 0 0 0 0"])
        #expect(
            try project.figures(by: ["svar"]) == [
                "2023 01 Ja: 1 rows 1 absent 0 0 0", "2023 01 Nej: 16 rows 1 absent 0 0 0",
                "2023 02 Ja: 4 rows 1 absent 0 0 0",
                "2024 01 Ja: 2 rows 1 absent 0 0 0", "2024 01 Nej: 32 rows 1 absent 0 0 0",
                "2024 02 Ja: 0 rows 0 absent 1 0 0",
            ])
        #expect(
            try project.answers("SELECT line, period, antal FROM svar WHERE unit = '01' ORDER BY 1, 2") == [
                "2 2023 1", "2 2024 2", "4 2023 16", "4 2024 32",
            ])
    }

    @Test func aHeadingMayHaveTwoParts() throws {
        let project = try project(
            Self.dataset("{kjønn} {år}", period: "{år}", categories: #""koen": "{kjønn}""#),
            "Enhed;Menn 2023;Kvinner 2023;Menn 2024;Kvinner 2024\n01;1,5;2;4;8\n02;16;32;64;128,25\n")
        try project.loaded()
        #expect(
            try project.figures(by: ["koen"]) == [
                "2023 01 Kvinner: 2 rows 1 absent 0 0 0", "2023 01 Menn: 1.5 rows 1 absent 0 0 0",
                "2023 02 Kvinner: 32 rows 1 absent 0 0 0", "2023 02 Menn: 16 rows 1 absent 0 0 0",
                "2024 01 Kvinner: 8 rows 1 absent 0 0 0", "2024 01 Menn: 4 rows 1 absent 0 0 0",
                "2024 02 Kvinner: 128.25 rows 1 absent 0 0 0", "2024 02 Menn: 64 rows 1 absent 0 0 0",
            ])
    }

    @Test func aPartMayBeTheUnit() throws {
        let project = try project(
            Self.dataset("{enhed}: {svar}", period: "Aar", unit: "{enhed}", categories: #""svar": "{svar}""#),
            "Aar;01: Ja;02: Ja;01: Nej\n2023;1;2;4\n2024;8;16;32\n")
        try project.loaded()
        #expect(
            try project.figures(by: ["svar"]) == [
                "2023 01 Ja: 1 rows 1 absent 0 0 0", "2023 01 Nej: 4 rows 1 absent 0 0 0",
                "2023 02 Ja: 2 rows 1 absent 0 0 0",
                "2024 01 Ja: 8 rows 1 absent 0 0 0", "2024 01 Nej: 32 rows 1 absent 0 0 0",
                "2024 02 Ja: 16 rows 1 absent 0 0 0",
            ])
    }

    /// A number that stands once a row belongs to each of the rows it becomes.
    @Test func otherColumnsAreRepeated() throws {
        let project = try project(
            Self.dataset(
                "Antal {år}", period: "{år}", numbers: #""antal": "{value}", "areal": "Areal""#,
                categories: #""svar": "Svar""#),
            "Enhed;Svar;Areal;Antal 2023;Antal 2024\n01;Ja;2,5;10;20\n")
        try project.loaded()
        #expect(
            try project.figures("antal", over: "areal") == [
                "2023 01: 10/2.5 rows 1 absent 0 0 0", "2024 01: 20/2.5 rows 1 absent 0 0 0",
            ])
    }

    /// 39 answers in 100 years: the cell of answer a in year y of row r is r × (100 a + y − 1924).
    @Test func threeThousandNineHundredColumns() throws {
        let headings = (1...39).flatMap { answer in (1925...2024).map { "Svar \(answer) i \($0)" } }
        func line(_ unit: String, times: Int) -> String {
            unit + ";"
                + (1...39).flatMap { answer in (1...100).map { "\(times * (100 * answer + $0))" } }.joined(
                    separator: ";") + "\n"
        }
        let project = try project(
            Self.dataset(
                "{svar} i {år}", period: "{år}", categories: #""svar": "{svar}""#, more: #", "key": ["svar"]"#),
            "Enhed;" + headings.joined(separator: ";") + "\n" + line("01", times: 1) + line("02", times: 3))
        #expect(try project.loaded().datasets[0].files.map(\.account) == ["7800 7800 0 0 0 0"])
        let cells = try project.figures(by: ["svar"])
        #expect(cells.count == 7800 && cells.contains("1925 01 Svar 1: 101 rows 1 absent 0 0 0"))
        #expect(cells.contains("2024 02 Svar 39: 12000 rows 1 absent 0 0 0"))
        // Of year y: 100 × (1 + … + 39) + 39 (y − 1924).
        #expect(
            try project.figures().filter { $0.hasPrefix("2000") } == [
                "2000 01: 80964 rows 39 absent 0 0 0", "2000 02: 242892 rows 39 absent 0 0 0",
            ])
    }

    @Test func aFaultPointsAtItsCell() throws {
        let project = try project(
            Self.dataset("Antal {år}", period: "{år}", categories: #""svar": "Svar""#, more: #", "setAside": 9"#),
            "Enhed;Svar;Antal 2023;Antal 2024;Antal snart\n01;Ja;1;mange;3\n77;Ja;1;2;3\n")
        let report = try project.loaded()
        #expect(report.datasets[0].files.map(\.account) == ["6 1 5 0 0 0"])
        #expect(
            report.datasets[0].setAsideRows.map { "\($0.line):\($0.column) \($0.reason)" } == [
                "2:9 not-a-number", "2:15 not-a-period", "3:1 unknown-unit", "3:1 unknown-unit", "3:1 unknown-unit",
            ])
        #expect(try project.figures() == ["2023 01: 1 rows 1 absent 0 0 0"])
    }

    /// Two columns of one year, and two rows of one unit.
    @Test(arguments: [
        ("Enhed;Svar;Antal 2023;Antal  2023\n01;Ja;1;2\n", 2), ("Enhed;Svar;Antal 2023\n01;Ja;1\n01;Ja;2\n", 3),
    ]) func keysAreComparedAcrossColumnsAndRows(_ text: String, _ line: Int) throws {
        let project = try project(
            Self.dataset("Antal {år}", period: "{år}", categories: #""svar": "Svar""#, more: #", "key": ["svar"]"#),
            text)
        let found = try project.load(project.store()).findings.filter { $0.severity == .error }
        #expect(found.map { "\($0.code) \($0.place?.line ?? 0)" } == ["duplicate-key \(line)"])
    }

    @Test func whatDoesNotFitIsTold() throws {
        let unused = try project(
            Self.dataset("{kjønn} {år}", period: "{år}", categories: ""), "Enhed;Menn 2023\n01;1\n")
        #expect(#expect(throws: Refusal.self) { try unused.project() }?.findings.map(\.code) == ["unused-part"])
        let none = try project(
            Self.dataset("Antal {år}", period: "{år}", categories: #""svar": "Svar""#), "Enhed;Svar;Tal 2023\n01;Ja;1\n"
        )
        #expect(try none.load(none.store()).findings.map(\.code) == ["missing-column"])
    }

    /// A table written wide and the same table written long give the same figures.
    @Test(arguments: 1...3) func wideAndLongAreOne(_ seed: Int) throws {
        var noise = FixedNoise(UInt64(seed))
        let columns = (2015...2024).flatMap { year in ["Ja", "Nej", "Ved ikke"].map { (year, $0) } }
        var wide = "Enhed;" + columns.map { "\($0.1), \($0.0)" }.joined(separator: ";") + "\n"
        var long = "Aar;Enhed;Antal;Svar\n"
        for _ in 0..<50 {
            let unit = Bool.random(using: &noise) ? "01" : "02"
            var cells: [String] = []
            for (year, answer) in columns {
                let cell = ["", "..", "*", "7", "0,5", "1.234,25", "-3"].randomElement(using: &noise)!
                cells.append(cell)
                long += "\(year);\(unit);\(cell);\(answer)\n"
            }
            wide += unit + ";" + cells.joined(separator: ";") + "\n"
        }
        let missing = #", "missing": {"*": "confidential"}"#
        let first = try project(
            Self.dataset("{svar}, {år}", period: "{år}", categories: #""svar": "{svar}""#, more: missing), wide)
        let second = try project(TemporaryProject.dataset(more: missing), long)
        let accounts = try [first, second].map { try $0.loaded().datasets[0].files.map(\.account) }
        #expect(accounts == [["1500 1500 0 0 0 0"], ["1500 1500 0 0 0 0"]])
        #expect(try first.figures(by: ["svar"]) == second.figures(by: ["svar"]))
    }
}
