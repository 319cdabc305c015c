import Foundation

/// Writes the example registers of the demonstration project: `sample-registers OUTPUT_FOLDER`.
/// The same bytes come on every machine: one seed, whole-number arithmetic, no clock.
@main
struct SampleRegisters {
    static func main() {
        guard CommandLine.arguments.count == 2 else {
            report("usage: sample-registers OUTPUT_FOLDER")
            exit(2)
        }
        let folder = OutputFolder(path: CommandLine.arguments[1])
        do {
            for file in everyFile() { try folder.write(file) }
        } catch {
            report("sample-registers: \(error.localizedDescription)")
            exit(3)
        }
    }

    static func everyFile() -> [SampleFile] {
        let workforce = Workforce.simulated()
        return UnitRegister.files()
            + AbsenceRegister.files(workforce)
            + StaffRegister.files(workforce)
            + SchoolRegister.files()
            + StaffSurveyRegister.files(workforce)
            + CitizenSurveyRegister.files()
            + AssociationRegister.files()
            + BuildingRegister.files()
            + BookingRegister.files()
            + DaycareRegister.files(workforce)
            + HomeHelpRegister.files()
            + RecruitmentRegister.files()
            + HomeCareTimeRegister.files(workforce)
            + ExperimentRegister.files()
            + PopulationRegister.files()
    }

    private static func report(_ message: String) {
        FileHandle.standardError.write(Data((message + "\n").utf8))
    }
}
