/// `rekruttering`: posts advertised and filled at the first attempt, by quarter and department.
enum RecruitmentRegister {
    private static let filled = YearlyLevel([
        792_000, 783_000, 789_000, 728_000, 668_000, 681_000, 716_000, 738_000, 746_000,
    ])
    /// Posts advertised in an ordinary quarter, and how far the department lies from the level.
    private static let departments: [(department: Department, posts: Int, effect: Int)] = [
        (.children, 31, 28_000), (.care, 52, -58_000), (.culture, 7, 96_000), (.work, 15, 42_000), (.city, 10, 18_000),
    ]
    private static let season = [0, 1080, 1190, 900, 830]

    static func files() -> [SampleFile] {
        var random = RandomSource(stream: "recruitment")
        var table = Table("År;Kvartal;Afdelingskode;Opslåede stillinger;Besat i første opslag")
        for year in Month.years {
            for quarter in 1...(year == Month.last.year ? 3 : 4) {
                let middle = Month(year: year, number: quarter * 3 - 1)
                for entry in departments {
                    let posts = max(
                        1, entry.posts * season[quarter] * (1000 + random.noise(deviation: 130)) / 1_000_000)
                    let share = filled[middle] + entry.effect + random.noise(deviation: 30_000)
                    let taken = min(posts, (posts * share + random.below(1_000_000)) / 1_000_000)
                    table.add(["\(year)", "\(quarter)", entry.department.code, "\(posts)", "\(taken)"])
                }
            }
        }
        return [table.file("rekruttering/stillinger.csv", .plain), note.file]
    }

    private static let note = SourceNote(
        folder: "rekruttering", title: "Rekruttering",
        about: [
            "Opslåede stillinger og hvor mange der blev besat i første opslag, pr. kvartal og forvaltning, "
                + "1. kvartal 2018 til 3. kvartal 2026.",
            "`Kvartal` er 1–4. UTF-8 uden BOM, LF, semikolon, hele tal.",
        ])
}
