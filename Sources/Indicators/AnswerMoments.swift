import Catalogue
import Vocabulary

/// Sums over answers that the interval of their mean needs: each row is one person, who counts for `weight` and adds
/// `value` to the numerator.
///
/// Never told by itself: only the interval made from it is.
public struct AnswerMoments: Hashable, Sendable {
    public var answers: Int
    /// Sums of value, weight, value², value × weight and weight².
    public var values: Double
    public var weights: Double
    public var squaredValues: Double
    public var products: Double
    public var squaredWeights: Double
    /// Every value is 0 or its whole weight: the figure is a share of the answers.
    public var isShare: Bool

    /// - Parameter sums: value², value × weight, weight².
    init(answers: Int, values: Exact, weights: Exact, sums: [Exact]) {
        self.answers = answers
        self.values = values.double
        self.weights = weights.double
        squaredValues = sums[0].double
        products = sums[1].double
        squaredWeights = sums[2].double
        isShare = sums[0] == sums[1]
    }
}

extension IndicatorDefinition {
    /// value², value × weight and weight² of a ratio whose rows are one person each; none where they are not, or where
    /// value and weight are not of the same time.
    var answerMoments: [Formula] {
        guard let denominator, otherDenominator == nil, tallied == nil, numeratorOverTime == denominatorOverTime,
            case .formula(let persons, _) = persons, persons.countsOneAtMost
        else { return [] }
        return [numerator.times(numerator), numerator.times(denominator), denominator.times(denominator)]
    }
}
