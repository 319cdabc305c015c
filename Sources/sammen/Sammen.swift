import SammenCLI

@main
struct Sammen {
    static func main() async {
        await runSammen()
    }
}
