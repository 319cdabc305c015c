import Assessment
import Sentences
import Vocabulary
import Wording

/// Signals that a page lists; of a long series the newest are the ones that can still be explained.
private let mostSignals = 6

extension Composer {
    /// Whether the figure's ups and downs are the usual ones, in sentences, and which periods stand out; empty where
    /// there is nothing to read.
    func variation(_ a: Assessed<E>) -> String {
        guard let reading = a.control, let standing = ControlStanding(reading) else { return "" }
        var sentences = [controlSentence(standing, p)]
        if standing.variation == .tooFew { sentences.append(p("control.tooFew.need")) }
        let drift = driftSentence(reading, p)
        if drift == nil, let question = controlQuestion(standing, p) { sentences.append(question) }
        if let provisional = ControlStanding(provisionalIn: reading) {
            sentences.append(controlSentence(provisional, p))
        }
        if let drift { return paragraph((sentences + [drift]).joined(separator: " ")) }
        let basis = [rangeSentence(reading, a.description.unit, p), limitsSentence(standing, p)].compactMap { $0 }
        return paragraph(sentences.joined(separator: " ")) + paragraph(basis.joined(separator: " "), class: "muted")
            + signals(reading, a.description)
    }

    private func signals(_ reading: ControlReading, _ d: IndicatorDescription) -> String {
        let signals = controlSignals(reading, d.direction)
        guard !signals.isEmpty else {
            return reading.silence == nil ? paragraph(p("control.signals.none")) : ""
        }
        let items = signals.prefix(mostSignals).map { "<li>\(escaped(signalText($0, p)))</li>\n" }
        let more = signals.count > mostSignals ? p.counted("control.signals.more", signals.count - mostSignals) : ""
        return paragraph(p("control.signals")) + "<ul class=\"signals\">\n\(items.joined())</ul>\n"
            + paragraph([more, p("control.signals.note")].filter { !$0.isEmpty }.joined(separator: " "), class: "muted")
    }
}
