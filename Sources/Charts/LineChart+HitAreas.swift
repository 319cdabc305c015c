import Vocabulary

extension LineChart {
    /// An upright strip for each moment with a figure or the lack of one, and a square at the target.
    func hitAreas() -> [HitArea] {
        var told: [(time: Double, label: String)] = []
        for point in model.own.points where !point.label.isEmpty { told.append((point.time, point.label)) }
        for point in model.comparison?.points ?? [] where point.value != nil && !point.label.isEmpty {
            if let index = told.firstIndex(where: { $0.time == point.time }) {
                told[index].label += "\n" + point.label
            } else {
                told.append((point.time, (point.period.isEmpty ? "" : point.period + ", ") + point.label))
            }
        }
        let last = model.shown.last?.time ?? -.infinity
        for year in model.outlook?.years ?? [] where year.time > last && !year.label.isEmpty {
            if let index = told.firstIndex(where: { $0.time == year.time }) {
                told[index].label += "\n" + year.label
            } else {
                told.append((year.time, year.label))
            }
        }
        return strips(told.sorted { $0.time < $1.time }) + goalArea()
    }

    private func strips(_ told: [(time: Double, label: String)]) -> [HitArea] {
        let places = told.map { time($0.time) }
        return told.indices.map { index in
            let left =
                index == 0 ? max(plot.x - 8, places[0] - 20) : (places[index - 1] + places[index]) / 2
            let right =
                index == places.count - 1
                ? min(plot.right + 8, places[index] + 20) : (places[index] + places[index + 1]) / 2
            let (from, to) = (left.rounded(), right.rounded())
            let (top, bottom) = (plot.y.rounded(), plot.bottom.rounded())
            return HitArea(
                area: SceneRectangle(x: from, y: top, width: to - from, height: bottom - top),
                label: told[index].label)
        }
    }

    private func goalArea() -> [HitArea] {
        guard let goal = model.goal, goal.kind == .reach else { return [] }
        let at = place(goal.time, goal.value)
        return [
            HitArea(
                area: SceneRectangle(x: at.x - 12, y: at.y - 12, width: 24, height: 24),
                label: goal.name + ": " + goal.figure)
        ]
    }
}
