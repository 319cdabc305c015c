import Noise
import Testing
import Vocabulary

@Suite struct ExactNumbers {
    @Test(arguments: [
        ("12", 12, 0), ("-0.5", -5, 1), ("12.50", 1250, 2), ("0", 0, 0), ("0.000000000000000001", 1, 18), ("-0", 0, 0),
        ("007", 7, 0), ("18446744073709551615", 18_446_744_073_709_551_615, 0), ("-0.05", -5, 2),
    ] as [(String, Int128, Int)]) func reads(_ text: String, _ units: Int128, _ scale: Int) throws {
        let number = try #require(Exact(text))
        #expect(number.units == units && number.scale == scale)
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".5", "1,5", "1 000", "1e3", "--1", "1.2.3", "abc", "1.0000000000000000001", "٣", "1.-5",
        "18446744073709551616", "0x10", " 1", "NaN", "inf",
    ]) func refuses(_ text: String) {
        #expect(Exact(text) == nil)
    }

    @Test func plusIsNoDigit() {
        #expect(Exact("+5") == nil)
        #expect(Exact("1.+5") == nil)
        #expect(Exact("-+5") == nil)
    }

    @Test(arguments: [
        (Int128(1250), 2, "12.50"), (-5, 2, "-0.05"), (0, 3, "0.000"), (7, 0, "7"), (-7, 0, "-7"), (123, 3, "0.123"),
        (1, 18, "0.000000000000000001"),
    ] as [(Int128, Int, String)]) func describes(_ units: Int128, _ scale: Int, _ text: String) {
        #expect(Exact(units: units, scale: scale).description == text)
    }

    @Test func textReadsBack() {
        var noise = FixedNoise(11)
        for _ in 0..<3000 {
            let limit = Int128(1) << Int.random(in: 1...62, using: &noise)
            let scale = Int.random(in: 0...18, using: &noise)
            let number = Exact(units: Int128.random(in: -limit...limit, using: &noise), scale: scale)
            let back = Exact(number.description)
            #expect(back?.units == number.units && back?.scale == scale, "\(number)")
        }
    }

    /// The sum is the same in every order and equals the sum of whole units at the finest scale.
    @Test func sumsDoNotDependOnTheirOrder() {
        var noise = FixedNoise(12)
        for _ in 0..<200 {
            let numbers = (0..<20).map { _ in
                Exact(
                    units: Int128(Int.random(in: -1_000_000_000...1_000_000_000, using: &noise)),
                    scale: Int.random(in: 0...9, using: &noise))
            }
            var whole: Int128 = 0
            for number in numbers {
                var units = number.units
                for _ in number.scale..<9 { units *= 10 }
                whole += units
            }
            let forward = numbers.reduce(.zero, +), shuffled = numbers.shuffled(using: &noise).reduce(.zero, +)
            #expect(forward == shuffled)
            #expect(forward == Exact(units: whole, scale: 9))
            #expect(forward.description == shuffled.description)
            #expect(forward - shuffled == .zero)
        }
    }

    @Test func keeps128Bits() {
        let large = Exact(units: Int128(Int64.max), scale: 0)
        let sum = (0..<1000).reduce(Exact.zero) { total, _ in total + large }
        #expect(sum.description == "9223372036854775807000")
        #expect((sum + Exact(units: 1, scale: 2)).description == "9223372036854775807000.01")
        #expect(sum - sum == .zero)
        #expect(Exact(units: Int128(Int64.min), scale: 0) < -1 * large)
    }

    @Test func equalNumbersAreOne() {
        let spellings = ["12.5", "12.50", "12.500000"].compactMap { Exact($0) }
        #expect(Set(spellings).count == 1)
        #expect(spellings.allSatisfy { $0 == spellings[0] && $0.hashValue == spellings[0].hashValue })
        #expect(spellings[2].normalized.scale == 1)
        #expect(Exact("0.00")?.normalized.scale == 0)
        #expect(Exact("100")?.normalized.description == "100")
        #expect(Exact("-0.1")! < Exact("-0.09")!)
        #expect(!(Exact("1.0")! < Exact("1")!))
        #expect(Exact("1.2")!.scaled(to: 4).description == "1.2000")
    }

    @Test(arguments: [
        ("1", "3", 100, 33.333333333333336), ("2", "3", 1000, 666.6666666666666), ("0.1", "0.3", 1, 0.3333333333333333),
        ("12.50", "50", 100, 25),
        ("-1", "4", 1, -0.25), ("0", "5", 100, 0), ("7", "0.07", 1, 100), ("0.7", "100", 100, 0.7), ("57", "100", 100, 57),
    ] as [(String, String, Int, Double)]) func dividesOnce(_ top: String, _ bottom: String, _ multiplier: Int, _ expected: Double) throws {
        let divisor = try #require(Exact(bottom))
        let ratio = Exact(top)?.ratio(to: divisor, times: multiplier)
        #expect(ratio == expected)
    }

    @Test func nothingDividesByZero() {
        #expect(Exact(5).ratio(to: .zero) == nil)
        #expect(Exact(0).ratio(to: Exact(units: 0, scale: 6)) == nil)
    }

    /// Rounded once: the quotient of whole numbers below 2⁵³ is the nearest binary number, whatever scale they came in.
    @Test func scalesDoNotChangeARatio() {
        var noise = FixedNoise(13)
        for _ in 0..<2000 {
            let a = Int.random(in: 0...1_000_000_000, using: &noise), b = Int.random(in: 1...1_000_000_000, using: &noise)
            let scale = Int.random(in: 0...9, using: &noise)
            let expected = Double(a * 100) / Double(b)
            #expect(Exact(a).ratio(to: Exact(b), times: 100) == expected)
            let fine = Exact(units: Int128(a), scale: scale).ratio(to: Exact(units: Int128(b), scale: scale), times: 100)
            #expect(fine == expected)
        }
    }

    @Test func doubleIsTheNearest() {
        var noise = FixedNoise(14)
        for _ in 0..<2000 {
            let number = Exact(
                units: Int128(Int.random(in: -(1 << 53)...(1 << 53), using: &noise)),
                scale: Int.random(in: 0...18, using: &noise))
            #expect(number.double == Double(number.description))
        }
        for _ in 0..<200 {
            let number = Exact(units: Int128(Int.random(in: (1 << 60)...(1 << 62), using: &noise)), scale: 7)
            #expect(number.double == Double(number.description))
        }
    }

    @Test func powersOfTen() {
        #expect(powerOfTen(0) == 1 && powerOfTen(3) == 1000)
        #expect(powerOfTen(36).description == "1" + String(repeating: "0", count: 36))
    }
}

private func * (factor: Int, number: Exact) -> Exact { Exact(units: number.units * Int128(factor), scale: number.scale) }
