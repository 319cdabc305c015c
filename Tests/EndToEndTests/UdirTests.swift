import Foundation
import Testing

/// The download of national tests from Udir, as it is, tells by declaration alone what its tidied twin tells.
///
/// `nedlasting.csv` is UTF-8 with BOM, `;` and CRLF; a figure that is not given is `.`, and school years are written
/// `2014-2015`. `results.csv` is the same table with `,`, seven of the eleven columns and empty cells for `.`.
@Suite struct Udir {
    static let input =
        URL(fileURLWithPath: repository).deletingLastPathComponent().path + "/shared/data/real/udir-stavanger"
    static var isHere: Bool {
        let here = FileManager.default.fileExists(atPath: input + "/nedlasting.csv")
        if !here { print("Udir's files are not here (../shared/data/real/udir-stavanger): their test is skipped.") }
        return here
    }

    /// The two tables: file, headings in the order school, test, subject, period, grade, gender, value, and the mark.
    struct Table: Sendable {
        var file: String
        var headings: [String]
        var mark: String
    }

    static let download = Table(
        file: "nedlasting.csv",
        headings: ["Enhetsnavn", "Statistikk", "Indikator/delskår", "Periode", "Trinn", "Kjønn", "Verdi"], mark: ".")
    static let tidied = Table(
        file: "results.csv",
        headings: ["enhetsnavn", "statistikk", "indikator_delskar", "periode", "trinn", "kjonn", "verdi"], mark: "")

    /// One figure of each school and year: a test of a subject in a grade, for a gender.
    struct Choice: Hashable {
        var cells: [String]
        var gender: String { cells[3] }

        func indicator() -> String {
            let conditions = zip(["statistikk", "fag", "trinn", "kjonn"], cells).map { "\($0) = '\($1)'" }
            return """
                title: {nb: Nasjonale prøver}
                dataset: prover
                measure: given
                value: verdi
                filter: "\(conditions.joined(separator: " and "))"

                """
        }
    }

    /// Rows of the tidied twin, whose cells hold neither quotes nor commas.
    private func rows() throws -> [[String]] {
        let text = try String(contentsOfFile: Self.input + "/results.csv", encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func project(_ table: Table, _ schools: [String], _ choices: [Choice]) throws -> TemporaryProject {
        let project = try TemporaryProject()
        for name in ["Metrics", "Data"] { try FileManager.default.removeItem(atPath: project.folder + "/" + name) }
        let heading = table.headings
        try project.write(
            "config.json", """
                {
                  "project": {
                    "title": "Prøver", "organisation": "Stavanger", "languages": ["nb"], "builtAt": "2022-01-01"
                  },
                  "goals": [{"id": "skole", "title": "Skole", "statement": "Skole."}],
                  "units": {"file": "Data/skoler.csv", "root": "1103"},
                  "datasets": {
                    "prover": {
                      "title": "Nasjonale prøver", "publisher": "Udir", "rhythm": "schoolYear",
                      "alreadyPublished": true,
                      "files": "\(Self.input)/\(table.file)",
                      "period": {"column": "\(heading[3])", "schoolYears": true},
                      "unit": {"column": "\(heading[0])", "by": "name"},
                      "numbers": {"verdi": {"header": "\(heading[6])", "decimals": 0}},
                      "categories": {
                        "statistikk": "\(heading[1])", "fag": "\(heading[2])", "trinn": "\(heading[4])",
                        "kjonn": {"header": "\(heading[5])", "total": "Begge kjønn"}
                      },
                      "key": ["statistikk", "fag", "trinn", "kjonn"],
                      "missing": {"\(table.mark)": "confidential"}
                    }
                  }
                }
                """)
        try project.write(
            "Data/skoler.csv",
            "kode;navn;overordnet;niveau;type\n1103;Stavanger;;kommune;kommune\n"
                + schools.enumerated().map { "S\($0.offset);\($0.element);1103;skole;skole\n" }.joined())
        for (number, choice) in choices.enumerated() {
            try project.write("Metrics/skole/prove-\(number).yaml", choice.indicator())
        }
        return project
    }

    /// Rows, missing values and sum of all, and of one gender, as SQLite says.
    private func database(_ project: TemporaryProject) throws -> String {
        let script = """
            import sqlite3, sys
            database = sqlite3.connect(sys.argv[1])
            for rest in ["", " WHERE kjonn = 'Begge kjønn'"]:
                print(*database.execute("SELECT COUNT(*), COUNT(verdi), SUM(verdi) FROM prover" + rest).fetchone())
            """
        return try run("/usr/bin/env", ["python3", "-c", script, project.folder + "/.sammen/sammen.sqlite"]).output
    }

    @Test(.enabled(if: isHere, "Udir's files are not in ../shared/data/real/udir-stavanger"))
    func theDownloadTellsWhatTheTidiedTwinTells() throws {
        let rows = try rows()
        let schools = Set(rows.map { $0[0] }).sorted()
        let choices = Set(rows.map { Choice(cells: [$0[1], $0[2], $0[4], $0[5]]) })
            .sorted { $0.cells.joined() < $1.cells.joined() }
        #expect(rows.count == 6233 && schools.count == 50 && choices.count == 42)

        let download = try project(Self.download, schools, choices), tidied = try project(Self.tidied, schools, choices)
        var count = 0, sum = 0.0, ofBoth = (rows: 0, missing: 0, sum: 0.0)
        for (number, choice) in choices.enumerated() {
            let call = ["query", "prove-\(number)", "--format", "json"]
            let first = try run(program, call, in: download.folder), second = try run(program, call, in: tidied.folder)
            #expect(first.status == 0 && second.status == 0, "\(first.errors)\(second.errors)")
            let isSame = first.output == second.output
            #expect(isSame, "\(choice.cells)")
            let figures = try JSONDecoder().decode(Figures.Answer.self, from: Data(first.output.utf8)).rows
            let values = figures.compactMap(\.value)
            count += values.count
            sum += values.reduce(0, +)
            if choice.gender == "Begge kjønn" {
                ofBoth.rows += figures.count
                ofBoth.missing += figures.filter { $0.value == nil }.count
                ofBoth.sum += values.reduce(0, +)
            }
        }
        #expect(count == 3555 && sum == 184_312)
        #expect(ofBoth == (2099, 861, 64_120), "\(ofBoth)")
        for project in [download, tidied] {
            #expect(try database(project) == "6233 3555 184312\n2099 1238 64120\n")
        }
    }
}
