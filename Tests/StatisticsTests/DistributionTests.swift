import Statistics
import Testing

@Suite("Distributions")
struct DistributionTests {
    private let expected = Fixtures.distributions

    @Test func normal() {
        for row in expected["normalCumulative"].items {
            #expect(agrees(Normal.cumulative(row[0].number), row[1].number, 1e-12), "z = \(row[0].number)")
        }
        for row in expected["normalQuantile"].items {
            #expect(isNear(Normal.quantile(row[0].number), row[1].number, 1e-12), "p = \(row[0].number)")
        }
        #expect(isNear(Normal.criticalValue(level: 0.95), Fixtures.rates["z"].number, 1e-14))
    }

    @Test func student() {
        for row in expected["studentCumulative"].items {
            let found = StudentT.cumulative(row[0].number, degreesOfFreedom: row[1].number)
            #expect(agrees(found, row[2].number, 1e-10), "t = \(row[0].number), ν = \(row[1].number)")
        }
        for row in expected["studentQuantile"].items {
            let found = StudentT.quantile(row[0].number, degreesOfFreedom: row[1].number)
            #expect(agrees(found, row[2].number, 1e-10), "p = \(row[0].number), ν = \(row[1].number)")
        }
    }

    @Test func chiSquareBetaAndGamma() {
        for row in expected["chiSquareQuantile"].items {
            let found = ChiSquare.quantile(row[0].number, degreesOfFreedom: row[1].number)
            #expect(agrees(found, row[2].number, 1e-10), "p = \(row[0].number), ν = \(row[1].number)")
        }
        for row in expected["incompleteBeta"].items {
            let found = regularizedIncompleteBeta(row[0].number, first: row[1].number, second: row[2].number)
            #expect(agrees(found, row[3].number, 1e-11), "x = \(row[0].number)")
        }
        for row in expected["upperGamma"].items {
            let found = regularizedUpperGamma(shape: row[0].number, row[1].number)
            #expect(agrees(found, row[2].number, 1e-11), "shape = \(row[0].number), x = \(row[1].number)")
            let lower = regularizedLowerGamma(shape: row[0].number, row[1].number)
            #expect(isNear(lower, 1 - row[2].number, 1e-14))
        }
    }

    @Test func quantileUndoesCumulative() throws {
        for freedom in [0.3, 1, 2.5, 8, 60, 1e4, 1e8, .infinity] {
            for share in [1e-12, 1e-4, 0.05, 0.2, 0.26, 0.45, 0.55, 0.8, 0.99] {
                let value = try #require(StudentT.quantile(share, degreesOfFreedom: freedom))
                let back = StudentT.cumulative(value, degreesOfFreedom: freedom)
                #expect(agrees(back, share, 1e-9), "ν = \(freedom), p = \(share), t = \(value)")
            }
        }
        for share in [1e-12, 0.01, 0.4, 0.6, 0.999] {
            let value = try #require(ChiSquare.quantile(share, degreesOfFreedom: 7))
            #expect(agrees(ChiSquare.cumulative(value, degreesOfFreedom: 7), share, 1e-10))
        }
    }

    @Test func symmetricAroundTheMiddle() throws {
        for share in [0.01, 0.1, 0.25, 0.4] {
            let low = try #require(StudentT.quantile(share, degreesOfFreedom: 6))
            #expect(isNear(StudentT.quantile(1 - share, degreesOfFreedom: 6), -low, 1e-12))
        }
        #expect(StudentT.quantile(0.5, degreesOfFreedom: 3) == 0)
        #expect(Normal.quantile(0.5) == 0)
    }

    @Test func closedForms() {
        for share in [0.01, 0.3, 0.7, 0.999] {
            let centred = 2 * share - 1
            let two = centred * (2 / (1 - centred * centred)).squareRoot()
            #expect(isNear(StudentT.quantile(share, degreesOfFreedom: 2), two, 1e-12))
        }
        #expect(isNear(StudentT.cumulative(1, degreesOfFreedom: 1), 0.75, 1e-14))
    }

    @Test func undefinedIsNil() {
        for share in [0, 1, -0.1, 1.1, Double.nan] {
            #expect(Normal.quantile(share) == nil)
            #expect(StudentT.quantile(share, degreesOfFreedom: 4) == nil)
            #expect(ChiSquare.quantile(share, degreesOfFreedom: 4) == nil)
            #expect(Normal.criticalValue(level: share) == nil)
        }
        for freedom in [0, -1, Double.nan] {
            #expect(StudentT.quantile(0.9, degreesOfFreedom: freedom) == nil)
            #expect(StudentT.cumulative(1, degreesOfFreedom: freedom) == nil)
            #expect(ChiSquare.quantile(0.9, degreesOfFreedom: freedom) == nil)
        }
        #expect(regularizedIncompleteBeta(1.5, first: 1, second: 1) == nil)
        #expect(regularizedLowerGamma(shape: 1, -1) == nil)
        #expect(StudentT.cumulative(.infinity, degreesOfFreedom: 2) == 1)
        #expect(StudentT.cumulative(-.infinity, degreesOfFreedom: 2) == 0)
    }
}
