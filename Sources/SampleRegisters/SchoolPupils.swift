/// The pupils behind the school figures: how many answer where, and how the answers add up to published rows.
struct SchoolPupils {
    enum Stage: String, CaseIterable {
        case all = "4.-9. klasse"
        case middle = "4.-6. klasse"
        case older = "7.-9. klasse"
    }

    enum Sex: String, CaseIterable {
        case all = "I alt"
        case boys = "Dreng"
        case girls = "Pige"
    }

    struct Place: Hashable {
        let code: String
        let name: String

        static let municipality = Place(code: "265", name: "Roskilde Kommune")
        static let country = Place(code: "000", name: "Hele landet")
    }

    struct Cell {
        /// Nil for pupils in special classes: they count in the municipality alone.
        let school: Place?
        let isCountry: Bool
        let stage: Stage
        let sex: Sex
        let count: Int
        /// How far the share lies from the level of the municipality, in millionths.
        let effect: Int
    }

    private struct School {
        let place: Place?
        let size: Int
        let effect: Int
    }

    private let schools: [School]
    private let turnout: [Int: [Int]]

    init() {
        var random = RandomSource(stream: "pupils")
        let sizes = [404, 338, 452, 281, 366, 309, 44]
        var list = zip(Unit.all(of: .school), sizes).map { unit, size in
            School(place: Place(code: unit.code, name: unit.name), size: size, effect: random.noise(deviation: 17_000))
        }
        list.append(School(place: nil, size: 74, effect: -58_000))
        schools = list
        var draws: [Int: [Int]] = [:]
        for year in SchoolRegister.years {
            draws[year] = (0..<(list.count * 4)).map { _ in 900 + random.within(-70...60) }
        }
        turnout = draws
    }

    func cells(_ year: Int) -> [Cell] {
        var cells: [Cell] = []
        var draw = 0
        for school in schools {
            for stage in [Stage.middle, .older] {
                for sex in [Sex.boys, .girls] {
                    let count = school.size * turnout[year]![draw] / 4_000
                    let effect = school.effect + SchoolPupils.effect(stage, sex)
                    cells.append(
                        Cell(
                            school: school.place, isCountry: false, stage: stage, sex: sex, count: count, effect: effect
                        ))
                    draw += 1
                }
            }
        }
        return cells + countryCells(year)
    }

    private func countryCells(_ year: Int) -> [Cell] {
        let growth = (year - 2018) * -620
        return [Stage.middle, .older].flatMap { stage in
            [Sex.boys, .girls].map { sex in
                let count = 80_400 + growth + (stage == .middle ? 2_150 : -1_930) + (sex == .boys ? 1_240 : -1_180)
                let effect = SchoolPupils.effect(stage, sex)
                return Cell(school: nil, isCountry: true, stage: stage, sex: sex, count: count, effect: effect)
            }
        }
    }

    private static func effect(_ stage: Stage, _ sex: Sex) -> Int {
        (stage == .middle ? 14_000 : -14_000) + (sex == .boys ? 5_000 : -5_000)
    }

    func empty<Sum>(_ zero: Sum) -> PupilSums<Sum> {
        PupilSums(places: schools.compactMap(\.place) + [.municipality, .country], zero: zero)
    }
}

protocol Addable {
    static func + (left: Self, right: Self) -> Self
}

/// Sums of answers by place, stage and sex, totals included.
struct PupilSums<Sum: Addable> {
    struct Row {
        let place: SchoolPupils.Place
        let stage: SchoolPupils.Stage
        let sex: SchoolPupils.Sex
        let sum: Sum
    }

    private struct Key: Hashable {
        let place: SchoolPupils.Place
        let stage: SchoolPupils.Stage
        let sex: SchoolPupils.Sex
    }

    private let places: [SchoolPupils.Place]
    private let zero: Sum
    private var sums: [Key: Sum] = [:]

    init(places: [SchoolPupils.Place], zero: Sum) {
        self.places = places
        self.zero = zero
    }

    mutating func add(_ sum: Sum, _ cell: SchoolPupils.Cell) {
        var targets: [SchoolPupils.Place] = cell.isCountry ? [.country] : [.municipality]
        if let school = cell.school { targets.append(school) }
        for place in targets {
            for stage in [SchoolPupils.Stage.all, cell.stage] {
                for sex in [SchoolPupils.Sex.all, cell.sex] {
                    let key = Key(place: place, stage: stage, sex: sex)
                    sums[key] = (sums[key] ?? zero) + sum
                }
            }
        }
    }

    func rows() -> [Row] {
        places.flatMap { place in
            SchoolPupils.Stage.allCases.flatMap { stage in
                SchoolPupils.Sex.allCases.map { sex in
                    Row(
                        place: place, stage: stage, sex: sex,
                        sum: sums[Key(place: place, stage: stage, sex: sex)] ?? zero)
                }
            }
        }
    }
}

struct BulliedPupils: Addable {
    var asked = 0
    var bullied = 0

    static func + (left: BulliedPupils, right: BulliedPupils) -> BulliedPupils {
        BulliedPupils(asked: left.asked + right.asked, bullied: left.bullied + right.bullied)
    }
}

/// Pupils by the four bands of their mean.
struct WellbeingBands: Addable {
    var counts = [0, 0, 0, 0]
    /// The sum of the pupils' means, in hundredths.
    var sum = 0

    var total: Int { counts.reduce(0, +) }
    var mean: Int { rounded(sum, over: max(1, total)) }

    init() {}

    init(count: Int, over share: Int, _ theme: WellbeingTheme, _ year: Int, _ random: inout RandomSource) {
        let over = min(count, (count * share + random.below(1_000_000)) / 1_000_000)
        let highest = (over * theme.highest[year] + random.below(1_000_000)) / 1_000_000
        let lowest = ((count - over) * 110_000 + random.below(1_000_000)) / 1_000_000
        counts = [lowest, count - over - lowest, over - highest, highest]
        sum = zip(counts, [172, 271, 359, 438]).reduce(0) { $0 + $1.0 * $1.1 } + count * random.within(-3...3)
    }

    static func + (left: WellbeingBands, right: WellbeingBands) -> WellbeingBands {
        var result = WellbeingBands()
        result.counts = zip(left.counts, right.counts).map { $0 + $1 }
        result.sum = left.sum + right.sum
        return result
    }
}
