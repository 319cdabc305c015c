import Assessment
import Catalogue
import Disclosure
import Vocabulary

extension OpenedProject {
    /// Assessed indicators together with those that wait for their data, each in its place: by goal, then by name.
    func withAwaited<E: Publishable>(_ assessed: [Assessed<E>]) -> [Assessed<E>] {
        let context = AssessmentContext(
            units: tree.units, root: project.description.root, asOf: project.description.builtAt,
            targetYear: project.description.targetYear)
        let goals = project.description.goals.map(\.id)
        func place(_ one: Assessed<E>) -> (Int, String) {
            (goals.firstIndex(of: one.description.goal) ?? goals.count, one.description.id)
        }
        var all = assessed
        for awaited in project.awaited {
            let one = Assessment.assess(
                Released<E>.withoutFigures(awaited.description.id), awaited.description, context)
            all.insert(one, at: all.firstIndex { place($0) > place(one) } ?? all.endIndex)
        }
        return all
    }
}
