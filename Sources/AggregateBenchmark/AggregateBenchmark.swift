import Catalogue
import Findings
import Foundation
import Indicators
import Store
import Vocabulary

// Adds up every indicator of a loaded project by period, unit and its last breakdown in one pass, as a build does, and
// prints what came out, for `Benchmarks/aggregate.py`: for each indicator its groups with rows, and the sums of
// numerators, denominators and persons over all groups; then the processor seconds of the pass and the largest resident
// set.
//
// Usage: AggregateBenchmark PROJECT [--pairs]
//
// With --pairs one more number for each indicator, for which no time is told: over all groups, the sum of the last 16
// bits of the numerator's units times those of the denominator. It is another where a sum stands in the wrong group.

@main
enum AggregateBenchmark {
    static func main() throws {
        let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "."
        let (read, findings) = Project.read(folder: folder, asOf: "2026-11-20")
        guard let project = read, !findings.contains(where: { $0.severity == .error }) else {
            for finding in findings { print(finding) }
            exit(1)
        }
        let store = try Store(path: folder + "/.sammen/sammen.sqlite")
        let plans = project.indicators.map { definition in
            var plan = definition.plan(over: project.dataset(definition.dataset)!)
            plan.groupings = [Array(plan.groupings.last!)]
            return plan
        }
        let start = usage().seconds
        try addUp(plans, store, pairs: CommandLine.arguments.contains("--pairs"))
        print("processor \(usage().seconds - start) resident \(usage().resident) MiB")
    }

    nonisolated static func addUp(_ plans: [QueryPlan], _ store: Store, pairs: Bool) throws {
        _ = try SQLiteQueryEngine(store).run(plans) { place, table in
            var groups = 0
            for rows in table.rows where rows > 0 { groups += 1 }
            print(
                plans[place].indicator, groups, total(table.numerator).normalized, total(table.denominator).normalized,
                total(table.persons).normalized, pairs ? "\(paired(table))" : "")
        }
    }

    nonisolated static func paired(_ table: SumTable) -> Int128 {
        table.rows.indices.reduce(0) { sum, group in
            sum + (table.numerator[group].units & 0xFFFF) * (table.denominator[group].units & 0xFFFF)
        }
    }

    nonisolated static func total(_ sums: ExactSums) -> Exact {
        var total: Int128 = 0
        switch sums.units {
        case .constant(let value): total = value
        case .narrow(let values): for value in values { total &+= Int128(value) }
        case .wide(let values): for value in values { total &+= value }
        }
        return Exact(units: total, scale: sums.scale)
    }

    /// Processor seconds of this process, and the largest set of its pages in memory, in MiB.
    nonisolated static func usage() -> (seconds: Double, resident: Int) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss / 1024)
    }
}
