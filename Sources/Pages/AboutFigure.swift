import Assessment
import Sentences
import Vocabulary
import Wording

extension Composer {
    /// What a reader needs to know to trust a figure, or not to: definition, limits, target, source.
    func about(_ d: IndicatorDescription, from here: SitePage) -> [[String: TemplateValue]] {
        var items: [(String, String)] = [
            (p("indicator.definition"), paragraph(d.definition(language))),
            (p("indicator.limits"), paragraph(d.limits(language))),
            (p("indicator.why"), paragraph(d.why(language))),
        ]
        // Why it matters comes first while there are no figures.
        if d.awaiting != nil { items.swapAt(0, 2) }
        if let target = d.target {
            items.append((p("table.target", ["year": String(target.year)]), targetBody(d, target)))
        }
        if d.direction != .neutral {
            items.append((p("indicator.direction"), paragraph(p("direction.\(d.direction.rawValue)"))))
        }
        if let baseline = d.baseline {
            items.append((p("indicator.baseline"), paragraph(baseline.name(language))))
        }
        items.append((p("indicator.formula"), d.formula.isEmpty ? "" : "<p><code>\(escaped(d.formula))</code></p>\n"))
        let sources = p(d.sources.count > 1 ? "indicator.sources" : "indicator.source")
        items.append((sources, d.sources.map(sourceBody).joined()))
        let owners = d.owners.map { $0(language) }.filter { !$0.isEmpty }
        let heading = p(owners.count > 1 ? "indicator.owners" : "indicator.owner")
        items.append((heading, owners.map { paragraph($0) }.joined()))
        items.append((p("indicator.legalBasis"), paragraph(d.legalBasis(language))))
        items.append((p("indicator.bounds"), paragraph(bounds(d))))
        items.append((p("indicator.exceptional"), exceptionalBody(d)))
        items.append((p("indicator.breaks"), breaksBody(d)))
        items.append((p("nav.method"), "<p>\(link(p("indicator.methodLink"), to: href(.method, from: here)))</p>\n"))
        return items.filter { !$0.1.isEmpty }.map { ["heading": .text($0.0), "body": .markup($0.1)] }
    }

    private func targetBody(_ d: IndicatorDescription, _ target: Target) -> String {
        var text = targetValueText(d, p) + ". " + targetStatusText(target, p) + "."
        if target.status == .example { text = targetValueText(d, p) + ". " + p("target.example.note") }
        if !target.reference.isEmpty { text += " " + p("target.reference", ["reference": target.reference]) + "." }
        return paragraph(text)
    }

    private func sourceBody(_ source: SourceDescription) -> String {
        var out = paragraph(source.title(language))
        let publisher = source.publisher(language)
        if !publisher.isEmpty { out += paragraph(p("provenance.publisher", ["publisher": publisher]), class: "small") }
        if source.files > 0 {
            let read = p(
                "provenance.summary",
                [
                    "files": p.counted("provenance.files", source.files),
                    "rows": p.counted("provenance.rows", source.rows),
                ])
            out += paragraph(read, class: "small")
        }
        out += paragraph(rhythm(source), class: "small")
        if !source.licence.isEmpty {
            out += paragraph(p("provenance.licence", ["licence": source.licence]), class: "small")
        }
        if source.isSample { out += paragraph(p("provenance.sample"), class: "small") }
        if let address = allowedAddress(source.address) {
            let name = p("provenance.address") + " " + p("site.external")
            out += "<p class=\"small\">\(link(name, to: address))</p>\n"
        }
        return out
    }

    /// How often new figures come, and when next.
    func rhythm(_ source: SourceDescription) -> String {
        var text = p("provenance.rhythm", ["rhythm": p("rhythm.\(source.rhythm.rawValue)")]) + "."
        if !source.next.isEmpty {
            text += " " + p("indicator.next", ["date": dateText(source.next, language)]) + "."
        }
        return text
    }

    private func exceptionalBody(_ d: IndicatorDescription) -> String {
        guard !d.exceptional.isEmpty else { return "" }
        let items = d.exceptional.map { item in
            let values = [
                "from": item.from.name(language), "to": item.to.name(language), "period": item.from.name(language),
                "reason": item.reason(language),
            ]
            let key = item.from == item.to ? "indicator.exceptional.one" : "indicator.exceptional.item"
            return paragraph(p(key, values)) + decided(item.decided, item.date)
        }
        return items.joined() + paragraph(p("indicator.exceptional.note"), class: "small")
    }

    private func breaksBody(_ d: IndicatorDescription) -> String {
        d.breaks.map { item in
            paragraph(p("indicator.breaks.item", ["period": item.at.name(language), "reason": item.reason(language)]))
                + decided(item.decided, item.date)
        }.joined()
    }

    private func decided(_ body: LocalizedText, _ date: String) -> String {
        paragraph(decisionSentence(body, date, p), class: "small")
    }

    /// What the figure cannot be below or above; empty where nothing is declared, or what every share has.
    private func bounds(_ d: IndicatorDescription) -> String {
        let isWhole = d.unit.kind == .percent && (d.floor ?? 0) == 0 && (d.ceiling ?? 100) == 100
        guard !isWhole else { return "" }
        let text: String
        switch (d.floor, d.ceiling) {
        case (let low?, let high?):
            text = p("target.between", ["low": d.unit.bare(low, language), "high": d.unit.text(high, language)])
        case (let low?, nil): text = p("target.atLeast", ["value": d.unit.text(low, language)])
        case (nil, let high?): text = p("target.atMost", ["value": d.unit.text(high, language)])
        case (nil, nil): return ""
        }
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
