import Vocabulary

extension LineChart {
    /// What is drawn, from back to front, without texts.
    func marks() -> [Mark] {
        bandMarks() + [values.rules(from: plot.x, to: plot.right)] + zeroRule() + goalBand() + fan() + breakRules()
            + gapRules() + comparisonMarks() + goalPath() + outlookLine() + ownMarks() + goalCircle()
    }

    /// Exceptional years as a pale strip from the note down to the axis.
    private func bandMarks() -> [Mark] {
        model.bands.compactMap { band in
            let (left, right) = (time.clamped(band.from), time.clamped(band.to))
            guard right - left > 0.5 else { return nil }
            return .area(
                outline: [
                    ScenePoint(left, plot.y), ScenePoint(right, plot.y), ScenePoint(right, plot.bottom),
                    ScenePoint(left, plot.bottom),
                ], role: .contextFill, opacity: 0.14)
        }
    }

    private func zeroRule() -> [Mark] {
        let domain = values.scale.domain
        guard domain.lowerBound < 0, domain.upperBound > 0 else { return [] }
        let y = sharp(values.scale(0))
        return [
            .line(runs: [[ScenePoint(plot.x, y), ScenePoint(plot.right, y)]], role: .axis, width: 1, style: .solid)
        ]
    }

    /// The 80 % interval of the outlook, cut where it leaves the plot.
    private func fan() -> [Mark] {
        guard let years = model.outlook?.years, !years.isEmpty, let start = fanStart() else { return [] }
        let upper = years.map { ScenePoint(time($0.time), values.scale.clamped($0.high)) }
        let lower = years.reversed().map { ScenePoint(time($0.time), values.scale.clamped($0.low)) }
        return [.area(outline: start + upper + lower, role: .ownFill, opacity: 0.13)]
    }

    /// The newest figure, from which the fan opens, unless the outlook begins there itself.
    private func fanStart() -> [ScenePoint]? {
        guard let years = model.outlook?.years, let first = years.first else { return nil }
        guard let last = model.shown.last, last.time < first.time else { return [] }
        return [place(last)]
    }

    private func outlookLine() -> [Mark] {
        guard let years = model.outlook?.years, let start = fanStart() else { return [] }
        let run = start + years.map { ScenePoint(time($0.time), values.scale.clamped($0.value)) }
        guard run.count > 1 else { return [] }
        return [.line(runs: [run], role: .own, width: 2, style: .dotted)]
    }

    /// A thin upright rule where figures cannot be compared across.
    private func breakRules() -> [Mark] {
        let runs = model.breaks.filter { model.span.contains($0) }.map { moment in
            let x = sharp(time(moment))
            return [ScenePoint(x, plot.y), ScenePoint(x, plot.bottom)]
        }
        return runs.isEmpty ? [] : [.line(runs: runs, role: .axis, width: 1, style: .solid)]
    }

    /// Where figures are lacking: a bracket along the axis under the gap.
    private func gapRules() -> [Mark] {
        let y = plot.bottom - 5
        let runs = gaps().map { gap in
            let (left, right) = (time.clamped(gap.from), time.clamped(gap.to))
            return [
                ScenePoint(left, y), ScenePoint(left, y + 5), ScenePoint(right, y + 5), ScenePoint(right, y),
            ]
        }
        return runs.isEmpty ? [] : [.line(runs: runs, role: .axis, width: 1.5, style: .solid)]
    }

    private func comparisonMarks() -> [Mark] {
        guard let line = model.comparison else { return [] }
        let runs = line.runs(place)
        let connected = Set(runs.flatMap { $0 })
        let alone = line.points.filter { $0.value != nil }.map(place).filter { !connected.contains($0) }
        var marks: [Mark] = runs.isEmpty ? [] : [.line(runs: runs, role: .context, width: 1.6, style: .solid)]
        if !alone.isEmpty { marks.append(.dots(alone, shape: .circle, radius: 2.6, role: .context)) }
        return marks
    }

    /// Dashed from the baseline to the target, or level at a target that is to be held.
    private func goalPath() -> [Mark] {
        guard let goal = model.goal else { return [] }
        switch goal.kind {
        case .reach:
            guard let from = goal.from, from.value != nil, from.time < goal.time else { return [] }
            return [
                .line(
                    runs: [[place(from), place(goal.time, goal.value)]], role: .target, width: 1.6, style: .dashed)
            ]
        case .maintain, .within:
            let runs = [goal.value, goal.upper].compactMap { $0 }.map { level in
                [ScenePoint(plot.x, values.scale(level)), ScenePoint(time(goal.time), values.scale(level))]
            }
            return [.line(runs: runs, role: .target, width: 1.6, style: .dashed)]
        }
    }

    private func goalBand() -> [Mark] {
        guard let goal = model.goal, let upper = goal.upper else { return [] }
        let (low, high) = (values.scale(goal.value), values.scale(upper))
        let right = time(goal.time)
        return [
            .area(
                outline: [
                    ScenePoint(plot.x, low), ScenePoint(plot.x, high), ScenePoint(right, high), ScenePoint(right, low),
                ], role: .target, opacity: 0.1)
        ]
    }

    private func goalCircle() -> [Mark] {
        guard let goal = model.goal, goal.kind == .reach else { return [] }
        return [.dots([place(goal.time, goal.value)], shape: .openCircle, radius: 5.5, role: .target)]
    }

    private func ownMarks() -> [Mark] {
        let runs = model.own.runs(place)
        let connected = Set(runs.flatMap { $0 })
        let last = model.shown.last
        let rest = model.shown.dropLast()
        let small = min(3.4, max(1.6, plot.width / Double(max(model.own.points.count, 1)) * 0.22))
        let firm = rest.filter { !$0.isProvisional && (model.marksEveryPoint || !connected.contains(place($0))) }
        let open = rest.filter(\.isProvisional)
        var marks: [Mark] = runs.isEmpty ? [] : [.line(runs: runs, role: .own, width: 2.6, style: .solid)]
        if !firm.isEmpty { marks.append(.dots(firm.map(place), shape: .circle, radius: small, role: .own)) }
        if !open.isEmpty {
            marks.append(.dots(open.map(place), shape: .openCircle, radius: max(small, 3), role: .own))
        }
        if let last {
            let shape: DotShape = last.isProvisional ? .openCircle : .circle
            marks.append(.dots([place(last)], shape: shape, radius: 4.8, role: .own))
        }
        return marks
    }

    /// Stretches without figures inside the series, or after it while figures are awaited.
    func gaps() -> [(from: Double, to: Double, note: String)] {
        var gaps: [(from: Double, to: Double, note: String)] = []
        let half = spacing / 2
        var previous: LineChartModel.Point?
        for point in model.own.points {
            if point.value == nil {
                if let before = previous, before.value == nil, before.gapNote == point.gapNote, !gaps.isEmpty {
                    gaps[gaps.count - 1].to = point.time + half
                } else {
                    gaps.append((point.time - half, point.time + half, point.gapNote))
                }
            }
            previous = point
        }
        return gaps
    }

    /// The shortest time between two figures.
    var spacing: Double {
        let times = model.own.points.map(\.time)
        return zip(times, times.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? 1
    }
}
