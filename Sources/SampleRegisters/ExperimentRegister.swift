/// `forsoeg`: what was tried, what was measured and what was decided.
enum ExperimentRegister {
    private static let partners = [
        "Foreningsliv", "Erhvervsliv", "Uddannelse", "Frivillige", "Forskning", "Boligforening",
    ]
    /// The share of ended experiments with a measured effect and a decision, by the year they ended.
    private static let measured = YearlyLevel([
        200_000, 220_000, 210_000, 260_000, 300_000, 350_000, 400_000, 430_000, 460_000,
    ])

    static func files() -> [SampleFile] {
        var random = RandomSource(stream: "experiments")
        let ideas = random.shuffled(ExperimentIdea.all)
        let last = Day(year: 2026, month: 10, day: 31)
        var quota = Quota()
        var table = Table("Nr;Titel;Enhed;Start;Slut;Partner;Forventet virkning;Målt virkning;Beslutning")
        for (index, idea) in ideas.enumerated() {
            let months = index * 104 / ideas.count
            let start = Day(year: 2018 + months / 12, month: months % 12 + 1, day: random.within(1...28))
            let after = months + random.within(4...17)
            let end = Day(year: 2018 + after / 12, month: after % 12 + 1, day: random.within(1...28))
            let running = end > last
            let complete = !running && quota.take(millionths: measured[end.year], from: &random)
            let outcome = running ? ["", ""] : outcome(idea, complete, &random)
            let partner =
                random.chance(millionths: 430_000 + (start.year - 2018) * 25_000)
                ? partners[random.below(partners.count)] : ""
            table.add([
                "\(index + 1)", idea.title, unit(idea.kind, start, &random), start.text, running ? "" : end.text,
                partner,
                idea.expected, outcome[0], outcome[1],
            ])
        }
        return [table.file("forsoeg/forsoeg.csv", .portal), note.file]
    }

    /// The unit at the start of the experiment, or nothing but the code of one that existed then.
    private static func unit(_ kind: UnitKind, _ start: Day, _ random: inout RandomSource) -> String {
        let month = Month(year: start.year, number: start.month)
        let units = Unit.all(of: kind).filter { $0.isActive(month) }
        return units[random.below(units.count)].code
    }

    /// The measured effect and the decision; one of the two is missing where the experiment was not carried through.
    private static func outcome(_ idea: ExperimentIdea, _ complete: Bool, _ random: inout RandomSource) -> [String] {
        if complete {
            let nothing = idea.measured == "Ingen målbar ændring"
            let weights = nothing ? [5, 35, 60] : [60, 33, 7]
            return [idea.measured, ["udbredt", "justeret", "stoppet"][random.index(weights: weights)]]
        }
        switch random.below(10) {
        case 0..<2: return [idea.measured, ""]
        case 2..<7: return ["", ["udbredt", "justeret", "stoppet"][random.index(weights: [40, 25, 35])]]
        default: return ["", ""]
        }
    }

    private static let note = SourceNote(
        folder: "forsoeg", title: "Forsøg",
        about: [
            "Opfundne prøvehandlinger 2018–2026. `Enhed` er enhedskoden i `enheder.csv`.",
            "Tom `Slut`: forsøget er i gang. Tom `Målt virkning`: virkningen er ikke målt. "
                + "Tom `Beslutning`: intet er besluttet.",
            "`Beslutning` er `udbredt`, `justeret` eller `stoppet`.",
            "UTF-8 med BOM, CRLF, semikolon, datoer som 31-12-2024. "
                + "Én titel indeholder et semikolon og én anførselstegn.",
        ])
}
