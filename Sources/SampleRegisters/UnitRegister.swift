/// `enheder`: the organisation, and the other municipalities and the whole country to compare with.
enum UnitRegister {
    static func files() -> [SampleFile] {
        var table = Table("kode;navn;overordnet;niveau;type;gyldig_fra;gyldig_til;efterfølger")
        table.add(["265", "Roskilde Kommune", "", "kommune", "kommune", "", "", ""])
        for department in Department.all {
            table.add([department.code, department.name, "265", "forvaltning", "forvaltning", "", "", ""])
        }
        for unit in Unit.all {
            table.add([
                unit.code, unit.name, unit.department.code, "enhed", unit.kind.rawValue,
                unit.opens.map { "\($0.year)-\(padded($0.number, to: 2))-01" } ?? "",
                unit.closes.map { "\($0.year)-\(padded($0.number, to: 2))-\($0.length)" } ?? "",
                unit.successor ?? "",
            ])
        }
        for other in OtherMunicipality.all {
            table.add([other.code, other.name, "", "kommune", "anden-kommune", "", "", ""])
        }
        table.add(["000", "Hele landet", "", "land", "land", "", "", ""])
        return [table.file("enheder/enheder.csv", .plain), note.file]
    }

    private static let note = SourceNote(
        folder: "enheder", title: "Enheder",
        opening: "**Enhederne er eksempler – ikke Roskilde Kommunes organisation.** "
            + "Kommunernes navne og koder er virkelige.",
        closing: "The units are invented; the names and codes of the 98 municipalities are real (Statistics Denmark).",
        about: [
            "`enheder.csv`: forvaltninger og enheder under 265 er opfundet af `sample-registers` (`make samples`). "
                + "Kommunernes navne og trecifrede koder er Danmarks Statistiks; 000 er hele landet.",
            "`engelske-navne.csv`: kommunenavne, som de står i udtrækkene RAS200 og INDKP107 fra Danmarks Statistik "
                + "(CC BY 4.0), og kommunens kode. Christiansø (411) er ikke en kommune og står ikke i `enheder.csv`.",
            "UTF-8, LF, semikolon, datoer som 2022-12-31.",
        ])
}
