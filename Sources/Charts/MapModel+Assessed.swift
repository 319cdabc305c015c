public import Assessment
public import Vocabulary
public import Wording

/// The newest figures of units on a map; nil where fewer than three can be shown, or the figures are sums: a large place
/// would look like much.
///
/// - Parameters:
///   - map: where the units lie; places that are no units below the root are left out.
///   - units: all units, for the names and parents of those without a figure.
public func mapChart<E: Publishable>(
    _ a: Assessed<E>, map: UnitMap, units: [UnitDescription], root: UnitCode, style: ChartStyle, phrases: Phrases,
    measure: any TextMeasure, sampleNotice: String
) -> Scene? {
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    guard var model = MapModel(a, map, UnitTree(units), root, words) else { return nil }
    model.notice = sampleNotice
    return mapChart(model, style: style, measure: measure)
}

extension MapModel {
    init?<E: Publishable>(_ a: Assessed<E>, _ map: UnitMap, _ tree: UnitTree, _ root: UnitCode, _ words: ChartWords) {
        let language = words.language
        let series = Dictionary(a.units.map { ($0.unit.code, $0) }, uniquingKeysWith: { first, _ in first })
        let latest = a.annual.latest?.period ?? a.units.compactMap { $0.latest?.period }.max()
        guard let period = latest else { return nil }
        let mapped = placesDrawn(map, tree, below: root)
        let points = mapped.map { place in series[place.unit]?.points.last { $0.period == period } }
        let shown = points.compactMap { $0?.state == .shown ? $0 : nil }
        let isSum = shown.contains { $0.numerator != nil && $0.denominator == nil }
        guard shown.count >= 3, !isSum else { return nil }
        let decimals = a.description.unit.decimals
        let borders = classBorders(shown.compactMap(\.value).map { rounded($0, decimals) }, decimals: decimals)
        let places: [Place] = zip(mapped, points).map { place, point in
            let name = tree[place.unit]?.name(language) ?? place.unit.code
            let isHidden = point?.state == .hidden
            guard let point, point.state == .shown, let value = point.value else {
                let why = words.lowered(words.state(isHidden ? .hidden : point?.state ?? .missing))
                return Place(
                    name: name, rings: place.rings, standing: isHidden ? .hidden : .missing, label: name + ": " + why)
            }
            let seen = rounded(value, decimals)
            return Place(
                name: name, rings: place.rings, category: borders.count { $0 <= seen }, figure: words.label(value),
                label: words.hitLabel(name + ", " + period.name(language), point))
        }
        self.init(places: places, classes: words.classes(borders, words.label(shown.first?.value ?? 0)))
        self.language = language
        hiddenText = words.state(.hidden)
        missingText = words.state(.missing)
        notes = [borders.isEmpty ? "" : words.phrases("chart.map.classes"), map.note(language)].filter { !$0.isEmpty }
        unit = words.axis(a.description)
        heading = a.description.title(language)
        title = words.phrases("chart.map.title") + " (" + period.name(language) + ")"
        let told = zip(places, points).filter { $0.1?.state == .shown }.sorted { ($0.1?.value ?? 0) < ($1.1?.value ?? 0) }
        let ends = [told.first, told.last].compactMap { $0?.0.label }.joined(separator: "; ")
        summary = [unit, ends].filter { !$0.isEmpty }.joined(separator: ". ") + ". " + words.phrases("chart.keys")
    }
}

/// The places of units below the root; of two that lie in each other the inner.
private func placesDrawn(_ map: UnitMap, _ tree: UnitTree, below root: UnitCode) -> [UnitMap.Place] {
    let inside = map.places.filter { tree.ancestors(of: $0.unit).contains(root) }
    let outer = Set(inside.flatMap { tree.ancestors(of: $0.unit) })
    return inside.filter { !outer.contains($0.unit) }
}

/// As it is shown.
private func rounded(_ value: Double, _ decimals: Int) -> Double {
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    return (value * power).rounded() / power
}

extension ChartWords {
    /// `Under 60 %`, `60 til under 65 %`, `65 % eller mere`; the one figure where all are equal.
    fileprivate func classes(_ borders: [Double], _ only: String) -> [String] {
        guard let first = borders.first, let last = borders.last else { return [only] }
        var classes = [phrases("chart.map.below", ["high": label(first)])]
        for (low, high) in zip(borders, borders.dropFirst()) {
            classes.append(phrases("chart.map.between", ["low": unit.bare(low, language), "high": label(high)]))
        }
        classes.append(phrases("chart.map.from", ["low": label(last)]))
        return classes
    }
}
