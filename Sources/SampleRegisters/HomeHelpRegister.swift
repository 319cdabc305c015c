/// `hjemmehjaelp`: how satisfied those who receive home help are, as counts by unit and year.
enum HomeHelpRegister {
    private static let answers = ["Meget tilfreds", "Tilfreds", "Hverken eller", "Utilfreds", "Meget utilfreds"]
    private static let level = YearlyLevel(from: 2019, [823_000, 818_000, 824_000, 809_000, 820_000, 829_000, 834_000])

    static func files() -> [SampleFile] {
        var random = RandomSource(stream: "home help")
        var table = Table("År;Enhedskode;Enhed;Svar;Antal")
        var effects: [String: Int] = [:]
        for unit in Unit.all(of: .homeCare) { effects[unit.code] = random.noise(deviation: 18_000) }
        for year in 2019...2025 {
            var quota = Quota()
            for unit in Unit.all(of: .homeCare) where unit.isActive(Month(year: year, number: 10)) {
                let asked = unit.staff.reduce(0) { $0 + $1.count } * 2
                let base = asked == 0 ? 268 : asked
                let returned = base * (900 + random.within(-60...60)) / 1000
                let counts = counts(returned, level[year] + effects[unit.code]!, &quota, &random)
                for (answer, count) in zip(answers, counts) {
                    table.add(["\(year)", unit.code, unit.name, answer, "\(count)"])
                }
            }
        }
        return [table.file("hjemmehjaelp/tilfredshed.csv", .portal), note.file]
    }

    private static func counts(_ returned: Int, _ share: Int, _ quota: inout Quota, _ random: inout RandomSource)
        -> [Int]
    {
        var counts = [0, 0, 0, 0, 0]
        for _ in 0..<returned {
            if quota.take(millionths: share, from: &random) {
                counts[random.index(weights: [45, 55])] += 1
            } else {
                counts[2 + random.index(weights: [56, 31, 13])] += 1
            }
        }
        return counts
    }

    private static let note = SourceNote(
        folder: "hjemmehjaelp", title: "Tilfredshed med hjemmehjælp",
        about: [
            "Antal svar pr. enhed, svar og år, 2019–2025; ingen enkeltsvar.",
            "Hjemmepleje Nord og Hjemmepleje Syd står til og med 2022, den sammenlagte enhed fra 2023.",
            "UTF-8 med BOM, CRLF, semikolon, hele tal.",
        ])
}
