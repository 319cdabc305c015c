/// The job groups of the payroll, with what sets them apart.
enum JobGroup: String, CaseIterable {
    case teachers = "Lærere"
    case pedagogues = "Pædagoger"
    case assistants = "Pædagogmedhjælpere"
    case care = "Social- og sundhedspersonale"
    case nurses = "Sygeplejersker"
    case therapists = "Terapeuter"
    case socialWorkers = "Socialrådgivere"
    case office = "Kontorpersonale"
    case academics = "Akademikere"
    case librarians = "Bibliotekarer"
    case technical = "Teknisk personale"
    case service = "Køkken og rengøring"
    case leaders = "Ledere"

    struct Traits {
        /// Absence beside the mean of all staff, in thousandths.
        let absence: Int
        /// Leaving beside the mean of all staff, in thousandths.
        let leaving: Int
        /// Part of the group on part time before the municipality's level is met, in thousandths.
        let partTime: Int
        /// Hours of temporary staff for a full-time month, in thousandths.
        let temporary: Int
    }

    var traits: Traits {
        switch self {
        case .teachers: Traits(absence: 840, leaving: 780, partTime: 220, temporary: 25)
        case .pedagogues: Traits(absence: 1120, leaving: 1000, partTime: 560, temporary: 35)
        case .assistants: Traits(absence: 1150, leaving: 1600, partTime: 640, temporary: 45)
        case .care: Traits(absence: 1330, leaving: 1150, partTime: 760, temporary: 60)
        case .nurses: Traits(absence: 1100, leaving: 1200, partTime: 560, temporary: 40)
        case .therapists: Traits(absence: 760, leaving: 900, partTime: 480, temporary: 5)
        case .socialWorkers: Traits(absence: 900, leaving: 1250, partTime: 200, temporary: 5)
        case .office: Traits(absence: 680, leaving: 850, partTime: 240, temporary: 2)
        case .academics: Traits(absence: 520, leaving: 1050, partTime: 140, temporary: 0)
        case .librarians: Traits(absence: 660, leaving: 650, partTime: 260, temporary: 4)
        case .technical: Traits(absence: 860, leaving: 700, partTime: 120, temporary: 6)
        case .service: Traits(absence: 1180, leaving: 1100, partTime: 600, temporary: 20)
        case .leaders: Traits(absence: 470, leaving: 620, partTime: 0, temporary: 0)
        }
    }
}
