import Disclosure
import Indicators
import Statistics
import Vocabulary

/// The figures of one indicator, laid out by unit and breakdown, and read as series.
struct FigureTable {
    private let description: IndicatorDescription
    private let context: AssessmentContext
    private let whole: [UnitCode: [AssessedPoint]]
    private let broken: [UnitCode: [Category: [AssessedPoint]]]
    /// Crossed categories, in the order of their dimensions.
    private let crossed: [UnitCode: [[Category]: [AssessedPoint]]]

    init<E: Publishable>(
        _ released: Released<E>, _ description: IndicatorDescription, _ context: AssessmentContext
    ) {
        self.description = description
        self.context = context
        var whole: [UnitCode: [AssessedPoint]] = [:]
        var broken: [UnitCode: [Category: [AssessedPoint]]] = [:]
        var crossed: [UnitCode: [[Category]: [AssessedPoint]]] = [:]
        for (key, figure) in released.rows {
            let point = assessedPoint(key.period, figure, description, context.provisional)
            if key.by.isEmpty {
                whole[key.unit, default: []].append(point)
            } else if key.by.count == 1 {
                broken[key.unit, default: [:]][key.by[0], default: []].append(point)
            } else {
                crossed[key.unit, default: [:]][key.by, default: []].append(point)
            }
        }
        self.whole = whole
        self.broken = broken
        self.crossed = crossed
    }

    func annual(_ unit: UnitDescription) -> AssessedSeries {
        AssessedSeries(unit: unit, label: unit.name, points: points(whole[unit.code] ?? [], of: wholeYearGrains))
    }

    /// The finest grain under a year, or nil.
    func detail(_ unit: UnitDescription) -> AssessedSeries? {
        let all = whole[unit.code] ?? []
        guard let grain = finerGrains.first(where: { grain in all.contains { $0.period.grain == grain } }) else {
            return nil
        }
        return AssessedSeries(unit: unit, label: unit.name, points: points(all, of: [grain]))
    }

    func breakdowns(_ unit: UnitDescription) -> [AssessedBreakdown] {
        let categories = (broken[unit.code] ?? [:]).filter { $0.key.dimension != Category.answers }
        return Dictionary(grouping: categories.keys, by: \.dimension).sorted { $0.key < $1.key }
            .compactMap { dimension, keys in
                let series = keys.sorted { categoryOrder($0.value, $1.value) }.map { key in
                    AssessedSeries(
                        unit: unit, label: name(key.value, dimension), value: key.value,
                        points: points(categories[key] ?? [], of: wholeYearGrains))
                }.filter { !$0.points.isEmpty }
                guard !series.isEmpty else { return nil }
                return AssessedBreakdown(dimension: dimension, title: title(dimension), series: series)
            }
    }

    private func title(_ dimension: String) -> LocalizedText {
        context.breakdownTitles[dimension] ?? .init(everywhere: dimension)
    }

    private func name(_ value: String, _ dimension: String) -> LocalizedText {
        context.categoryNames[dimension]?[value] ?? .init(everywhere: value)
    }

    /// Nil where none is declared, or it has no figures.
    func distribution(_ unit: UnitDescription) -> AssessedDistribution? {
        guard let declared = description.distribution else { return nil }
        let series = declared.parts.enumerated().map { place, part in
            AssessedSeries(
                unit: unit, label: part.label,
                points: points(broken[unit.code]?[.answer(place + 1)] ?? [], of: wholeYearGrains))
        }
        guard series.contains(where: { !$0.points.isEmpty }) else { return nil }
        return AssessedDistribution(title: declared.title, sides: declared.parts.map(\.side), series: series)
    }

    /// Nil where none is declared, or there are not two sides.
    func pyramid(_ unit: UnitDescription) -> AssessedPyramid? {
        guard let declared = description.pyramid, let cells = crossed[unit.code] else { return nil }
        func values(_ dimension: String) -> [String] {
            Set(cells.keys.joined().filter { $0.dimension == dimension }.map(\.value)).sorted(by: categoryOrder)
        }
        let ages = values(declared.ages)
        let sides = values(declared.sides).map { side in
            AssessedPyramid.Side(
                name: name(side, declared.sides), value: side,
                series: ages.map { age in
                    let by = [
                        Category(dimension: declared.ages, value: age), Category(dimension: declared.sides, value: side),
                    ].sorted()
                    return AssessedSeries(
                        unit: unit, label: name(age, declared.ages), value: age,
                        points: points(cells[by] ?? [], of: wholeYearGrains))
                })
        }
        guard sides.count == 2 else { return nil }
        return AssessedPyramid(
            agesTitle: title(declared.ages), sidesTitle: title(declared.sides), left: sides[0], right: sides[1])
    }

