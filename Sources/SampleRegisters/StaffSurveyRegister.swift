/// `medarbejdertrivsel`: counts of answers by unit from the staff surveys.
enum StaffSurveyRegister {
    private static let waves = [2019, 2022, 2024, 2026]
    private static let answers = [
        "I meget høj grad", "I høj grad", "Delvist", "I ringe grad", "I meget ringe grad", "Ved ikke",
    ]
    /// The share that answers to a high or very high degree, by wave.
    private static let questions: [(text: String, levels: [Int])] = [
        ("Indflydelse på eget arbejde", [662_000, 641_000, 683_000, 709_000]),
        ("Samarbejde på tværs", [521_000, 514_000, 549_000, 578_000]),
        ("Faglig udvikling", [612_000, 597_000, 588_000, 581_000]),
    ]

    static func files(_ workforce: Workforce) -> [SampleFile] {
        var random = RandomSource(stream: "staff survey")
        var table = Table("År;Enhedskode;Enhed;Spørgsmål;Svar;Antal;Inviterede")
        var moods: [String: Int] = [:]
        for unit in Unit.all { moods[unit.code] = mood(unit) + random.noise(deviation: 35_000) }
        for (wave, year) in waves.enumerated() {
            let month = Month(year: year, number: 3)
            var quotas = questions.map { _ in Quota() }
            for unit in Unit.all where unit.isActive(month) {
                let invited = workforce.headcount(unit, month)
                let turnout = 705_000 + wave * 9_000 + random.noise(deviation: 60_000)
                let returned = min(invited, (invited * turnout + random.below(1_000_000)) / 1_000_000)
                for (place, question) in questions.enumerated() {
                    let level = question.levels[wave] + moods[unit.code]! + random.noise(deviation: 20_000)
                    let counts = counts(returned, level: level, &quotas[place], &random)
                    for (answer, count) in zip(answers, counts) {
                        table.add(["\(year)", unit.code, unit.name, question.text, answer, "\(count)", "\(invited)"])
                    }
                }
            }
        }
        return [table.file("medarbejdertrivsel/trivselsmaaling.csv", .payroll), note.file]
    }

    private static func mood(_ unit: Unit) -> Int {
        switch unit.kind {
        case .homeCare: -48_000
        case .nursingHome: -34_000
        case .school, .daycare: 8_000
        case .administration, .library, .culture: 62_000
        default: 24_000
        }
    }

    private static func counts(_ returned: Int, level: Int, _ quota: inout Quota, _ random: inout RandomSource) -> [Int]
    {
        var counts = [0, 0, 0, 0, 0, 0]
        for _ in 0..<returned {
            if random.chance(millionths: 22_000) {
                counts[5] += 1
            } else if quota.take(millionths: level, from: &random) {
                counts[random.index(weights: [31, 69])] += 1
            } else {
                counts[2 + random.index(weights: [70, 23, 7])] += 1
            }
        }
        return counts
    }

    private static let note = SourceNote(
        folder: "medarbejdertrivsel", title: "Medarbejdertrivsel",
        about: [
            "Antal svar pr. enhed, spørgsmål og svar i målingerne 2019, 2022, 2024 og 2026; ingen enkeltsvar.",
            "`Inviterede` gentages på hver række og må ikke lægges sammen over svar og spørgsmål.",
            "Windows-1252, CRLF, semikolon.",
        ])
}
