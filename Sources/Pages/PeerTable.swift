import Assessment
import Sentences
import Vocabulary
import Wording

extension Composer {
    /// The units most like the organisation, the nearest first, with how far off they are and their newest figure.
    func peers(_ a: Assessed<E>) -> String {
        guard let period = a.annual.latest?.period else { return "" }
        let d = a.description
        let measures = a.peerMeasures.map { $0(language) }.joined(separator: ", ")
        let text = p(
            "peers.text",
            [
                "count": countText(a.peers.count, language), "name": project.organisation(language),
                "measures": measures,
            ])
        let rows = a.peers.map { peer in
            let value = peer.series.points.first { $0.period == period }?.value
            return TableModel.Row(cells: [
                .text(peer.series.unit.name(language)),
                .number(numberText(peer.distance, decimals: 2, language)),
                value.map { .number(d.unit.kind == .percent ? d.unit.text($0, language) : d.unit.bare($0, language)) }
                    ?? .text("–"),
            ])
        }
        let table = TableModel(
            caption: p("peers.caption", ["title": d.title(language), "period": period.name(language)]),
            columns: [
                .init(title: p("table.unit")), .init(title: p("table.distance"), isNumber: true),
                .init(title: p("table.value"), isNumber: true),
            ], rows: rows)
        return paragraph(text) + table.html
    }
}
