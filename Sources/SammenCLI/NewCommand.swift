import ArgumentParser
import Findings
import Foundation

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a starting point that passes check.",
        discussion: "Example: sammen new project Prøveby", subcommands: [NewProjectCommand.self])
}

/// A small whole project: one goal, one dataset of invented rows, one indicator, and what git must leave alone.
struct NewProjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project", abstract: "Make a folder with config.json, Data/, Metrics/ and .gitignore.",
        discussion: "Example: sammen new project Prøveby")

    @Argument(help: "The folder to make; it must not be there yet, or be empty.") var folder: String

    func run() throws {
        let manager = FileManager.default
        let present = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
        guard present.isEmpty else {
            throw Refusal(
                Finding(
                    .error, "folder-in-use", "the folder is not empty", at: Place(file: folder),
                    suggestion: "choose a new name: nothing that is there is overwritten"))
        }
        do {
            for (name, text) in Self.files {
                let path = folder + "/" + name
                try manager.createDirectory(
                    atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                try text.write(toFile: path, atomically: true, encoding: .utf8)
            }
        } catch {
            throw Refusal(
                Finding(
                    .error, "cannot-write", "the folder cannot be written", at: Place(file: folder),
                    suggestion: "check the folder's permissions and free space"))
        }
        print("A project is in \(folder). Next: sammen build --project \(folder)")
    }

    private static let files = [
        (".gitignore", ignored), ("config.json", config), ("Data/enheder.csv", units),
        ("Data/fravaer/fravaer-eksempel.csv", rows), ("Metrics/medarbejdere/sygefravaer.yaml", indicator),
    ]

    private static let ignored = """
        # The database and the accounts of imports: made again from the input.
        .sammen/
        # The site: made again by sammen build.
        Output/
        # Data about persons never goes into git: keep the files of datasets with "personal": true here.
        Data/personal/

        """

    private static let config = """
        # Read as YAML too, so lines like this one are comments. All keys: Documentation/Configuration.md
        {
          "project": {
            "title": "Velfærd skaber vi sammen", "organisation": "Prøveby Kommune", "languages": ["da"],
            "lede": "Her følger vi vores mål for 2030.",
            "sampleNotice": "Opdigtede tal, kun til afprøvning."
          },
          "goals": [ { "id": "medarbejdere", "title": "Medarbejdere", "statement": "Et arbejde, man kan holde til." } ],
          "units": { "file": "Data/enheder.csv", "root": "1" },
          "datasets": {
            "fravaer": {
              "title": "Fravær fra lønsystemet", "publisher": "HR", "rhythm": "year", "sample": true,
              "files": "Data/fravaer/*.csv",
              "period": { "column": "År" },
              "unit": { "column": "Enhed" },
              "numbers": { "syge": "Syge dagsværk", "mulige": "Mulige dagsværk", "ansatte": "Ansatte" },
              "key": []
            }
          }
        }

        """

    private static let units = """
        kode;navn;overordnet;niveau;type
        1;Prøveby Kommune;;kommune;kommune
        11;Børn og Skole;1;forvaltning;forvaltning
        12;Ældre og Sundhed;1;forvaltning;forvaltning

        """

    private static let rows: String = {
        var text = "År;Enhed;Syge dagsværk;Mulige dagsværk;Ansatte\n"
        for (step, year) in (2019...2025).enumerated() {
            text += "\(year);11;\(2_610 - 40 * step),5;45100;210\n\(year);12;\(3_905 - 55 * step),0;61200;280\n"
        }
        return text
    }()

    private static let indicator = """
        # A share: the sum of the numerator over the sum of the denominator, at every level.
        # All keys: Documentation/Indicators.md
        title: Sygefravær
        subtitle: Andel af arbejdstiden, hvor ansatte var væk på grund af sygdom
        dataset: fravaer
        measure: share
        numerator: syge
        denominator: mulige
        persons: ansatte
        direction: down
        baseline: 2019
        target: { year: 2030, value: 4.5, status: example }
        definition: Syge dagsværk ud af alle mulige dagsværk.

        """
}
