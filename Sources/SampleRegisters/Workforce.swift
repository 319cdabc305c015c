/// One job group in one unit, month by month. Absence, staffing and three other registers read the same heads.
struct WorkforceCell {
    struct Entry {
        var primo = 0
        var joined = 0
        var left = 0
        /// Part of `left` that moved to another unit of the municipality.
        var moved = 0
        var fullTime = 0
        /// Full-time equivalents, in hundredths.
        var equivalents = 0
    }

    let unit: Unit
    let group: JobGroup
    let place: Int
    let start: Int
    /// Growth a year in thousandths.
    let growth: Int
    /// Where between two whole numbers this cell rounds up, so that it does not jump each month.
    let threshold: Int
    /// What a part-time post is of a full one, in hundredths.
    let degree: Int
    var entries: [Month: Entry] = [:]

    var closing: Int? {
        unit.closes.flatMap { entries[$0] }.map { $0.primo + $0.joined - $0.left }
    }

    /// The posts the unit has money for.
    func posts(_ month: Month, start: Int) -> Int {
        if let step = unit.steps.last(where: { $0.year <= month.year }) { return step.counts[place] }
        let months = month.ordinal - (unit.opens ?? Month.first).ordinal
        return (start * (12_000 + growth * months) + threshold * 12) / 12_000
    }
}

struct Workforce {
    private(set) var cells: [WorkforceCell]

    private static let leaving = YearlyLevel([
        170_000, 167_000, 158_000, 172_000, 175_000, 163_000, 153_000, 145_000, 143_000,
    ])
    private static let moving = YearlyLevel([46_000, 45_000, 40_000, 44_000, 48_000, 46_000, 44_000, 43_000, 42_000])
    private static let partTime = YearlyLevel([
        480_000, 476_000, 471_000, 463_000, 453_000, 443_000, 432_000, 421_000, 412_000,
    ])
    private static let leavingSeason = [0, 1010, 880, 930, 1000, 950, 1180, 1420, 1150, 920, 900, 830, 830]

    static func simulated() -> Workforce {
        var random = RandomSource(stream: "workforce")
        var workforce = Workforce(cells: startingCells(&random))
        for month in Month.all { workforce.advance(month, &random) }
        return workforce
    }

    func active(_ month: Month) -> [WorkforceCell] {
        cells.filter { $0.entries[month] != nil }
    }

    func headcount(_ unit: Unit, _ month: Month) -> Int {
        cells.reduce(0) { $0 + ($1.unit.code == unit.code ? $1.entries[month]?.primo ?? 0 : 0) }
    }

    private static func startingCells(_ random: inout RandomSource) -> [WorkforceCell] {
        var cells: [WorkforceCell] = []
        for unit in Unit.all {
            let unitGrowth = -7 + random.within(-7...6)
            for (place, post) in unit.staff.enumerated() {
                cells.append(
                    WorkforceCell(
                        unit: unit, group: post.group, place: place, start: post.count, growth: unitGrowth,
                        threshold: random.within(100...900), degree: random.within(76...87)))
            }
        }
        return cells
    }

    private mutating func advance(_ month: Month, _ random: inout RandomSource) {
        for index in cells.indices where cells[index].unit.isActive(month) {
            cells[index].entries[month] = WorkforceCell.Entry(primo: opening(index, month))
        }
        let active = cells.indices.filter { cells[$0].entries[month] != nil }
        leave(active, month, &random)
        hire(active, month, &random)
        divideHours(active, month)
    }

    /// The heads on the first day: last month's result, or on the day a unit opens its first staff.
    private func opening(_ index: Int, _ month: Month) -> Int {
        let cell = cells[index]
        if let last = cell.entries[month.previous] { return last.primo + last.joined - last.left }
        return cell.unit.steps.first?.counts[cell.place] ?? startingPosts(cell)
    }

    /// A merged unit starts with all the heads of those it took over.
    private func startingPosts(_ cell: WorkforceCell) -> Int {
        let inherited = cells.filter { $0.unit.successor == cell.unit.code && $0.group == cell.group }
        return inherited.isEmpty ? cell.start : inherited.reduce(0) { $0 + ($1.closing ?? 0) }
    }

    private mutating func leave(_ active: [Int], _ month: Month, _ random: inout RandomSource) {
        let heads = active.reduce(0) { $0 + cells[$1].entries[month]!.primo }
        let weighted = active.reduce(0) { $0 + cells[$1].entries[month]!.primo * cells[$1].group.traits.leaving }
        let season = Workforce.leavingSeason[month.number] * (1000 + random.noise(deviation: 50)) / 1000
        let away = Workforce.leaving[month] * season / 12_000 * heads / 100
        let within = Workforce.moving[month] * season / 12_000 * heads / 100
        var departures = Spread(from: &random)
        var moves = Spread(from: &random)
        for index in active {
            let primo = cells[index].entries[month]!.primo
            let share = primo * cells[index].group.traits.leaving * 100
            let left = min(primo, departures.take(millionths: away * share / weighted))
            let moved = min(primo - left, moves.take(millionths: within * share / weighted))
            cells[index].entries[month]!.left = left + moved
            cells[index].entries[month]!.moved = moved
        }
    }

    private mutating func hire(_ active: [Int], _ month: Month, _ random: inout RandomSource) {
        for index in active {
            let cell = cells[index]
            var entry = cell.entries[month]!
            let posts = cell.posts(month.next, start: startingPosts(cell))
            let vacant = posts - (entry.primo - entry.left)
            if vacant > 0 {
                let waiting = cell.unit.steps.isEmpty ? random.successes(of: vacant, millionths: 280_000) : 0
                entry.joined = vacant - waiting
            } else if vacant < 0, !cell.unit.steps.isEmpty {
                entry.left -= vacant
                entry.moved -= vacant
            }
            cells[index].entries[month] = entry
        }
    }

    private mutating func divideHours(_ active: [Int], _ month: Month) {
        let heads = active.reduce(0) { $0 + cells[$1].entries[month]!.primo }
        let weighted = active.reduce(0) { $0 + cells[$1].entries[month]!.primo * cells[$1].group.traits.partTime }
        let wanted = Workforce.partTime[month] * heads
        for index in active {
            let primo = cells[index].entries[month]!.primo
            let thousandths = primo * cells[index].group.traits.partTime * (wanted / 1000) / weighted
            let partTime = min(primo, (thousandths + cells[index].threshold) / 1000)
            cells[index].entries[month]!.fullTime = primo - partTime
            cells[index].entries[month]!.equivalents = (primo - partTime) * 100 + partTime * cells[index].degree
        }
    }
}
