import Wording

/// Which interval, control chart and comparison of units each kind of figure has.
func measureTable(_ p: Phrases) -> TableModel {
    let kinds: [(kind: String, interval: String, chart: String, units: String)] = [
        ("persons", "persons.interval", "persons.chart", "persons.units"),
        ("days", "none", "individuals", "ownMoves"),
        ("rate", "none", "rate.chart", "ownMoves"),
        ("weighted", "weighted.interval", "individuals", "ownMoves"),
        ("mean", "mean.interval", "individuals", "ownMoves"),
        ("given", "none", "individuals", "ownMovesIfKnown"),
        ("median", "none", "individuals", "notCompared"),
        ("sum", "none", "individuals", "notCompared"),
    ]
    func text(_ name: String) -> String { p("method.measures.\(name)") }
    return TableModel(
        caption: text("caption"),
        columns: [text("kind"), p("method.interval.heading"), text("chart"), text("units")].map { .init(title: $0) },
        rows: kinds.map { one in
            TableModel.Row(cells: [one.kind, one.interval, one.chart, one.units].map { .text(text($0)) })
        })
}
