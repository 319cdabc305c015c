/// `personale`: heads, joiners and leavers by month, unit and job group, one file a year.
enum StaffRegister {
    private static let header =
        "År;Måned;Afdelingskode;Afdeling;Stillingsgruppe;Ansatte primo;Tiltrådte;Fratrådte;Heraf intern flytning;"
        + "Fuldtid;Deltid;Vikartimer"
    private static let need = YearlyLevel([1000, 1020, 1120, 1220, 1300, 1180, 1060, 960, 900])
    private static let season = [0, 1050, 1080, 1040, 960, 920, 980, 1250, 1020, 960, 980, 1020, 1080]

    static func files(_ workforce: Workforce) -> [SampleFile] {
        var random = RandomSource(stream: "staff")
        var tables: [Int: Table] = [:]
        for month in Month.all {
            for cell in workforce.active(month) {
                tables[month.year, default: Table(header)].add(row(cell, month, &random))
            }
        }
        return Month.years.map { tables[$0]!.file("personale/personale-\($0).csv", .payroll) } + [note.file]
    }

    private static func row(_ cell: WorkforceCell, _ month: Month, _ random: inout RandomSource) -> [String] {
        let entry = cell.entries[month]!
        let mean = entry.equivalents * 160 * cell.group.traits.temporary / 100
        let wanted = mean * need[month] / 1000 * season[month.number] / 1000
        let hours = max(0, wanted * (1000 + random.noise(deviation: 180)) / 1_000_000)
        return [
            "\(month.year)", "\(month.number)", cell.unit.code, cell.unit.name, cell.group.rawValue,
            "\(entry.primo)", "\(entry.joined)", "\(entry.left)", "\(entry.moved)",
            "\(entry.fullTime)", "\(entry.primo - entry.fullTime)", "\(hours)",
        ]
    }

    private static let note = SourceNote(
        folder: "personale", title: "Personale",
        about: [
            "Samme nøgler som `fravaer`; Windows-1252, CRLF, semikolon, hele tal.",
            "`Ansatte primo` + `Tiltrådte` − `Fratrådte` er næste måneds primo. "
                + "`Fuldtid` + `Deltid` er `Ansatte primo`.",
            "`Heraf intern flytning` er en del af `Fratrådte`: de er ikke rejst fra kommunen.",
            "Ved sammenlægningen 1. januar 2023 følger alle med til den nye enhed "
                + "uden at tælle som til- eller fratrådte.",
        ])
}
