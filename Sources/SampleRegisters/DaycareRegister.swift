/// `dagtilbud`: children for each adult, by year and unit.
enum DaycareRegister {
    /// Children for each full-time adult, in thousandths: the floor of the law is 3 in nurseries.
    private static let ratio = YearlyLevel([3590, 3550, 3500, 3440, 3360, 3240, 3090, 2970])

    static func files(_ workforce: Workforce) -> [SampleFile] {
        var random = RandomSource(stream: "daycare")
        var table = Table("År;Enhedskode;Enhed;Børn vægtet;Pædagogisk fuldtid")
        let units = Unit.all(of: .daycare)
        let crowding = units.map { _ in 1000 + random.noise(deviation: 28) }
        for year in 2018...2025 {
            for (unit, crowd) in zip(units, crowding) {
                let adults = equivalents(unit, year, workforce)
                let factor = crowd * (1000 + random.noise(deviation: 12)) / 1000
                let children = rounded(adults * ratio[year] * factor, over: 10_000_000)
                table.add(["\(year)", unit.code, unit.name, comma(children, decimals: 1), comma(adults, decimals: 2)])
            }
        }
        return [table.file("dagtilbud/normering.csv", .plain), note.file]
    }

    /// The mean over the year of pedagogical full-time equivalents, in hundredths.
    private static func equivalents(_ unit: Unit, _ year: Int, _ workforce: Workforce) -> Int {
        let cells = workforce.cells.filter { $0.unit.code == unit.code && $0.group != .leaders }
        let sum = (1...12).reduce(0) { sum, number in
            sum + cells.reduce(0) { $0 + ($1.entries[Month(year: year, number: number)]?.equivalents ?? 0) }
        }
        return rounded(sum, over: 12)
    }

    private static let note = SourceNote(
        folder: "dagtilbud", title: "Normering i dagtilbud",
        about: [
            "Én række pr. dagtilbud og år, 2018–2025: vægtede børn (0–2 år tæller 1, 3–5 år en halv) "
                + "og pædagogisk personale omregnet til fuld tid.",
            "UTF-8 uden BOM, LF, semikolon, decimalkomma.",
        ])
}