    func comparison() -> AssessedComparison? {
        guard let definition = context.comparison else { return nil }
        let series: AssessedSeries
        switch definition.kind {
        case .unit(let code):
            let unit = context.unit(code)
            series = AssessedSeries(unit: unit, label: definition.label, points: annual(unit).points)
        case .median(let level): series = medians(of: level, label: definition.label)
        }
        let others = definition.neighbours.map { annual(context.unit($0)) }.filter { !$0.points.isEmpty }
        guard !series.points.isEmpty || !others.isEmpty else { return nil }
        return AssessedComparison(
            label: definition.label, hasSameDefinition: definition.hasSameDefinition, note: definition.note,
            series: series, others: others)
    }

    /// For each whole-year period the median of the shown figures of units of a level, the root left out.
    private func medians(of level: String, label: LocalizedText) -> AssessedSeries {
        let units = context.units.filter { $0.level == level && $0.code != context.root }
        var values: [Period: [Double]] = [:]
        for point in units.flatMap({ annual($0).points }) {
            if let value = point.value { values[point.period, default: []].append(value) }
        }
        let medians = values.sorted { $0.key < $1.key }.compactMap { period, values in
            median(values).map { AssessedPoint(period: period, state: .shown, value: $0) }
        }
        return AssessedSeries(
            unit: UnitDescription(code: "", name: label, level: level), label: label, points: medians)
    }

    /// The points of some grains in order of time, with the first after each declared break marked.
    private func points(_ all: [AssessedPoint], of grains: Set<Grain>) -> [AssessedPoint] {
        let ordered = all.filter { grains.contains($0.period.grain) }
            .sorted { ($0.period.endMonth, $0.period) < ($1.period.endMonth, $1.period) }
        let firsts = description.breaks.compactMap { declared in
            ordered.firstIndex { $0.period.startMonth >= declared.at.startMonth }
        }
        return ordered.enumerated().map { place, point in
            place > 0 && firsts.contains(place) ? point.afterBreak : point
        }
    }
}

private let wholeYearGrains: Set<Grain> = [.year, .schoolYear, .window, .schoolWindow]
private let finerGrains: [Grain] = [.month, .quarter, .tertial, .halfYear]

private func assessedPoint(
    _ period: Period, _ figure: Figure, _ description: IndicatorDescription, _ provisional: Set<Period>
) -> AssessedPoint {
    let interval = interval(figure, description.unit)
    return AssessedPoint(
        period: period, state: figure.state, value: figure.state == .shown ? figure.value : nil,
        numerator: figure.numerator, denominator: figure.denominator, count: figure.count, low: interval?.low,
        high: interval?.high, isProvisional: provisional.contains(period),
        isExceptional: description.exceptional.contains { $0.covers(period) },
        expected: figure.state == .shown ? figure.expected?.value : nil)
}

/// Chosen by what the figure is made of (Documentation/Methods.md, "Intervals").
///
/// Wilson's for shares of persons: numerator and denominator are whole, and the denominator is the number of persons. Of
/// weighted answers Wilson's with their effective number for shares, Student's with the linearised error for means. A share
/// of days or hours has none, since its parts are not independent.
private func interval(_ figure: Figure, _ unit: UnitOfMeasure) -> Interval? {
    guard figure.state == .shown else { return nil }
    if let answers = figure.moments { return interval(answers, Double(unit.multiplier)) }
    guard let persons = shareOfPersons(figure.numerator, figure.denominator, figure.count, unit),
        let share = wilson(persons.part, of: persons.whole)
    else { return nil }
    let scale = Double(unit.multiplier)
    return Interval(low: share.low * scale, high: share.high * scale)
}

private func interval(_ answers: AnswerMoments, _ multiplier: Double) -> Interval? {
    let found = weightedMean(
        answers: answers.answers, values: answers.values, weights: answers.weights, squaredValues: answers.squaredValues,
        products: answers.products, squaredWeights: answers.squaredWeights)
    guard let estimate = answers.isShare ? found?.shareEstimate() : found?.estimate() else { return nil }
    return Interval(low: estimate.low * multiplier, high: estimate.high * multiplier)
}

extension AssessedPoint {
    fileprivate var afterBreak: AssessedPoint {
        AssessedPoint(
            period: period, state: state, value: value, numerator: numerator, denominator: denominator, count: count,
            low: low, high: high, isProvisional: isProvisional, isExceptional: isExceptional, followsBreak: true,
            expected: expected)
    }
}

/// Categories that begin with a number go by it (`6-17` before `18-29`), the rest by their letters.
private func categoryOrder(_ left: String, _ right: String) -> Bool {
    func number(_ text: String) -> Int? { Int(text.prefix { $0.isASCII && $0.isNumber }) }
    switch (number(left), number(right)) {
    case (let first?, let second?) where first != second: return first < second
    case (_?, nil): return true
    case (nil, _?): return false
    default: return left < right
    }
}
