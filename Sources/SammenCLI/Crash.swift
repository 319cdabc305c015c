import Foundation

/// Where the program itself fails, it says so in one line and ends with status 3: no trace of calls and no memory, which
/// could hold what stood in a file about a person.
func sayCrashesPlainly() {
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] {
        signal(number) { _ in
            // Only calls that a signal may make.
            let text: StaticString = "error[internal]: sammen met a fault of its own and stopped; the old site stands; please report the command\n"
            _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
            _exit(3)
        }
    }
}
