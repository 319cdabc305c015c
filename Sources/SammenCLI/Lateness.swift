import Catalogue
import Findings
import Store
import Vocabulary

extension OpenedProject {
    /// Datasets whose next figures should have come: the newest period, one step of the dataset's rhythm and its lag ago.
    func late() throws -> [Finding] {
        guard let today = CalendarDay(project.description.builtAt) else { return [] }
        return try project.datasets.compactMap { dataset in
            guard let lag = dataset.lag, let newest = try store.newestPeriod(of: dataset.name),
                let next = newest.end.later(by: dataset.source.rhythm)
            else { return nil }
            let expected = next.advanced(by: lag)
            guard expected < today else { return nil }
            return Finding(
                .warning, "late-data",
                "the newest figures of dataset '\(dataset.name)' are of \(newest); the next were expected by \(expected)",
                at: dataset.place, suggestion: "put the new export beside the old one, or correct 'rhythm' and 'lag'")
        }
    }
}

extension CalendarDay {
    /// The last day of the period that follows one that ends here.
    fileprivate func later(by rhythm: Grain) -> CalendarDay? {
        switch rhythm {
        case .day: return advanced(by: 1)
        case .week: return advanced(by: 7)
        case .month: return monthEnd(after: 1)
        case .quarter: return monthEnd(after: 3)
        case .tertial: return monthEnd(after: 4)
        case .halfYear: return monthEnd(after: 6)
        case .year, .schoolYear: return monthEnd(after: 12)
        case .window, .schoolWindow: return monthEnd(after: 36)
        }
    }

    /// The last day of the month that lies `months` after this one.
    private func monthEnd(after months: Int) -> CalendarDay? {
        let month = year * 12 + self.month + months
        return CalendarDay(month / 12, month % 12 + 1, 1)?.advanced(by: -1)
    }
}
