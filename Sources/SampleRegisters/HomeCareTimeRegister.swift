/// `hjemmepleje`: hours paid and hours with the citizen, by month and home-care unit.
enum HomeCareTimeRegister {
    private static let level = YearlyLevel([
        521_000, 524_000, 513_000, 509_000, 516_000, 528_000, 537_000, 545_000, 549_000,
    ])

    static func files(_ workforce: Workforce) -> [SampleFile] {
        var random = RandomSource(stream: "home care time")
        var table = Table("År;Måned;Afdelingskode;Betalte timer;Timer hos borgeren")
        var effects: [String: Int] = [:]
        for unit in Unit.all(of: .homeCare) { effects[unit.code] = random.noise(deviation: 14_000) }
        for month in Month.all {
            for unit in Unit.all(of: .homeCare) where unit.isActive(month) {
                let posts = workforce.cells.reduce(0) { sum, cell in
                    guard cell.unit.code == unit.code, cell.group != .leaders else { return sum }
                    return sum + (cell.entries[month]?.equivalents ?? 0)
                }
                let paid = posts * month.weekdays * 74 * (1000 + random.noise(deviation: 12)) / 1_000_000
                let share = level[month] + effects[unit.code]! + random.noise(deviation: 9_000)
                table.add(["\(month.year)", "\(month.number)", unit.code, "\(paid)", "\(paid * share / 1_000_000)"])
            }
        }
        return [table.file("hjemmepleje/tid.csv", .payroll), note.file]
    }

    private static let note = SourceNote(
        folder: "hjemmepleje", title: "Tid hos borgeren",
        about: [
            "Betalte timer og timer hos borgeren pr. måned og hjemmeplejeenhed, januar 2018 til oktober 2026.",
            "Bruges kun for forvaltningen: tallet må ikke blive til kontrol med enkelte hold eller medarbejdere.",
            "Windows-1252, CRLF, semikolon, hele timer.",
        ])
}
