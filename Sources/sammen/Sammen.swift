@main struct Sammen { static func main() {} }
