import Catalogue
import Findings
import Foundation
import Store
import Testing
import Vocabulary

@Suite struct ValidityAndSuccession {
    /// The tree and the findings of a list of units, root `r`.
    private func read(_ text: String) throws -> (tree: UnitTree, findings: [Finding]) {
        let folder = FileManager.default.temporaryDirectory.path + "/unit-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try text.write(toFile: folder + "/units.csv", atomically: true, encoding: .utf8)
        let config = """
            { "project": {"title": "T", "builtAt": "2026-11-20"}, "goals": [], "datasets": {},
              "units": {"file": "units.csv", "root": "r"} }
            """
        try config.write(toFile: folder + "/config.json", atomically: true, encoding: .utf8)
        let (project, findings) = Project.read(folder: folder, asOf: "2026-11-20")
        return readUnits(try #require(project, "\(findings)"))
    }

    private let header = "kode;navn;overordnet;niveau;type;gyldig_fra;gyldig_til;efterfølger\n"
    private let root = "r;Norge;;land;land;;;\n"

    @Test func codesAreFollowedThroughReforms() throws {
        let (tree, findings) = try read(
            header + root + """
                0135;Råde;r;kommune;kommune;;2019-12-31;3017
                3017;Råde;r;kommune;kommune;2020-01-01;2023-12-31;3112
                3112;Råde;r;kommune;kommune;2024-01-01;;
                3001;Halden;r;kommune;kommune;01.01.2020;31.12.2023;3101
                3101;Halden;r;kommune;kommune;01.01.2024;;
                0104;Moss;r;kommune;kommune;;2019-12-31;3002
                0136;Rygge;r;kommune;kommune;;2019-12-31;3002
                3002;Moss;r;kommune;kommune;2020-01-01;2023-12-31;3103
                3103;Moss;r;kommune;kommune;2024-01-01;;

                """)
        #expect(findings.isEmpty, "\(findings)")
        #expect(tree.resolve("0135") == .succeeded(by: "3112", isAlone: true))
        #expect(tree.resolve("3001") == .succeeded(by: "3101", isAlone: true))
        #expect(tree.resolve("0136") == .succeeded(by: "3103", isAlone: false))
        #expect(tree.wasValid("3017", in: .year(2023)) && !tree.wasValid("3017", in: .year(2024)))
        #expect(tree.units.count == 10 && tree["0135"]?.validTo == CalendarDay(2019, 12, 31), "ended units stay")
        #expect(tree["3001"]?.validFrom == CalendarDay(2020, 1, 1) && tree["3112"]?.validTo == nil)
    }

    @Test(arguments: ["efterfølger", "efterfoelger", "etterfølger", "etterfolger"])
    func theSuccessorsColumnHasSeveralSpellings(_ name: String) throws {
        let (tree, findings) = try read(
            "kode;navn;overordnet;niveau;type;\(name)\nr;R;;;;\na;A;r;;;b\nb;B;r;;;\nc;C;r;;;b|d\nd;D;r;;;\ne;E;r;;; d  c \n"
        )
        #expect(findings.isEmpty, "\(findings)")
        #expect(
            tree["a"]?.successors == ["b"] && tree["c"]?.successors == ["b", "d"]
                && tree["e"]?.successors == ["d", "c"])
        #expect(tree.resolve("c") == .split(into: ["b", "d"]))
    }

    @Test func theColumnsMayBeLeftOut() throws {
        let (tree, findings) = try read("kode;navn;overordnet;niveau;type\nr;R;;;\na;A;r;;\n")
        #expect(findings.isEmpty && tree["a"]?.successors == [] && tree["a"]?.validFrom == nil)
        #expect(tree.resolve("a") == .current("a") && tree.wasValid("a", in: .year(1900)))
    }

    @Test func everyFaultIsFoundWithItsPlaceAndWhatToDo() throws {
        let (_, findings) = try read(
            header + root + """
                a;A;r;;;2020-01-01;2019-12-31;
                b;B;r;;;;;bc
                bcd;B;r;;;;;
                c;C;r;;;;;d
                d;D;r;;;;;c
                e;E;r;;;;2023-12-31;f
                f;F;r;;;;2022-12-31;
                g;G;r;;;31.02.2020;snart;
                h;H;rr;;;;;

                """)
        #expect(
            findings.map(\.description) == [
                "units.csv:10:9: error[not-a-date]: column 'gyldig_fra' does not hold a date here; "
                    + "write it as 2019-12-31, or leave it empty",
                "units.csv:10:20: error[not-a-date]: column 'gyldig_til' does not hold a date here; "
                    + "write it as 2019-12-31, or leave it empty",
                "units.csv:11:5: error[unknown-unit]: unit 'h' has the parent 'rr', which is not listed; "
                    + "did you mean 'r'?",
                "units.csv:3:20: error[validity-reversed]: unit 'a' ends before it begins; "
                    + "correct 'gyldig_fra' or 'gyldig_til'; the last day belongs to the unit",
                "units.csv:4:11: error[unknown-unit]: unit 'b' has the successor 'bc', which is not listed; "
                    + "did you mean 'b'?",
                "units.csv:6:11: error[succession-circle]: unit 'c' comes after itself; "
                    + "empty the successor of the unit that is still in use",
                "units.csv:8:21: error[successor-ended]: unit 'e' ended later than its successor 'f'; "
                    + "name the unit that was there after it, or correct 'gyldig_til'",
            ])
    }

    /// Organisation and place stand side by side below one root.
    @Test func twoHierarchiesAreOneTree() throws {
        let (tree, findings) = try read(
            """
            kode;navn;overordnet;niveau;type
            r;Byen;;kommune;kommune
            f1;Børn og Unge;r;forvaltning;forvaltning
            e11;Nørre Skole;f1;enhed;skole
            e12;Sønder Skole;f1;enhed;skole
            f2;Ældre;r;forvaltning;forvaltning
            e21;Solgården;f2;enhed;plejecenter
            l1;Midtbyen;r;lokalområde;lokalområde
            0101;Torvet;l1;grunnkrets;grunnkrets
            0102;Havnen;l1;grunnkrets;grunnkrets
            l2;Vest;r;lokalområde;lokalområde
            0201;Enghave;l2;grunnkrets;grunnkrets
            l3;Øst;r;lokalområde;lokalområde
            0301;Lunden;l3;grunnkrets;grunnkrets

            """)
        #expect(findings.isEmpty, "\(findings)")
        #expect(tree.children(of: "r") == ["f1", "f2", "l1", "l2", "l3"])
        #expect(tree.ancestors(of: "e21") == ["f2", "r"] && tree.ancestors(of: "0102") == ["l1", "r"])
        #expect(tree.children(of: "l1") == ["0101", "0102"] && tree["0301"]?.code.code == "0301")
        let leaves = tree.units.map(\.code).filter { tree.children(of: $0).isEmpty }
        #expect(leaves.allSatisfy { tree.ancestors(of: $0).last == "r" })
        #expect(tree.units.filter { $0.level == "grunnkrets" }.count == 4)
    }
}
