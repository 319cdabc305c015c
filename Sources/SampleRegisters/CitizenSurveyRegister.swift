/// `borgerundersoegelse`: one row an answer, every second year.
enum CitizenSurveyRegister {
    static let areas = ["Midtbyen", "Nordkvarteret", "Østkvarteret", "Sydkvarteret", "Vestkvarteret", "Landsbyerne"]

    private struct Wave {
        let year: Int
        let rows: Int
        let volunteers: Int
        let belonging: Int
        let lonely: Int
        let solution: Int
    }

    private struct AgeGroup {
        let name: String
        let part: Int
        let weight: Int
        let volunteers: Int
        let belonging: Int
        let lonely: Int
    }

    private static let waves = [
        Wave(year: 2018, rows: 1612, volunteers: 361_000, belonging: 741_000, lonely: 121_000, solution: 611_000),
        Wave(year: 2020, rows: 1587, volunteers: 352_000, belonging: 746_000, lonely: 130_000, solution: 618_000),
        Wave(year: 2022, rows: 1634, volunteers: 378_000, belonging: 752_000, lonely: 128_000, solution: 634_000),
        Wave(year: 2024, rows: 1598, volunteers: 399_000, belonging: 764_000, lonely: 123_000, solution: 652_000),
        Wave(year: 2026, rows: 1621, volunteers: 411_000, belonging: 771_000, lonely: 126_000, solution: 671_000),
    ]

    private static let ages = [
        AgeGroup(name: "16-29", part: 12, weight: 165, volunteers: -45_000, belonging: -62_000, lonely: 62_000),
        AgeGroup(name: "30-44", part: 19, weight: 122, volunteers: 8_000, belonging: -18_000, lonely: 4_000),
        AgeGroup(name: "45-59", part: 26, weight: 96, volunteers: 22_000, belonging: 12_000, lonely: -21_000),
        AgeGroup(name: "60-74", part: 29, weight: 77, volunteers: 40_000, belonging: 38_000, lonely: -38_000),
        AgeGroup(name: "75+", part: 14, weight: 84, volunteers: -48_000, belonging: 42_000, lonely: -8_000),
    ]

    static func files() -> [SampleFile] {
        waves.map { file($0) } + [note.file]
    }

    private static func file(_ wave: Wave) -> SampleFile {
        var random = RandomSource(stream: "citizens \(wave.year)")
        var table = Table(
            "År;Område;Aldersgruppe;Køn;Vægt;Frivillig seneste år;Tilhørsforhold;Ensom;Med til at finde løsningen")
        // A quota for each age group and question, so that weights within one are alike.
        var quotas = ages.map { _ in [Quota(), Quota(), Quota(), Quota()] }
        for _ in 0..<wave.rows {
            let area = random.index(weights: [24, 15, 17, 14, 13, 17])
            let group = random.index(weights: ages.map(\.part))
            let age = ages[group]
            let sex = random.index(weights: [531, 459, 10])
            let weight = age.weight + (sex == 1 ? 6 : -5) + random.within(-9...9)
            let place = [-6_000, -14_000, 4_000, -4_000, -8_000, 26_000][area]
            let volunteer = volunteering(wave.volunteers + age.volunteers + place, weight, &quotas[group][0], &random)
            let belonging = belonging(wave.belonging + age.belonging + place, weight, &quotas[group][1], &random)
            let lonely = loneliness(wave.lonely + age.lonely - place / 2, weight, &quotas[group][2], &random)
            let solution = solution(wave.solution, weight, &quotas[group][3], &random)
            table.add([
                "\(wave.year)", areas[area], age.name, ["Kvinde", "Mand", ""][sex], comma(weight, decimals: 2),
                volunteer, belonging, lonely, solution,
            ])
        }
        return table.file("borgerundersoegelse/borgere-\(wave.year).csv", .portal)
    }

    private static func volunteering(
        _ share: Int, _ weight: Int, _ quota: inout Quota, _ random: inout RandomSource
    ) -> String {
        switch random.below(1000) {
        case 0..<19: ""
        case 19..<46: "Ved ikke"
        default: quota.take(millionths: share, weight: weight, from: &random) ? "Ja" : "Nej"
        }
    }

    private static func belonging(
        _ share: Int, _ weight: Int, _ quota: inout Quota, _ random: inout RandomSource
    ) -> String {
        if random.below(1000) < 24 { return "" }
        return quota.take(millionths: share, weight: weight, from: &random)
            ? "\(6 + random.index(weights: [15, 22, 28, 18, 17]))"
            : "\(random.index(weights: [5, 4, 8, 15, 20, 48]))"
    }

    private static func loneliness(
        _ share: Int, _ weight: Int, _ quota: inout Quota, _ random: inout RandomSource
    ) -> String {
        if random.below(1000) < 41 { return "" }
        return quota.take(millionths: share, weight: weight, from: &random) ? "Ja" : "Nej"
    }

    private static func solution(
        _ share: Int, _ weight: Int, _ quota: inout Quota, _ random: inout RandomSource
    ) -> String {
        switch random.below(1000) {
        case 0..<28: return ""
        case 28..<402: return "Ikke relevant"
        default: break
        }
        if quota.take(millionths: share, weight: weight, from: &random) { return "I høj grad" }
        return ["I nogen grad", "I mindre grad", "Slet ikke"][random.index(weights: [62, 25, 13])]
    }

    private static let note = SourceNote(
        folder: "borgerundersoegelse", title: "Borgerundersøgelse",
        about: [
            "Én række pr. svar i en opfunden undersøgelse (16 år og derover) hvert andet år 2018–2026.",
            "`Vægt` bruges i alle andele. Tomt felt betyder ubesvaret; `Ved ikke` og `Ikke relevant` er svar, "
                + "men ikke gyldige i andelen.",
            "`Tilhørsforhold` er 0–10; 6–10 tæller som højt. `Ensom` er allerede regnet ud af tre spørgsmål.",
            "UTF-8 med BOM, CRLF, semikolon, decimalkomma i vægten. Områderne er opfundne.",
        ])
}
