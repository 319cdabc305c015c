import Assessment
import Vocabulary

extension Combination {
    /// Whether figures could give it. Sentences are whole for the others too, but make no sense to a reader.
    var isPossible: Bool {
        guard let latest = outcome.latest else { return [.awaiting, .insufficientData].contains(outcome.verdict) }
        if outcome.verdict == .awaiting { return true }
        guard let target = description.target, target.status != .proposed, description.direction != .neutral else {
            return outcome.verdict == .context
        }
        let isMet = target.isMet(by: latest.value, description.direction)
        if target.kind != .reach { return outcome.verdict == (isMet ? .held : .notHeld) }
        guard isMet == (outcome.verdict == .achieved), description.direction != .within else { return false }
        return isMet || trendAgrees || wavesAgree || (outcome.verdict == .insufficientData && outcome.window == nil)
    }

    /// The chance is one that the verdict stands for, and years are given.
    private var trendAgrees: Bool {
        guard outcome.window != nil else { return false }
        let chances: [Chance]
        switch outcome.verdict {
        case .onTrack: chances = [.veryLikely]
        case .likely: chances = [.likely, .uncertain]
        case .possible: chances = [.uncertain, .lessLikely]
        case .offTrack, .wrongWay, .noClearTrend: chances = [.unlikely]
        default: return false
        }
        return outcome.chance.map(chances.contains) ?? true
    }

    /// Better and worse are what the two figures say.
    private var wavesAgree: Bool {
        guard outcome.window == nil, let before = outcome.baseline, let latest = outcome.latest else { return false }
        let isBetter = (latest.value < before.value) == (description.direction == .down)
        switch outcome.verdict {
        case .betterThanBaseline: return isBetter && latest.value != before.value
        case .worseThanBaseline: return !isBetter && latest.value != before.value
        default: return outcome.verdict == .asBaseline
        }
    }
}
