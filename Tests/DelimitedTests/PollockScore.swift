/// How near a reading comes to the clean table, by the ten measures of the Pollock benchmark: whether the file was read
/// at all, and precision, recall and F1 of the header, the records and the cells, each 0 to 1.
///
/// After the benchmark's `metrics.py`: all are shares of the cells (or records) that both have, as bags. Headers and
/// records are compared as values are, `$5.0` like `$5.00`; the benchmark uses Python's date and price readers for
/// that, of which `value` here knows what can be told without them and takes the rest for different: these figures do
/// not flatter. Note that it divides by the clean table for precision, by the reading for recall.
struct PollockScore {
    static let names = [
        "success", "header precision", "header recall", "header F1", "record precision", "record recall", "record F1",
        "cell precision", "cell recall", "cell F1",
    ]

    let measures: [Double]

    /// The sum of the ten measures, 0 to 10.
    var sum: Double { measures.reduce(0, +) }

    /// The measures of `loaded`, nil for a file that was refused.
    init(clean: [[String]], loaded: [[String]]?) {
        guard let loaded else {
            measures = [Double](repeating: 0, count: 10)
            return
        }
        guard let header = clean.first else {
            measures = [Double](repeating: 1, count: 10)
            return
        }
        let headers = Self.shares(header.map(Self.value), (loaded.first ?? []).map(Self.value))
        let records = Self.shares(clean.dropFirst().map(Self.record), loaded.dropFirst().map(Self.record))
        let cells = Self.shares(clean.flatMap { $0 }, loaded.flatMap { $0 })
        measures = [1] + headers + records + cells
    }

    /// Precision, recall and F1 of two bags; all 1 where nothing was to be found.
    private static func shares(_ clean: [String], _ loaded: [String]) -> [Double] {
        guard !clean.isEmpty else { return [1, 1, 1] }
        var left: [String: Int] = [:]
        for text in clean { left[text, default: 0] += 1 }
        var common = 0.0
        for text in loaded {
            guard let count = left[text], count > 0 else { continue }
            left[text] = count - 1
            common += 1
        }
        guard common > 0 else { return [0, 0, 0] }
        let precision = common / Double(clean.count)
        let recall = common / Double(loaded.count)
        return [precision, recall, 2 * precision * recall / (precision + recall)]
    }

    /// The benchmark strings the values of a record together.
    private static func record(_ cells: [String]) -> String {
        cells.map(value).joined()
    }

    /// Whole numbers lose leading zeros and dollars their trailing ones; words are compared without regard to case.
    /// What else holds a digit may be a date, a time or a price: it is kept apart from its neighbours, so that two
    /// cells run together never pass for the two.
    private static func value(_ cell: String) -> String {
        if cell.isEmpty { return "" }
        if let whole = Int(cell) { return String(whole) }
        if cell.first == "$", let amount = Double(cell.dropFirst()) { return "\u{1}$\(amount)\u{2}" }
        if cell.contains(where: \.isNumber) { return "\u{1}\(cell.lowercased())\u{2}" }
        return cell.lowercased()
    }
}
