import Assessment
import Vocabulary
import Wording

/// How many indicators stand where, and how many of them have a target that someone decided, in words and as a bar.
struct Tally {
    private let rollUp: GoalRollUp

    init<E: Publishable>(_ indicators: [Assessed<E>]) { rollUp = GoalRollUp(indicators) }

    /// Groups of the bar, in order.
    static let order: [VerdictMark] = [.reached, .onTrack, .tooSlow, .wrongWay, .cannotTell, .awaiting]

    private var total: Int { rollUp.targets }

    /// The bar, its words, and what stands apart from it.
    func html(_ p: Phrases) -> String {
        guard total + rollUp.context + rollUp.withoutTarget > 0 else { return "" }
        var out = total > 0 ? bar(p) + list(p) : ""
        let notes = [contextNote(p), adoptionNote(p)].filter { !$0.isEmpty }
        if !notes.isEmpty { out += paragraph(notes.joined(separator: " "), class: "tally-note") }
        return out
    }

    private func bar(_ p: Phrases) -> String {
        let shown = Self.order.filter { rollUp.counts[$0, default: 0] > 0 }
        let words = shown.map {
            p(
                "tally.item",
                ["label": p("tally.\($0.rawValue)"), "count": countText(rollUp.counts[$0, default: 0], p.language)])
        }
        let label = p("tally.label") + ". " + words.joined(separator: ". ") + "."
        var out = "<svg class=\"tally-bar\" width=\"100%\" height=\"12\" role=\"img\" aria-label=\"\(escaped(label))\">"
        var before = 0
        var gaps = ""
        for mark in shown {
            let count = rollUp.counts[mark, default: 0]
            out += "<rect class=\"b-\(mark.rawValue)\" x=\"\(share(before))\" width=\"\(share(count))\" height=\"12\"/>"
            if before > 0 {
                gaps += "<line class=\"gap\" x1=\"\(share(before))\" x2=\"\(share(before))\" y1=\"0\" y2=\"12\"/>"
            }
            before += count
        }
        return out + gaps + "</svg>\n"
    }

    /// Per cent of the bar in hundredths, so that no rounding of binary numbers gets into a page.
    private func share(_ count: Int) -> String {
        let hundredths = (count * 10_000 + total / 2) / total
        let tail = hundredths % 100
        return "\(hundredths / 100)" + (tail == 0 ? "" : "." + (tail < 10 ? "0" : "") + "\(tail)") + "%"
    }

    private func list(_ p: Phrases) -> String {
        let items = Self.order.compactMap { mark -> String? in
            guard let count = rollUp.counts[mark], count > 0 else { return nil }
            let words = verdictMarkup(mark, p("tally.\(mark.rawValue)"))
            return "<li class=\"v-\(mark.rawValue)\"><b>\(countText(count, p.language))</b> \(words)</li>"
        }
        return "<ul class=\"tally\">\(items.joined())</ul>\n"
    }

    private func contextNote(_ p: Phrases) -> String {
        var parts: [String] = []
        if rollUp.context > 0 { parts.append(p.counted("tally.note.context", rollUp.context)) }
        if rollUp.withoutTarget > 0 { parts.append(p.counted("tally.note.noTarget", rollUp.withoutTarget)) }
        if rollUp.awaitingWithoutTarget > 0 {
            parts.append(p.counted("tally.note.awaiting", rollUp.awaitingWithoutTarget))
        }
        return parts.joined(separator: " ")
    }

    private func adoptionNote(_ p: Phrases) -> String {
        if rollUp.targets > 0, rollUp.examples == rollUp.targets {
            return p.counted("tally.note.allExamples", rollUp.targets)
        }
        return rollUp.notAdopted > 0 ? p.counted("tally.note.notAdopted", rollUp.notAdopted) : ""
    }
}
