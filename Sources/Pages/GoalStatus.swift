import Assessment
import Sentences
import Vocabulary
import Wording

extension Composer {
    /// How a goal's targets stand in a sentence, what data cover, and the same by weight where weights are declared,
    /// with the weights beside it.
    func goalStatus(_ goal: GoalDescription, _ indicators: [Assessed<E>]) -> String {
        var weights: [String: Double] = [:]
        if !goal.weights.isEmpty {
            for id in indicators.map(\.description.id) { weights[id] = goal.weights[id] ?? 1 }
        }
        let rollUp = GoalRollUp(indicators, weights: weights)
        let standing = GoalStanding(rollUp)
        var out = paragraph(goalSentence(standing, p) + " " + coverageSentence(rollUp, p))
        if let weighted = weightedSentence(standing, p), let declared = rollUp.weighted?.weights {
            let list = indicators.compactMap { one in
                declared[one.description.id].map {
                    one.description.title(language) + noBreakSpace + "(" + weightText($0) + ")"
                }
            }
            out += paragraph(weighted + " " + p("goal.weights", ["list": list.joined(separator: "; ")]), class: "muted")
        }
        return out
    }

    /// With the decimals it was declared with, at most two.
    private func weightText(_ weight: Double) -> String {
        let tenths = weight * 10
        let decimals = weight == weight.rounded() ? 0 : tenths == tenths.rounded() ? 1 : 2
        return numberText(weight, decimals: decimals, language)
    }
}
