import Assessment
import Vocabulary

/// One of the groups that everyone is divided into, an answer to a question, or two groups at once, with its figures.
struct Group: Sendable {
    /// What everyone is divided by, the same in every language.
    var dimension: String
    /// The same as it is called; for answers what was asked.
    var title: LocalizedText
    /// The group, the same in every language.
    var code: String
    /// The same as it is called.
    var name: LocalizedText
    var unit: UnitDescription
    var points: [AssessedPoint]

    /// What stands in `breakdown`.
    func breakdown(_ language: Language) -> String {
        let title = title(language)
        return title.isEmpty || dimension == answersWord ? dimension : title
    }
}

/// The word in `breakdown` for the answers behind a figure: the one that `sammen query --by` takes.
let answersWord = "answer.part"

extension Assessed {
    /// The groups of the breakdowns, the answers in the order of their scale, and the groups of a pyramid.
    var groups: [Group] {
        breakdowns.flatMap { breakdown in
            breakdown.series.map { series in
                Group(
                    dimension: breakdown.dimension, title: breakdown.title, code: series.value, name: series.label,
                    unit: series.unit, points: series.points)
            }
        } + answers + crossedGroups
    }

    private var answers: [Group] {
        guard let distribution else { return [] }
        let asked = distribution.title.isEmpty ? description.title : distribution.title
        return distribution.series.enumerated().map { place, series in
            Group(
                dimension: answersWord, title: asked, code: String(place + 1), name: series.label, unit: series.unit,
                points: series.points)
        }
    }

    /// Each age of each side. In a year that is hidden all have a point, also where nobody is counted: which groups are
    /// empty could tell how many the others have.
    private var crossedGroups: [Group] {
        guard let pyramid, let declared = description.pyramid else { return [] }
        let sides = [pyramid.left, pyramid.right]
        let hidden = Dictionary(
            sides.flatMap(\.series).flatMap(\.points).filter { $0.state == .hidden }.map { ($0.period, $0) },
            uniquingKeysWith: { first, _ in first })
        return sides.flatMap { side in
            side.series.map { age in
                let own = Set(age.points.map(\.period))
                let more = hidden.values.filter { !own.contains($0.period) }
                return Group(
                    dimension: crossed(declared.ages, declared.sides),
                    title: crossed(pyramid.agesTitle, pyramid.sidesTitle), code: crossed(age.value, side.value),
                    name: crossed(age.label, side.name), unit: age.unit,
                    points: (age.points + more).sorted { $0.period < $1.period })
            }
        }
    }
}

/// Two breakdowns, or two of their groups, at once: `Alder × Køn`.
private func crossed(_ one: String, _ other: String) -> String { one + " × " + other }

private func crossed(_ one: LocalizedText, _ other: LocalizedText) -> LocalizedText {
    LocalizedText(
        Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, crossed(one($0), other($0))) }))
}
